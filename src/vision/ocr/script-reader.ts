import sharp from 'sharp';
import { boundsAround } from '../geometry.ts';
import type { RgbImage } from '../image.ts';
import { type Glyph, loadTesseract, type Tesseract } from './tesseract.ts';
import type { TextLine } from './text-line.ts';
import { findWordGaps } from './word-spaces.ts';

/** Scripts that the reader of whole cards does not know, or not all letters of. */
export type Script = 'traditional-chinese' | 'thai' | 'spanish';

export type ScriptReader = {
  /**
   * The lines of a small picture with print dark on light, in its pixels. Letters should be about 40 pixels high. `alphabet`:
   * characters that may occur.
   */
  read(
    picture: RgbImage,
    script: Script,
    options: { readonly isOneLine: boolean; readonly alphabet?: string | undefined },
  ): Promise<readonly TextLine[]>;
};

/** Loads each script when it is first asked for. One per thread. */
export function openScriptReader(): ScriptReader {
  const loaded = new Map<Script, Promise<Tesseract>>();
  const loadedFor = (script: Script): Promise<Tesseract> => {
    const existing = loaded.get(script);
    if (existing) return existing;
    const loading = loadTesseract(`script-${script}`);
    loaded.set(script, loading);
    return loading;
  };
  return {
    async read(picture, script, { isOneLine, alphabet = '' }) {
      const tesseract = await loadedFor(script);
      const glyphs = tesseract.read(await greyPng(picture), { isOneLine, alphabet });
      return linesOf(glyphs).map((line) => lineOf(line, isOneLine ? picture : null));
    },
  };
}

/** Stretched to the whole range: pale print on a tinted card is lost to its binarisation otherwise. */
async function greyPng({ data, width, height }: RgbImage): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .greyscale()
    .normalise({ lower: 1, upper: 99 })
    .png({ compressionLevel: 0 })
    .toBuffer();
}

function linesOf(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const lines: Glyph[][] = [];
  for (const glyph of glyphs) {
    if (glyph.startsLine || lines.length === 0) lines.push([]);
    lines.at(-1)?.push(glyph);
  }
  return lines;
}

/**
 * One line of glyphs as text. In scripts without spaces between words Tesseract begins a word at nearly every letter: where
 * the picture is one line, the gaps of its ink decide.
 */
function lineOf(glyphs: readonly Glyph[], picture: RgbImage | null): TextLine {
  const middles = glyphs.map(({ box }) => (box.left + box.right) / 2);
  const parted = picture
    ? findWordGaps(
        picture,
        1,
        middles.map((x) => x / picture.width),
      )
    : glyphs.map(({ startsWord }, at) => startsWord && at > 0);
  const characters: string[] = [];
  const characterX: number[] = [];
  for (const [at, { text }] of glyphs.entries()) {
    const x = middles[at] as number;
    if (parted[at]) {
      characters.push(' ');
      characterX.push(((middles[at - 1] as number) + x) / 2);
    }
    for (const character of text.normalize('NFKC')) {
      characters.push(character);
      characterX.push(x);
    }
  }
  return {
    text: characters.join(''),
    score: glyphs.reduce((sum, { score }) => sum + score, 0) / glyphs.length,
    box: boundsAround(glyphs.map(({ box }) => box)),
    characterX,
  };
}
