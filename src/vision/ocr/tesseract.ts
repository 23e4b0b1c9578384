import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { loadModelFile, type ModelId } from '../manifest.ts';

// tesseract.js-core carries no types. Below stands what we call of its 7.0.0, which maps Tesseract's C++ API one to one.

type Rectangle = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };

type ResultIterator = {
  Begin(): void;
  Next(level: number): boolean;
  IsAtBeginningOf(level: number): boolean;
  GetUTF8Text(level: number): string;
  /** 0 to 100. */
  Confidence(level: number): number;
  getBoundingBox(level: number): Rectangle;
};

type BaseApi = {
  Init(path: null, language: string, engineMode: number): number;
  SetVariable(name: string, value: string): boolean;
  SetPageSegMode(mode: number): void;
  SetImageFile(exifOrientation: number, angleRadians: number): number;
  Recognize(monitor: null): number;
  GetIterator(): ResultIterator;
};

type Core = {
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void };
  readonly TessBaseAPI: new () => BaseApi;
  destroy(owned: object): void;
};

const lstmOnly = 1;
const levels = { line: 2, word: 3, symbol: 4 } as const;
const pageModes = { block: 6, line: 7 } as const;

/** One character that was read: in most scripts one code point, with its marks in Thai. */
export type Glyph = {
  readonly text: string;
  /** 0 to 1. */
  readonly score: number;
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  readonly startsWord: boolean;
  readonly startsLine: boolean;
};

/** One script's data in memory: about 20 MB. */
export type Tesseract = {
  /** `picture`: a PNG, print dark on light. `alphabet`: characters that may occur; empty: all. Blocks its thread. */
  read(
    picture: Uint8Array,
    options: { readonly isOneLine: boolean; readonly alphabet: string },
  ): readonly Glyph[];
};

const require = createRequire(import.meta.url);

/** Loads Tesseract with the data of one script, checked by its hash. About 0.2 s. */
export async function loadTesseract(script: ModelId): Promise<Tesseract> {
  // Its start writes eight lines about parameters that this build lacks; failures are told by its return values.
  const startCore = require('tesseract.js-core/tesseract-core-simd-lstm.js') as (options: {
    readonly printErr: (line: string) => void;
  }) => Promise<Core>;
  const core = await startCore({ printErr: () => undefined });
  core.FS.writeFile('script.traineddata', gunzipSync(loadModelFile(script)));
  const api = new core.TessBaseAPI();
  if (api.Init(null, 'script', lstmOnly) !== 0)
    throw new Error(`Tesseract cannot use the model "${script}".`);
  // It guesses a resolution otherwise, and writes what it guessed to the console.
  api.SetVariable('user_defined_dpi', '300');
  api.SetVariable('debug_file', '/dev/null');
  return {
    read(picture, { isOneLine, alphabet }) {
      core.FS.writeFile('/input', picture);
      api.SetPageSegMode(isOneLine ? pageModes.line : pageModes.block);
      api.SetVariable('tessedit_char_whitelist', alphabet);
      if (api.SetImageFile(1, 0) !== 0 || api.Recognize(null) !== 0) return [];
      const results = api.GetIterator();
      try {
        return symbolsOf(results);
      } finally {
        core.destroy(results);
      }
    },
  };
}

function symbolsOf(results: ResultIterator): readonly Glyph[] {
  const symbols: Glyph[] = [];
  results.Begin();
  do {
    // Null where the page holds no text at all.
    const text: string | null = results.GetUTF8Text(levels.symbol);
    if (!text?.trim()) continue;
    const { x0, y0, x1, y1 } = results.getBoundingBox(levels.symbol);
    symbols.push({
      text,
      score: results.Confidence(levels.symbol) / 100,
      box: { left: x0, top: y0, right: x1, bottom: y1 },
      startsWord: results.IsAtBeginningOf(levels.word),
      startsLine: results.IsAtBeginningOf(levels.line),
    });
  } while (results.Next(levels.symbol));
  return symbols;
}
