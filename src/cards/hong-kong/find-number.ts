import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { CardPage } from '../card-page.ts';
import { type Piece, pieceOf } from '../piece.ts';
import { roomAround } from '../zone.ts';
import { isIdentityNumber, numberShapeIn, prefixOf, readNumber, reconcile, shortNumberIn } from './number.ts';

/** What was found where the number should be. */
export type FoundNumber = {
  readonly piece: Piece;
  /** As `A123456(3)` if it holds, else as it was read. */
  readonly number: string;
  readonly holds: boolean;
  readonly isRepaired: boolean;
  /** The number in the oval, or two looks at the number, say different things and none could be preferred. */
  readonly isContested: boolean;
  /** The short number in the oval was read: an edition of 2018. */
  readonly hasOval: boolean;
};

type Candidate = { readonly shape: string; readonly piece: Piece };

/** Below this score a number that holds is looked at once more: one misreading in eleven has the right check digit. */
const sureScore = 0.9;

const look = {
  script: 'latin',
  alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789()',
  isOneLine: true,
} as const;

function candidatesIn(lines: readonly TextLine[]): readonly Candidate[] {
  return lines.flatMap((line) => {
    const shape = numberShapeIn(line.text);
    const start = shape === null ? -1 : line.text.indexOf(shape);
    const piece = start < 0 ? pieceOf(line) : pieceOf(line, start, start + shape!.length);
    return shape === null || !piece ? [] : [{ shape, piece }];
  });
}

const heightOf = ({ piece }: Candidate) => piece.boxes[0]!.bottom - piece.boxes[0]!.top;

/** The one that holds; among equals the largest print: the number is the largest that has its shape. */
function bestOf(candidates: readonly Candidate[]): Candidate | null {
  const rank = (candidate: Candidate) => (readNumber(candidate.shape) ? 1000 : 0) + heightOf(candidate);
  return candidates.toSorted((a, b) => rank(b) - rank(a))[0] ?? null;
}

async function lookAgain(page: CardPage, piece: Piece): Promise<string | null> {
  const lines = await page.lookAgain(roomAround(piece.boxes[0]!), look);
  const shapes = candidatesIn(lines).map(({ shape }) => shape);
  return shapes.find((shape) => readNumber(shape)) ?? shapes[0] ?? null;
}

/** The number, from the large print, its short form in the oval, and where these disagree a second look. */
export async function findNumber(page: CardPage): Promise<FoundNumber | null> {
  const large = bestOf(candidatesIn(page.lines));
  const oval = page.lines
    .filter((line) => !large || line.box.bottom < large.piece.boxes[0]!.top)
    .map((line) => shortNumberIn(line.text))
    .find((short) => short !== null);
  const hasOval = oval !== undefined;
  if (!large) return null;
  const { piece } = large;
  const first = readNumber(large.shape);
  const agrees = first !== null && hasOval && prefixOf(first.number) === oval;
  if (first && (agrees || (!hasOval && !first.isRepaired && piece.score >= sureScore))) {
    return { piece, ...first, holds: true, isContested: false, hasOval };
  }
  const second = await lookAgain(page, piece);
  return { piece, hasOval, ...decide(large.shape, second, oval) };
}

type Decision = Pick<FoundNumber, 'number' | 'holds' | 'isRepaired' | 'isContested'>;

/** Takes what two of the readings agree on; else the only one, or the only mixture, that holds. */
function decide(first: string, second: string | null, oval: string | undefined): Decision {
  const read = [first, second].flatMap((shape) => (shape === null ? [] : (readNumber(shape) ?? [])));
  const numbers = new Set(read.map(({ number }) => number));
  const confirmed = read.find(({ number }) => prefixOf(number) === oval);
  if (confirmed) return { ...confirmed, holds: true, isContested: false };
  if (numbers.size > 1)
    return { number: read[0]!.number, holds: false, isRepaired: false, isContested: true };
  const [only] = read;
  if (only) return { ...only, holds: true, isContested: oval !== undefined && read.length < 2 };
  const mixed = reconcile([first, second, oval].filter((reading) => reading != null));
  if (mixed && isIdentityNumber(mixed)) {
    return { number: mixed, holds: true, isRepaired: true, isContested: false };
  }
  return { number: first.replaceAll(' ', ''), holds: false, isRepaired: false, isContested: false };
}
