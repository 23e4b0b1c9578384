import type { ActionName } from '../../src/verify/challenge.ts';
import type { Actions } from '../../src/verify/liveness/actions/actions.ts';
import { actionThresholds } from '../../src/verify/thresholds-actions.ts';
import { type ClipEvent, clipEvents, clipSpeech, clipTurns } from '../attack/clip-events.ts';
import type { ClipName } from '../support/shared-data.ts';
import type { Mark } from './left-out.ts';

/** One recording in which actions were looked for. */
export type ReadRecording = {
  /** What was done to it: `as it is`, `350 kbit/s`. */
  readonly version: string;
  readonly person: string;
  readonly durationMs: number;
  readonly actions: Actions;
};

/** How many of the labelled events were found. */
export type HitFigures = {
  readonly version: string;
  readonly action: ActionName;
  readonly labelled: number;
  readonly people: number;
  readonly found: number;
};

/** The labels are good to 40 ms, and a frame is seen every 83 ms. */
const slackMs = 150;
const labelSlackMs = 60;

const meets = (one: { fromMs: number; toMs: number }, other: { fromMs: number; toMs: number }) =>
  one.fromMs <= other.toMs + slackMs && one.toMs >= other.fromMs - slackMs;

export function countHits(recordings: readonly ReadRecording[], action: ActionName): HitFigures {
  const labels = recordings.flatMap(({ person, actions }) =>
    clipEvents
      .filter((event) => event.clip === person && event.action === action)
      .map((event) => ({ event, isFound: isFound(event, actions) })),
  );
  return {
    ...{ version: recordings[0]!.version, action, labelled: labels.length },
    people: new Set(labels.map(({ event }) => event.clip)).size,
    found: labels.filter((label) => label.isFound).length,
  };
}

function isFound(event: ClipEvent, actions: Actions): boolean {
  return sizeOfEvent(event, actions) >= actionThresholds[event.action].value;
}

/** How large a labelled event was seen; 0 where it was not. */
function sizeOfEvent(event: ClipEvent, { events }: Actions): number {
  // By its height: spans of two blinks that follow each other closely would both meet one of them.
  const seen = events.filter(
    (found) =>
      found.action === event.action &&
      found.peakMs >= event.fromMs - labelSlackMs &&
      found.peakMs <= event.toMs + labelSlackMs,
  );
  return Math.max(0, ...seen.map(({ size }) => size));
}

/** What an action's threshold holds the labelled events to, clip by clip. */
export function actionMark(recordings: readonly ReadRecording[], action: 'blink' | 'mouth'): Mark {
  const shown = recordings.flatMap(({ person, actions }) =>
    clipEvents
      .filter((event) => event.clip === person && event.action === action)
      .map((event) => ({ person, value: sizeOfEvent(event, actions) })),
  );
  return { name: action, value: actionThresholds[action].value, refuses: 'below', shown };
}

/** How often an action would have been seen that did not happen. */
export type FalseHitFigures = {
  readonly action: ActionName;
  /** Whether windows with what is alike (words and grins, turns of the head) are among them. */
  readonly withAlike: boolean;
  readonly windows: number;
  readonly people: number;
  readonly falseHits: number;
  /** The largest size that did not happen, over the threshold. */
  readonly strongest: number;
};

const window = { longMs: 2000, stepMs: 500 };

/** Looks through windows of 2 s, a new one each half second, in which the action does not happen. */
export function countFalseHits(
  recordings: readonly ReadRecording[],
  action: ActionName,
  withAlike = false,
): FalseHitFigures {
  const trials = recordings.flatMap((recording) => {
    const steps = Math.max(0, Math.floor((recording.durationMs - window.longMs) / window.stepMs) + 1);
    return Array.from({ length: steps }, (_, at) => {
      const span = { fromMs: at * window.stepMs, toMs: at * window.stepMs + window.longMs };
      return { recording, span };
    }).filter(({ span }) => !happens(recording.person, action, span, withAlike));
  });
  const strengths = trials.map(({ recording, span }) => {
    const within = recording.actions.events.filter(
      (event) => event.action === action && event.fromMs >= span.fromMs && event.peakMs <= span.toMs,
    );
    return Math.max(0, ...within.map(({ size }) => size / actionThresholds[action].value));
  });
  return {
    ...{ action, withAlike, windows: trials.length },
    people: new Set(trials.map(({ recording }) => recording.person)).size,
    falseHits: strengths.filter((strength) => strength >= 1).length,
    strongest: Math.max(0, ...strengths),
  };
}

/** Whether it was labelled, or, unless these are wanted, is like what was. */
function happens(
  person: string,
  action: ActionName,
  span: { fromMs: number; toMs: number },
  withAlike: boolean,
): boolean {
  const likeIt = action === 'mouth' ? clipSpeech : action === 'blink' ? [] : clipTurns;
  const alike = withAlike ? [] : likeIt;
  const labels = [...clipEvents.filter((event) => event.action === action), ...alike];
  return labels.some((label) => label.clip === (person as ClipName) && meets(label, span));
}

/** The sizes at which an action was found once in each recording, or 0. */
export function sizesOf(all: readonly Actions[], action: ActionName): readonly number[] {
  return all.map(({ events }) =>
    Math.max(0, ...events.filter((event) => event.action === action).map(({ size }) => size)),
  );
}
