import type { Glyph, MrzRow } from './mrz-rows.ts';

/** A run of fillers may have been read this much too short or too long; beyond it, characters are missing. */
const mostRunError = 12;

/**
 * The ways to read a row as a line of `length` characters, likeliest first. Recognisers lose count of fillers
 * (design/cards.md §3.5): the print's even pitch tells how many there were, or else one of the runs is stretched or
 * shrunk until the length is right.
 */
export function fitLine(row: MrzRow, length: number): readonly string[] {
  const plain = row.glyphs.map(({ character }) => character).join('');
  const candidates = [plain, byPitch(row.glyphs)].flatMap((text) => [text, withoutSpecks(text)]);
  const fitting = candidates.filter((text) => text.length === length);
  return [...new Set([...fitting, ...candidates.flatMap((text) => withOneRunChanged(text, length))])];
}

/** Each character at its place in the print's pitch, fillers where none was read. */
export function byPitch(glyphs: readonly Glyph[]): string {
  const pitch = pitchOf(glyphs);
  if (!pitch) return glyphs.map(({ character }) => character).join('');
  let text = '';
  let lastX = glyphs[0]!.x - pitch;
  for (const { character, x } of glyphs) {
    const steps = Math.round((x - lastX) / pitch);
    if (steps === 0 && character === '<') continue;
    const isAmongFillers = character === '<' || text.endsWith('<');
    text += (isAmongFillers ? '<'.repeat(Math.max(0, steps - 1)) : '') + character;
    lastX = x;
  }
  return text;
}

/** The usual distance between two letters or digits that follow each other. */
function pitchOf(glyphs: readonly Glyph[]): number | null {
  const gaps = glyphs
    .slice(1)
    .flatMap((glyph, index) =>
      glyph.character === '<' || glyphs[index]!.character === '<' ? [] : [glyph.x - glyphs[index]!.x],
    )
    .toSorted((a, b) => a - b);
  const pitch = gaps[gaps.length >> 1];
  return pitch !== undefined && pitch > 0 ? pitch : null;
}

/** Lone letters that fillers are read as, between fillers, made fillers. */
function withoutSpecks(text: string): string {
  return text.replace(/(?<=<)[KCLESX](?=<)/g, '<');
}

function withOneRunChanged(text: string, length: number): readonly string[] {
  const difference = length - text.length;
  if (Math.abs(difference) > mostRunError) return [];
  const runs = [...text.matchAll(/<+/g)].toSorted((a, b) => b[0].length - a[0].length);
  return runs
    .filter((run) => run[0].length + difference >= 0)
    .map((run) => {
      const after = text.slice(run.index + run[0].length);
      return text.slice(0, run.index) + '<'.repeat(run[0].length + difference) + after;
    });
}
