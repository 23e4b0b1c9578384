import type { Box } from '../../vision/geometry.ts';
import type { CardPage } from '../card-page.ts';
import type { Piece } from '../piece.ts';

/**
 * Words of Philippine names and places that are written with Ñ, without their tilde. Spellings without it are names
 * too, so a word of this list is never given its Ñ for that alone: it only lets a second reading be less than perfect.
 */
const knownWords = new Map(
  (
    'PEÑA PEÑAFLOR PEÑAFLORIDA PEÑARANDA PEÑALOSA MUÑOZ NUÑEZ NUÑEZA IBAÑEZ YBAÑEZ CASTAÑEDA CASTAÑO ZUÑIGA ' +
    'ORDOÑEZ QUIÑONES QUIÑONEZ MONTAÑEZ MONTAÑO YAÑEZ ESPAÑOL ESPAÑOLA CAÑETE BAÑEZ BAÑAGA BAÑARES BRIONES ' +
    'CARIÑO PATIÑO TREVIÑO SALDAÑA AÑONUEVO ACUÑA ARGUIÑO BOLAÑOS CASTAÑARES DEFIÑO LARRAÑAGA LOGROÑO MARAÑON ' +
    'MAGAÑA MIÑOZA NIÑO NIÑA OCAÑA OÑATE ORDOÑO PIÑOL PIÑON REAÑO RIAÑO SEÑERES SEGUIÑO TOLEDAÑO VICUÑA VIÑAS ' +
    'PARAÑAQUE PIÑAS BIÑAN BAÑOS DASMARIÑAS ESPAÑA PEÑABLANCA SIÑO DOÑA SEÑORA SEÑOR ROÑO'
  )
    .split(' ')
    .filter((word) => word.includes('Ñ'))
    .map((word) => [plain(word), word]),
);

/** Between vowels, or first before one: elsewhere Spanish has no Ñ. */
const place = /(?<![BCDFGHJKLMNPQRSTVWXYZ])N(?=[AEIOU])/;

/** How far around the print a second look goes, in shares of its height: a tilde stands above the capitals. */
const marginAbove = 0.35;
const marginBeside = 0.3;

/**
 * The Ñ of a name or an address, which the reader of the whole card cannot see: its alphabet has none, it reads N. The
 * piece is read again with the Spanish alphabet, and an N becomes Ñ only in a word that both readings spell alike but
 * for the tilde. Where `onlyKnownWords`, the second look is not taken unless a word of the list stands there.
 */
export async function withEnye(page: CardPage, piece: Piece, onlyKnownWords = false): Promise<Piece> {
  const words = piece.text.match(/\p{L}+/gu) ?? [];
  const isWorthIt = words.some((word) => {
    const bare = plain(word);
    return knownWords.has(bare) || (!onlyKnownWords && place.test(bare));
  });
  if (!isWorthIt) return piece;
  const seen: string[] = [];
  for (const box of piece.boxes) {
    const lines = await page.lookAgain(withMargin(box), { script: 'spanish', isOneLine: true });
    seen.push(...lines.flatMap((line) => line.text.toUpperCase().match(/\p{L}+/gu) ?? []));
  }
  const text = piece.text.replace(/\p{L}+/gu, (word) => tildeOf(word, seen));
  return text === piece.text ? piece : { ...piece, text };
}

function tildeOf(word: string, seen: readonly string[]): string {
  const letters = plain(word);
  const again = seen.find((other) => other.includes('Ñ') && isSameWord(letters, other));
  if (again === undefined) return word;
  const tildes = [...(plain(again) === letters ? again : knownWords.get(letters)!)];
  return [...word].map((sign, index) => (tildes[index] !== 'Ñ' ? sign : sign === 'n' ? 'ñ' : 'Ñ')).join('');
}

/** Alike but for the tilde; a word of the list may differ in one more letter. */
function isSameWord(letters: string, again: string): boolean {
  const other = plain(again);
  if (other === letters) return [...again].every((sign, index) => sign !== 'Ñ' || letters[index] === 'N');
  const known = knownWords.get(letters);
  if (known === undefined || other.length !== letters.length) return false;
  const differing = [...other].filter((sign, index) => sign !== letters[index]).length;
  return differing === 1 && again.indexOf('Ñ') === known.indexOf('Ñ');
}

function plain(word: string): string {
  return word.toUpperCase().replaceAll('Ñ', 'N');
}

function withMargin(box: Box): Box {
  const height = box.bottom - box.top;
  return {
    left: box.left - height * marginBeside,
    top: box.top - height * marginAbove,
    right: box.right + height * marginBeside,
    bottom: box.bottom + height * 0.15,
  };
}
