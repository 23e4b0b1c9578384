import type { CardPage } from '../card-page.ts';
import { joinPieces, pieceOf } from '../piece.ts';
import { valueBeside } from '../value-near.ts';
import type { CardBody } from './body-rows.ts';
import type { Accepted } from './look-at-value.ts';
import { bloodTypes } from './vocabulary.ts';

/** The letter stands within this many heights right of its label. */
const reach = 4;
/**
 * How much of the label is looked at together with the letter, in heights: a letter alone is lost or made up, after a
 * word it is read nine times in ten (measured on drawn cards). First the end of the label, then all of it.
 */
const heightsOfLabel = [2, 5.2];
const room = 0.12;
/** How sure a dash is that was not seen. */
const unseenScore = 0.5;

/** What a lone letter is read as that can only be one of the types. */
const sameOnCards: Readonly<Record<string, string>> = { '0': 'O', '8': 'B', '4': 'A', '–': '-', '—': '-' };

/**
 * The blood type beside its label. One character alone is mostly lost by the reading of the whole card: then its place is
 * looked at together with the label. Where the label is read and nothing after it, it is the dash that cards print when
 * the type is not known: too thin to be read, but never left out.
 */
export async function findBlood(page: CardPage, { bloodLabel, labels }: CardBody): Promise<Accepted | null> {
  if (!bloodLabel) return null;
  const beside = valueBeside(page.lines, bloodLabel, labels);
  const value = beside && asBloodType(beside.text);
  if (beside && value) return { piece: beside, value };
  const { top, bottom, right } = bloodLabel.box;
  const height = bottom - top;
  const place = { left: right, top, right: right + reach * height, bottom };
  let isOpen = false;
  for (const heights of heightsOfLabel) {
    const left = right - heights * height;
    const zone = { ...place, left, top: top - room * height, bottom: bottom + room * height };
    const lines = await page.lookAgain(zone, { script: 'latin', isOneLine: true });
    const piece = joinPieces(lines.flatMap((line) => pieceOf(line) ?? []));
    const found = piece && afterLabel(piece.text);
    if (piece && found) return { piece: { ...piece, boxes: [place] }, value: found };
    isOpen ||= piece !== null && /D\s*A\s*R\s*A\s*H\s*:?$/iu.test(piece.text);
  }
  return isOpen ? { piece: { text: '-', boxes: [place], score: unseenScore }, value: '-' } : null;
}

/** The type at the end of `Gol. Darah : O`, however the label was read. */
function afterLabel(text: string): string | null {
  const colon = text.lastIndexOf(':');
  const words = (colon < 0 ? text : text.slice(colon + 1)).trim().split(/\s+/u);
  if (colon >= 0) return words.map(asBloodType).find((word) => word !== null) ?? null;
  return words.length > 1 ? asBloodType(words.at(-1)!) : null;
}

function asBloodType(text: string): string | null {
  const bare = text.toUpperCase().replace(/[\s:.,;]/gu, '');
  const type = [...bare].map((character) => sameOnCards[character] ?? character).join('');
  return (bloodTypes as readonly string[]).includes(type) ? type : null;
}
