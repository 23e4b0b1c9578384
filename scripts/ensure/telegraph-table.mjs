// Chinese telegraph codes as one small text file, out of the Unihan database that an npm package carries. Run by
// tables.mjs with the Node of this project: `node telegraph-table.mjs unihan.db telegraph-codes.txt`. It has a line of
// 10,000 characters for the codes 0000 to 9999 in their traditional form, and one in the simplified form; blank
// (U+3000) where a code has none.
import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const [source, target] = process.argv.slice(2);
const database = new DatabaseSync(source, { readOnly: true });

/** The database writes characters beyond U+FFFF as `\x{20270}`. */
const asWritten = (character) =>
  character.replace(/^\\x\{([0-9A-F]+)\}$/, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)));

function charactersByCode(column) {
  const characters = new Array(10_000).fill('\u3000');
  const rows = database
    .prepare(`select character, ${column} as codes from unihan where ${column} <> '' order by character`)
    .all();
  for (const { character, codes } of rows) {
    for (const code of codes.split(' ')) {
      if (characters[Number(code)] === '\u3000') characters[Number(code)] = asWritten(character);
    }
  }
  return characters.join('');
}

writeFileSync(target, `${charactersByCode('kTaiwanTelegraph')}\n${charactersByCode('kMainlandTelegraph')}\n`);
