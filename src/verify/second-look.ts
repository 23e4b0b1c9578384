import type { Vision } from '../vision/faces.ts';
import { type Decoder, decodeVideo } from '../vision/video/decode.ts';
import type { CloseStretch } from '../vision/video/decoder-driver.ts';
import { decideLiveness } from './decide.ts';
import type { Evidence } from './evidence.ts';
import { type Sighting, sightFace } from './face-watch.ts';
import { longestLagMs } from './liveness/actions/answer-prompts.ts';
import type { Stopwatch } from './stopwatch.ts';

/** Around a window, milliseconds: how lids stood before they fell, and whether they came back. */
const around = { beforeMs: 400, afterMs: 900 };

/**
 * Where nothing speaks against a recording but a blink that was not seen: from when to when all of its frames are to be looked at. A quick
 * blink lasts 100 to 150 ms and its lids are down for one frame of 24 a second (clip d18: 40 ms), which twelve frames a second step over. Null
 * anywhere else, so whoever is refused for more, and whoever passes, costs nothing more.
 */
export function stretchToLookAtAgain(evidence: Evidence): CloseStretch | null {
  const refusals = decideLiveness(evidence).reasons.filter(({ refuses }) => refuses);
  if (refusals.length === 0 || refusals.some(({ id }) => id !== 'actions.blink-unseen')) return null;
  const windows = evidence.challenge?.actions.filter(({ action }) => action === 'blink') ?? [];
  return {
    fromMs: Math.max(0, Math.min(...windows.map(({ fromMs }) => fromMs)) - around.beforeMs),
    toMs: Math.max(...windows.map(({ toMs }) => toMs)) + longestLagMs + around.afterMs,
  };
}

/**
 * The face in every frame of a stretch, in the order of time: those that were known, and those between them, which are decoded for this
 * (the first decoding kept none of them). The face is looked for where the frame nearest in time has it. Cost: decoding once
 * more, and 4 ms for each frame between. Throws where the decoder fails.
 */
export async function sightBetween(
  kit: { readonly vision: Vision; readonly decoder: Decoder },
  videoPath: string,
  known: readonly Sighting[],
  stretch: CloseStretch,
  stopwatch: Stopwatch,
): Promise<readonly Sighting[]> {
  const knownMs = new Set(known.map(({ timestampMs }) => timestampMs));
  const between: Sighting[] = [];
  const video = await decodeVideo(
    kit.decoder,
    videoPath,
    async (frame): Promise<'done'> => {
      if (knownMs.has(frame.timestampMs)) return 'done';
      const near = nearestIn(known, frame.timestampMs);
      if (near) between.push(await sightFace(kit.vision, stopwatch, frame, near.frameIndex, near.box));
      return 'done';
    },
    stretch,
  );
  if (!video.ok && video.problem === 'decoder-failed') throw new Error(video.text);
  return [...known, ...between].sort((one, other) => one.timestampMs - other.timestampMs);
}

function nearestIn(known: readonly Sighting[], timestampMs: number): Sighting | null {
  const away = (sighting: Sighting) => Math.abs(sighting.timestampMs - timestampMs);
  return known.reduce<Sighting | null>(
    (best, sighting) => (best && away(best) <= away(sighting) ? best : sighting),
    null,
  );
}
