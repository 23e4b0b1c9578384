/** What a person can be asked to do (wire specification §2.1.1, `ActionList`). */
export const actionNames = ['blink', 'mouth', 'nod', 'shake'] as const;

export type ActionName = (typeof actionNames)[number];

/** An action and when it is to be seen, in milliseconds from the first frame of the recording. */
export type ActionPrompt = { readonly action: ActionName; readonly fromMs: number; readonly toMs: number };

/** A colour that fills the screen, `#RRGGBB`, sRGB. */
export type ColorSpan = { readonly color: string; readonly fromMs: number; readonly toMs: number };

/** What the page says it showed when: an action's name or a colour. Untrusted, used only to search near. */
export type ShownMark = { readonly what: string; readonly atMs: number };

/** What one recording must answer (contracts.md §5). 0 is the timestamp of its first decoded frame. */
export type Challenge = {
  readonly level: 2 | 3 | 4 | 5;
  readonly durationMs: number;
  /** In their order, windows that do not overlap. Empty at level 3. */
  readonly actions: readonly ActionPrompt[];
  /** In their order, gapless; the first is the marker. Empty at level 2. */
  readonly colors: readonly ColorSpan[];
  /** When the marker flash begins that the colours are aligned by; null without colours. */
  readonly markerMs: number | null;
  readonly shown: readonly ShownMark[];
};

export type ChallengeReading =
  | { readonly ok: true; readonly challenge: Challenge }
  | { readonly ok: false; readonly text: string };

/** A recording is never longer (`vision/video/limits.ts`). */
const longestMs = 20_000;

const keys = ['level', 'durationMs', 'actions', 'colors', 'markerMs', 'shown'];

/** Reads a challenge file; says in one sentence what is wrong with it. Unknown keys are refused. */
export function readChallenge(json: string): ChallengeReading {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { ok: false, text: 'the challenge file is no JSON' };
  }
  const problem = problemOf(value);
  if (problem !== null) return { ok: false, text: `the challenge file: ${problem}` };
  const { actions = [], colors = [], markerMs = null, shown = [], ...rest } = value as Challenge;
  return { ok: true, challenge: { ...rest, actions, colors, markerMs, shown } };
}

function problemOf(value: unknown): string | null {
  if (!isRecord(value)) return 'it must be an object';
  const unknown = Object.keys(value).find((key) => !keys.includes(key));
  if (unknown !== undefined) return `it knows no "${unknown}"`;
  const { level, durationMs, actions = [], colors = [], markerMs = null, shown = [] } = value;
  if (![2, 3, 4, 5].includes(level as number)) return '"level" must be 2, 3, 4 or 5';
  if (!isTime(durationMs) || durationMs === 0) return `"durationMs" must be 1 to ${longestMs}`;
  const spans = problemOfSpans('actions', actions, ['action', 'fromMs', 'toMs'], isAction, durationMs);
  if (spans !== null) return spans;
  const shades = problemOfSpans('colors', colors, ['color', 'fromMs', 'toMs'], isColor, durationMs);
  if (shades !== null) return shades;
  if (markerMs !== null && !isTime(markerMs)) return '"markerMs" must be a time in milliseconds';
  if (!Array.isArray(shown) || !shown.every(isMark)) return '"shown" must list {"what", "atMs"}';
  if (level !== 3 && (actions as []).length === 0) return `level ${level} needs "actions"`;
  if (level !== 2 && (colors as []).length === 0) return `level ${level} needs "colors"`;
  return null;
}

function problemOfSpans(
  name: 'actions' | 'colors',
  list: unknown,
  allowed: readonly string[],
  isWhat: (value: Record<string, unknown>) => boolean,
  durationMs: number,
): string | null {
  if (!Array.isArray(list)) return `"${name}" must be a list`;
  let reachedMs = 0;
  for (const span of list) {
    const { fromMs, toMs } = isRecord(span) ? span : {};
    const isGood = isRecord(span) && Object.keys(span).every((key) => allowed.includes(key)) && isWhat(span);
    if (!isGood) return `"${name}" must list {${allowed.map((key) => `"${key}"`).join(', ')}}`;
    if (!isTime(fromMs) || !isTime(toMs) || toMs <= fromMs) return `"${name}" needs "fromMs" before "toMs"`;
    if (fromMs < reachedMs || toMs > durationMs)
      return `"${name}" must follow each other within "durationMs"`;
    reachedMs = toMs;
  }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= longestMs;
}

function isAction({ action }: Record<string, unknown>): boolean {
  return (actionNames as readonly unknown[]).includes(action);
}

function isColor({ color }: Record<string, unknown>): boolean {
  return typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color);
}

function isMark(mark: unknown): boolean {
  if (!isRecord(mark) || Object.keys(mark).some((key) => key !== 'what' && key !== 'atMs')) return false;
  return typeof mark.what === 'string' && typeof mark.atMs === 'number';
}
