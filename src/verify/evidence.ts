import type { VideoOutcome, VideoSummary } from '../vision/video/video-frame.ts';
import type { BestFrames } from './best-frame.ts';
import type { Challenge } from './challenge.ts';
import type { CloserLook } from './closer-looks.ts';
import type { Comparison } from './compare.ts';
import type { Watched } from './face-watch.ts';
import type { CaptureFacts } from './judgement.ts';
import type { Actions } from './liveness/actions/actions.ts';
import type { Brightness } from './liveness/brightness.ts';
import type { Continuity } from './liveness/continuity.ts';
import type { EyeMotion } from './liveness/eye-motion.ts';
import type { EyeShade } from './liveness/eye-shade.ts';
import type { Injection } from './liveness/injection/injection.ts';
import type { StampTiming } from './liveness/injection/stamp-timing.ts';
import type { LidMotion } from './liveness/lid-motion.ts';
import type { LitFrames } from './liveness/light/light-watch.ts';
import type { LightSignal } from './liveness/light/measure-light.ts';
import type { Parallax } from './liveness/parallax.ts';
import type { PassiveScore } from './liveness/passive.ts';
import type { Repetition } from './liveness/repetition.ts';
import type { Earlier, Replay } from './liveness/replay/find-replay.ts';
import type { MotionTrace } from './liveness/replay/motion-trace.ts';
import type { SamePerson } from './liveness/same-person.ts';
import type { ShapeChange } from './liveness/shape-change.ts';
import type { Texture } from './liveness/texture/texture.ts';
import type { PortraitReading } from './portrait.ts';

/** What the frames told. A signal that could not be measured is null, and null never counts as passed. */
export type Signals = {
  readonly continuity: Continuity;
  readonly brightness: Brightness;
  readonly eyeShade: EyeShade | null;
  /** See `measureMouthRedness`. */
  readonly mouthRedness: number | null;
  readonly repetition: Repetition | null;
  readonly samePerson: SamePerson | null;
  readonly passive: PassiveScore | null;
  readonly lids: LidMotion | null;
  readonly shape: (ShapeChange & { readonly bending: number }) | null;
  readonly parallax: Parallax | null;
  readonly eyeMotion: EyeMotion | null;
  /** Null also where no action was asked for. */
  readonly actions: Actions | null;
  /** Null also where no piece was announced: at level 1, and on the command line. */
  readonly stamps: StampTiming | null;
  /** Null also where no colours were shown. */
  readonly light: LightSignal | null;
  readonly texture: Texture | null;
  /** Stored; refuses nothing. */
  readonly injection: Injection | null;
  /** What a later recording is held against. */
  readonly trace: MotionTrace | null;
  /** Null also where no earlier recording is known. */
  readonly replay: Replay | null;
};

/**
 * All that is known of one recording. It grows step by step in `verify.ts`; a step adds its own part and changes no
 * other. A part is null until its step was reached.
 */
export type Evidence = {
  /** What the recording must answer; null at level 1. */
  readonly challenge: Challenge | null;
  readonly capture: CaptureFacts | null;
  readonly earlier: Earlier | null;
  readonly video: VideoOutcome | null;
  readonly watched: Watched | null;
  /** Null also where no colours were shown. */
  readonly lit: LitFrames | null;
  readonly looks: readonly CloserLook[] | null;
  readonly signals: Signals | null;
  /** Actions as every frame round a blink shows them that twelve frames a second did not; null where nobody looked again. */
  readonly actionsLookedAtAgain: Actions | null;
  readonly best: BestFrames | null;
  readonly portrait: PortraitReading | null;
  readonly comparison: Comparison | null;
};

export const noEvidence: Evidence = {
  challenge: null,
  capture: null,
  earlier: null,
  video: null,
  watched: null,
  lit: null,
  looks: null,
  signals: null,
  actionsLookedAtAgain: null,
  best: null,
  portrait: null,
  comparison: null,
};

/** The same evidence and one more part. */
export function withPart<Part extends keyof Evidence>(
  evidence: Evidence,
  part: Part,
  value: Evidence[Part],
): Evidence {
  if (evidence[part] !== null) throw new Error(`The evidence already has its ${part}.`);
  return { ...evidence, [part]: value };
}

/** What was done, by the closest look that was taken; null where it could not be measured, or nothing was asked for. */
export function actionsOf({ actionsLookedAtAgain, signals }: Evidence): Actions | null {
  return actionsLookedAtAgain ?? signals?.actions ?? null;
}

/** What was counted of the video; null where it could not be decoded. */
export function summaryOf({ video }: Evidence): VideoSummary | null {
  return video?.ok ? video.summary : null;
}
