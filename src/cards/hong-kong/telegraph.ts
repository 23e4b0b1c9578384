import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * The Chinese telegraph code: four digits for each character, printed on the card below the name. From Unicode's
 * Unihan database, fields kTaiwanTelegraph and kMainlandTelegraph; made at set-up (models/manifest.json, `tables`).
 */
export type TelegraphCode = {
  /** The traditional characters of some codes, in order; null if one of them has none. */
  readonly charactersOf: (codes: readonly string[]) => string | null;
  /** Whether a character, in its traditional or simplified form, has this code. */
  readonly fits: (character: string, code: string) => boolean;
  /** The traditional form of a simplified character; itself if it is none. */
  readonly traditionalOf: (character: string) => string;
};

const blank = '\u3000';
const modelsFolder = new URL('../../../models/', import.meta.url);

function readTable(): string {
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', modelsFolder), 'utf8'));
  const [table] = manifest.tables as readonly { readonly file: string; readonly sha256: string }[];
  const bytes = readFileSync(new URL(`weights/${table!.file}`, modelsFolder));
  if (createHash('sha256').update(bytes).digest('hex') !== table!.sha256) {
    throw new Error(`models/weights/${table!.file} is not the file that models/manifest.json names.`);
  }
  return bytes.toString('utf8');
}

function load(): TelegraphCode {
  const [traditional, simplified] = readTable()
    .split('\n')
    .map((line) => [...line]) as [string[], string[]];
  const codeOfSimplified = new Map(simplified.map((character, code) => [character, code]));
  const hasTraditional = new Set(traditional);
  return {
    charactersOf: (codes) => {
      const characters = codes.map((code) => traditional[Number(code)] ?? blank);
      return characters.includes(blank) || characters.length === 0 ? null : characters.join('');
    },
    fits: (character, code) =>
      character !== blank && [traditional[Number(code)], simplified[Number(code)]].includes(character),
    traditionalOf: (character) => {
      if (hasTraditional.has(character)) return character;
      const other = traditional[codeOfSimplified.get(character) ?? -1];
      return other === undefined || other === blank ? character : other;
    },
  };
}

let loaded: TelegraphCode | undefined;

/** The code book; read on first use, 60 kB. Throws when the set-up has not made it or it was changed. */
export function telegraphCode(): TelegraphCode {
  loaded ??= load();
  return loaded;
}

/** The four-digit groups that a line consists of, also where their spaces were lost; null if it is another line. */
export function telegraphCodesIn(text: string): readonly string[] | null {
  const digits = text
    .replace(/[\s.,·-]/g, '')
    .replace(/[OoDQ]/g, '0')
    .replace(/[Il|]/g, '1');
  if (!/^(\d{4}){2,6}$/.test(digits)) return null;
  if (/[-./]/.test(text)) return null;
  return digits.match(/\d{4}/g);
}
