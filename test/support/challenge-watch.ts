import assert from 'node:assert/strict';
import { releaseLeadMs } from '../../src/capture/challenge/released.ts';
import type {
  ActionPrompt,
  AttemptView,
  ChunkNotice,
  ColorSpan,
  PageView,
  Prompts,
  RecordingNotice,
} from '../../src/capture/page-shapes.ts';
import type { Customer } from './customer.ts';

/** A colour of the whole screen or a prompt, and when the page's own frame found it there. */
export type Painted = { readonly what: string; readonly atMs: number };

/** Runs in the page: notes every change of what its frames show, while it records. */
export const watchScreen = `{
  let last = {};
  const look = () => {
    const main = document.querySelector('main[data-step="recording"]');
    const light = main?.classList.contains('lit') ? getComputedStyle(main, '::before').backgroundColor : undefined;
    const action = document.querySelector('[data-test="prompt"]')?.dataset.action ?? 'none';
    if (light && light !== last.light) tellPainted({ what: light, atMs: performance.now() });
    if (main && action !== last.action) tellPainted({ what: action, atMs: performance.now() });
    last = main ? { light, action } : {};
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}`;

/** `#00A0FF` as a style sheet answers it. */
export function cssColor(hex: string): string {
  const value = Number.parseInt(hex.slice(1), 16);
  return `rgb(${(value >> 16) & 255}, ${(value >> 8) & 255}, ${value & 255})`;
}

/** What the server issued, what the page announced and what its screen showed, attempt by attempt. */
export class ChallengeWatch {
  readonly painted: Painted[] = [];
  readonly chunks: ChunkNotice[] = [];
  /** Reasons of recordings that were given up. */
  readonly givenUp: (string | null)[] = [];
  recording: RecordingNotice | null = null;
  attempt: AttemptView | null = null;
  actions: readonly ActionPrompt[] = [];
  colors: readonly ColorSpan[] = [];
  /** All prompts that begin before this, in ms of the recording, are known by now. */
  untilMs = -1;
  #begunMs = 0;

  /** Begins before the page is opened. */
  static async on({ page }: Customer): Promise<ChallengeWatch> {
    const watch = new ChallengeWatch();
    await page.exposeFunction('tellPainted', (painted: Painted) => void watch.painted.push(painted));
    await page.addInitScript({ content: watchScreen });
    page.on('request', (request) => {
      const isBeginning = request.method() === 'POST' && request.url().endsWith('/verify/api/attempts');
      if (isBeginning) watch.#forget();
    });
    page.on('response', async (response) => {
      const [, path = ''] = /\/verify\/api\/attempts(.*)/.exec(response.url()) ?? [];
      if (!response.url().includes('/verify/api/attempts') || response.status() !== 200) return;
      const method = response.request().method();
      const sent = response.request().postData() ?? '';
      if (method === 'DELETE') watch.givenUp.push(new URL(response.url()).searchParams.get('why'));
      // Playwright's Firefox does not know what was sent.
      if (sent && path.endsWith('/recording')) watch.recording = JSON.parse(sent) as RecordingNotice;
      if (sent && path.endsWith('/chunks')) watch.chunks.push(JSON.parse(sent) as ChunkNotice);
      if (path === '' && method === 'POST') watch.#begin((await response.json()) as PageView);
      const [, seq] = /^\/([^/]+)\/(?:chunks|prompts)$/.exec(path) ?? [];
      if (seq) watch.#hear(seq, (await response.json()) as Prompts, response.request().timing().startTime);
    });
    return watch;
  }

  /** From here on what is known of the attempt before says nothing. */
  #forget(): void {
    this.actions = [];
    this.colors = [];
    this.untilMs = -1;
  }

  #begin({ attempt }: PageView): void {
    this.#forget();
    this.attempt = attempt;
    this.#begunMs = Date.now();
    this.untilMs = attempt?.challenge?.level === 5 ? 0 : Number.POSITIVE_INFINITY;
    if (attempt?.challenge) this.#take(attempt.challenge);
  }

  /** An answer holds at least what the server released when it was asked; its clock for the attempt ran before ours. */
  #hear(seq: string, prompts: Prompts, askedMs: number): void {
    if (seq !== this.attempt?.seq) return;
    this.#take(prompts);
    this.untilMs = Math.max(this.untilMs, askedMs - this.#begunMs + releaseLeadMs);
  }

  #take({ actions, colors }: Prompts): void {
    if (actions.length > this.actions.length) this.actions = actions;
    if (colors.length > this.colors.length) this.colors = colors;
  }

  /**
   * The colours that filled the screen, without the black before the first and after the last one. Where the last one
   * issued is black itself, nothing is seen to follow it.
   */
  get shownColors(): readonly Painted[] {
    const all = this.painted.filter(({ what }) => what.startsWith('rgb('));
    const isBlack = (painted: { what: string } | undefined) => painted?.what === cssColor('#000000');
    const endsInBlack = this.colors.at(-1)?.color === '#000000';
    return all.slice(isBlack(all[0]) ? 1 : 0, isBlack(all.at(-1)) && !endsInBlack ? -1 : undefined);
  }

  get shownActions(): readonly string[] {
    return this.painted.map(({ what }) => what).filter((what) => !what.startsWith('rgb(') && what !== 'none');
  }
}

/** A prepared film answers no challenge made by chance: it is refused for what it does not show. */
export const challengeCodes: readonly unknown[] = [1002, 1207, 1208, 1209, 1401];

/** The screen asked for the actions that were issued, in their order and no other. */
export function assertActionsAsIssued({ actions, shownActions }: ChallengeWatch): void {
  assert.deepEqual(
    shownActions,
    actions.map(({ action }) => action),
  );
}

/** The screen showed the colours that were issued, in their order and no other. */
export function assertColorsAsIssued({ colors, shownColors }: ChallengeWatch): void {
  assert.deepEqual(
    shownColors.map(({ what }) => what),
    colors.map(({ color }) => cssColor(color)),
  );
}
