import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { loadCardKit, readCard } from '../src/verify/card/read-card.ts';

/** All text that an engine read from a photo; of our own also what each stage took, in ms by the clock that `performance.now` tells. */
export type EngineReading = {
  readonly text: string;
  readonly stages?: Readonly<Record<string, number>>;
};

/** An engine, loaded. */
export type Engine = (file: string) => Promise<EngineReading>;

// Beside us, as their own pages show them, with nothing tuned: they read text, and know nothing of cards.
const rivals = createRequire(new URL('./rivals/', import.meta.url));

export const engines: Readonly<Record<string, () => Promise<Engine>>> = {
  async selfsame() {
    const kit = await loadCardKit();
    return async (file) => {
      const verdict = await readCard(kit, { front: readFileSync(file), back: null, askedType: null });
      return { text: Object.values(verdict.normalCardInfo ?? {}).join('\n'), stages: verdict.stages };
    };
  },
  async '@gutenye/ocr-node'() {
    const { default: Ocr } = await import(rivals.resolve('@gutenye/ocr-node'));
    const ocr = await Ocr.create();
    return async (file) => {
      const lines = (await ocr.detect(file)) as readonly { readonly text: string }[];
      return { text: lines.map(({ text }) => text).join('\n') };
    };
  },
  async 'tesseract.js'() {
    const { createWorker } = rivals('tesseract.js');
    const langPath = fileURLToPath(
      new URL('./rivals/node_modules/@tesseract.js-data/eng/4.0.0_best_int', import.meta.url),
    );
    const worker = await createWorker('eng', 1, { langPath, cacheMethod: 'none', gzip: true });
    return async (file) => ({ text: (await worker.recognize(file)).data.text });
  },
};
