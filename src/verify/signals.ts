import type { CloserLook } from './closer-looks.ts';
import { type Evidence, type Signals, summaryOf } from './evidence.ts';
import type { Watched } from './face-watch.ts';
import { measureActions } from './liveness/actions/actions.ts';
import { measureBrightness } from './liveness/brightness.ts';
import { measureContinuity } from './liveness/continuity.ts';
import { measureEyeMotion } from './liveness/eye-motion.ts';
import { measureEyeShade } from './liveness/eye-shade.ts';
import { flattenFace } from './liveness/flattened-face.ts';
import { measureInjection } from './liveness/injection/injection.ts';
import { measureStampTiming } from './liveness/injection/stamp-timing.ts';
import { measureLidMotion } from './liveness/lid-motion.ts';
import { measureLight } from './liveness/light/measure-light.ts';
import { measureMouthRedness } from './liveness/mouth-color.ts';
import { measureParallax } from './liveness/parallax.ts';
import { measurePassive } from './liveness/passive.ts';
import { measureRepetition } from './liveness/repetition.ts';
import { findReplay } from './liveness/replay/find-replay.ts';
import { traceMotion } from './liveness/replay/motion-trace.ts';
import { measureSamePerson } from './liveness/same-person.ts';
import { measureShapeChange } from './liveness/shape-change.ts';
import { measureTexture } from './liveness/texture/texture.ts';

/** Measures every signal of a recording. Concludes nothing: that is `decide.ts`. */
export function measureSignals(evidence: Evidence, watched: Watched, looks: readonly CloserLook[]): Signals {
  const flattened = flattenFace(watched.sightings);
  const video = summaryOf(evidence);
  const trace = traceMotion(watched.sightings, watched.faceGrids);
  return {
    continuity: measureContinuity(watched),
    brightness: measureBrightness(watched),
    eyeShade: measureEyeShade(watched),
    mouthRedness: measureMouthRedness(watched),
    repetition: measureRepetition(watched),
    samePerson: measureSamePerson(looks),
    passive: measurePassive(looks),
    lids: measureLidMotion(watched.sightings),
    shape: flattened && { ...measureShapeChange(flattened), bending: flattened.bending },
    parallax: flattened && measureParallax(flattened),
    eyeMotion: measureEyeMotion(watched.eyeBands),
    actions: measureActions(evidence.challenge, watched.sightings),
    light: evidence.challenge && evidence.lit && measureLight(evidence.lit, evidence.challenge),
    stamps: video && measureStampTiming(evidence.capture?.chunks, video.durationMs),
    texture: measureTexture(watched, looks),
    injection: video && measureInjection(video, evidence.capture, watched),
    trace,
    replay: evidence.earlier && findReplay(trace, evidence.earlier.recordings),
  };
}
