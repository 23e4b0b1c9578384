import { setTimeout as sleep } from 'node:timers/promises';
import type { Customer } from './customer.ts';

/** What is recorded instead of what the camera shows. */
export type Film = {
  /** The recorder runs: 0 of the recording. */
  begin(): void;
  /** The recorder is told to stop: what was to be seen until now still comes. */
  stop(): void;
  /** What has come since the last call; empty where nothing has, null when there will be nothing more. */
  take(): Buffer | null;
};

/**
 * Stands where the browser has its own recorder, and hands out a film's bytes as that one would: piece by piece while it runs, the
 * rest when it is stopped. All that the page does with a recording comes after this.
 */
const standIn = `window.MediaRecorder = class extends EventTarget {
  static isTypeSupported(type) { return type.startsWith('video/mp4'); }
  state = 'inactive';
  ondataavailable = null;
  async start(everyMs = null) {
    this.state = 'recording';
    await filmBegins();
    this.dispatchEvent(new Event('start'));
    for (;;) {
      const piece = await filmPiece(everyMs);
      if (piece === null) break;
      const bytes = Uint8Array.from(atob(piece), (byte) => byte.charCodeAt(0));
      this.ondataavailable?.({ data: new Blob([bytes], { type: 'video/mp4' }) });
    }
    this.dispatchEvent(new Event('stop'));
  }
  stop() {
    this.state = 'inactive';
    filmStops();
  }
};`;

const lookEveryMs = 20;

/** Puts it into a customer's page, before it is opened; each recording shows a film of its own. */
export async function replaceRecorder({ page }: Customer, nextFilm: () => Film): Promise<void> {
  let film: Film | null = null;
  let handedOutMs = 0;
  await page.addInitScript({ content: standIn });
  await page.exposeFunction('filmBegins', () => {
    film = nextFilm();
    film.begin();
    handedOutMs = Date.now();
  });
  await page.exposeFunction('filmStops', () => film?.stop());
  page.on('close', () => film?.stop());
  await page.exposeFunction('filmPiece', async (everyMs: number | null) => {
    const pieces: Buffer[] = [];
    for (;;) {
      const taken = film?.take() ?? null;
      if (taken === null && pieces.length === 0) return null;
      if (taken && taken.length > 0) pieces.push(taken);
      const isDue = everyMs !== null && pieces.length > 0 && Date.now() - handedOutMs >= everyMs;
      if (taken === null || isDue) break;
      await sleep(lookEveryMs);
    }
    handedOutMs = Date.now();
    return Buffer.concat(pieces).toString('base64');
  });
}
