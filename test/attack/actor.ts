import type { Challenge } from '../../src/verify/challenge.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import { type ClipEvent, clipEvents } from './clip-events.ts';
import { clipSeconds, type LongClip, longClips } from './sources.ts';

/** Where in a clip somebody's eyes or mouth are taken from, so that the event comes when it is asked for. */
type Cue = { readonly clip: LongClip; readonly clipMs: number; readonly recordingMs: number };

/** Chooses an event that answers the challenge's action of this part; any stretch where none is asked for. */
export function meetActions(challenge: Challenge | null, part: 'eyes' | 'mouth', random: SeededRandom): Cue {
  const action = part === 'eyes' ? 'blink' : 'mouth';
  const prompt = challenge?.actions.find((asked) => asked.action === action);
  const recordingMs = prompt ? prompt.fromMs + random.between(300, 900) : 1500;
  const inTime = clipEvents.filter(
    (event): event is ClipEvent & { clip: LongClip } =>
      event.action === action &&
      (longClips as readonly string[]).includes(event.clip) &&
      event.fromMs >= recordingMs,
  );
  const event = random.pick(inTime);
  return { clip: event.clip, clipMs: event.fromMs, recordingMs };
}

/** The stretch of the clip, as long as asked for or as the clip is. */
export function actorStretch({ clip, clipMs, recordingMs }: Cue, seconds: number) {
  const fromSeconds = (clipMs - recordingMs) / 1000;
  return { clip, fromSeconds, seconds: Math.min(seconds, clipSeconds[clip] - fromSeconds - 0.1) };
}
