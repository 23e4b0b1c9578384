import type { Sex } from './print.ts';

/**
 * A name in capitals as it is printed, with what the reader loses put back: the strokes of A/L and A/P (son and daughter
 * of), and the spaces before them and before BIN and BINTI. Names with BIN or BINTI have no A/L: there AL is an Arabic
 * article. A stroke that leaves no gap is only seen after another A, and where it fits the holder's sex.
 */
export function spellName(read: string, sex: Sex | null): string {
  const name = read
    .toUpperCase()
    .replaceAll('0', 'O')
    .replaceAll('1', 'I')
    .replace(/^MOHD(?=\p{L}{4})/u, 'MOHD ');
  const patronymic = withSpaceBefore(name, /\p{L}{4}(?=BIN(?:TI)?(?: |$))/u);
  if (/(?<!\p{L})BIN(?:TI)?(?!\p{L})/u.test(patronymic)) return patronymic;
  const stroked = name
    .replace(/(?<=\S) ?A[/|\\] ?([LP])(?= |$)/g, ' A/$1')
    .replace(/(?<=\S )A[I|]?([LP])(?= \S)/g, 'A/$1');
  if (/ [AS]\/[LPO] /.test(stroked) || sex === null) return stroked;
  return stroked.replace(sex === 'PEREMPUAN' ? /(?<=\S{3}A)A(P) / : /(?<=\S{3}A)A(L) /, ' A/$1 ');
}

function withSpaceBefore(name: string, glued: RegExp): string {
  if (/(?<!\p{L})BIN(?:TI)?(?!\p{L})/u.test(name)) return name;
  return name.replace(glued, '$& ');
}
