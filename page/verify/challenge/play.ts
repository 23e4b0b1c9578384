import type { ColorSpan, Prompts, ShownChallenge, ShownMark } from '../../../src/capture/page-shapes.ts';
import { contrast } from '../theme.ts';
import {
  colorAt,
  hasMissedColor,
  isSameMoment,
  type Moment,
  mayChange,
  momentAt,
  noLight,
} from './timeline.ts';

/** The server keeps no more marks than this. */
const marksMost = 64;

export type PlayParts = {
  readonly level: ShownChallenge['level'];
  /** When the recorder started, by `performance.now()`. */
  readonly startMs: number;
  /** What is known by now. */
  readonly prompts: () => Prompts;
  readonly onMoment: (moment: Moment) => void;
  /** A colour was over before it came to the screen. */
  readonly onColorMissed: () => void;
  readonly signal: AbortSignal;
};

/** Fills the screen around the oval. The style sheet has both as variables: nothing inline, and no fading. */
function light(color: string): void {
  const { style } = document.documentElement;
  style.setProperty('--light', color);
  style.setProperty(
    '--on-light',
    contrast(color, '#000000') > contrast(color, '#ffffff') ? '#000000' : '#ffffff',
  );
}

/** The screen as it was before. */
function darken(): void {
  document.documentElement.style.removeProperty('--light');
  document.documentElement.style.removeProperty('--on-light');
}

/** Where the device can and the customer has touched the page, which browsers ask for. */
function vibrate(): void {
  const { userActivation } = navigator as Navigator & { userActivation?: { hasBeenActive: boolean } };
  if (userActivation?.hasBeenActive !== false) navigator.vibrate?.(60);
}

/**
 * Shows the challenge frame by frame until the signal stops it. Returns the marks, which grow while it runs: what was
 * shown when, taken at the frame after the one in which it was set, for then it stands on the screen.
 */
export function playChallenge(parts: PlayParts): readonly ShownMark[] {
  const { level, startMs, prompts, onMoment, onColorMissed, signal } = parts;
  const marks: ShownMark[] = [];
  let moment: Moment | null = null;
  let span: ColorSpan | null = null;
  /** When the screen changed, as marks are taken: a frame that took long must not make its colour a flash. */
  const changesMs: number[] = [];
  const shownFromMs: number[] = [];

  function mark(what: string): void {
    requestAnimationFrame(() => {
      if (marks.length < marksMost) marks.push({ what, atMs: Math.round(performance.now() - startMs) });
    });
  }

  function noteChange(nowMs: number): void {
    const nth = changesMs.push(nowMs) - 1;
    requestAnimationFrame(() => {
      changesMs[nth] = performance.now();
    });
  }

  function paint(nowMs: number): void {
    const wanted = colorAt(level, prompts().colors, nowMs - startMs);
    if (wanted?.fromMs === span?.fromMs || !mayChange(changesMs, nowMs)) return;
    light(wanted?.color ?? noLight);
    span = wanted;
    noteChange(nowMs);
    if (!wanted) return;
    mark(wanted.color);
    shownFromMs.push(wanted.fromMs);
  }

  function ask(nowMs: number): void {
    const next = momentAt(prompts().actions, nowMs - startMs);
    if (isSameMoment(moment, next)) return;
    const { action } = next;
    const isNew = action !== null && (moment?.action !== action || moment.passed !== next.passed);
    moment = next;
    onMoment(next);
    if (!isNew) return;
    vibrate();
    mark(action);
  }

  function show(): void {
    if (signal.aborted) return;
    const nowMs = performance.now();
    if (level !== 2) {
      paint(nowMs);
      if (hasMissedColor(prompts().colors, shownFromMs, nowMs - startMs)) onColorMissed();
    }
    ask(nowMs);
    requestAnimationFrame(show);
  }

  signal.addEventListener('abort', darken);
  show();
  return marks;
}
