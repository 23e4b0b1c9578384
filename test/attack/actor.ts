import type { Challenge } from '../../src/verify/challenge.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import { type ClipEvent, clipEvents } from './clip-events.ts';
import { clipSeconds, type LongClip, longClips } from './sources.ts';

/** Where in a clip somebody's eyes or mouth are taken from, so that the event comes when it is asked for. */
type Cue = { readonly clip: LongClip; readonly clipMs: number; readonly recordingMs: number };

/**
 * Chooses an event that answers the challenge's action of this part, of those whose clip is long enough before and after;
 * any such event where none is asked for.
 */
export function meetActions(
  challenge: Challenge | null,
  part: 'eyes' | 'mouth',
  seconds: number,
  random: SeededRandom,
): Cue {
  const action = part === 'eyes' ? 'blink' : 'mouth';
  const prompt = challenge?.actions.find((asked) => asked.action === action);
  const recordingMs = prompt ? prompt.fromMs + random.between(300, 900) : random.between(500, 1500);
  const cues = clipEvents
    .filter(isOfLongClip)
    .filter((event) => event.action === action && event.fromMs >= recordingMs)
    .map(({ clip, fromMs }) => ({ clip, clipMs: fromMs, recordingMs }));
  const whole = cues.filter((cue) => secondsAfterStart(cue) >= seconds);
  const longest = cues.reduce((best, cue) => (secondsAfterStart(cue) > secondsAfterStart(best) ? cue : best));
  return whole.length > 0 ? random.pick(whole) : longest;
}

const isOfLongClip = (event: ClipEvent): event is ClipEvent & { clip: LongClip } =>
  (longClips as readonly string[]).includes(event.clip);

const secondsAfterStart = ({ clip, clipMs, recordingMs }: Cue): number =>
  clipSeconds[clip] - (clipMs - recordingMs) / 1000 - 0.1;

/** The stretch of the clip, as long as asked for or as the clip is. */
export function actorStretch(cue: Cue, seconds: number) {
  const fromSeconds = (cue.clipMs - cue.recordingMs) / 1000;
  return { clip: cue.clip, fromSeconds, seconds: Math.min(seconds, secondsAfterStart(cue)) };
}
