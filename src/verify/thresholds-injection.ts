import type { Threshold } from './thresholds.ts';

const unmeasured = 'not measured on recordings that MediaRecorder made: it only writes a note';

/**
 * From where a sign of injection is noted. None of these refuses, at any level, until its error rates are known on recordings that
 * browsers made of real cameras (docs/liveness.md): the clips measured so far were cut and encoded again by us, at even times.
 */
export const injectionThresholds = {
  /** Mean distance of an interval between frames from the usual one, milliseconds; rounding to whole ones alone makes 0.5. */
  unevenMsLeast: set(0.6, 'timestamps of files of a steady rate, in whole milliseconds'),
  /** Longest interval between two frames, milliseconds. */
  gapMsMost: set(700, 'a phone that is busy for longer lost its recording'),
  /** Share of sampled frames that repeat the one before in every place. */
  exactShareMost: set(0.1, 'encoders leave single frames of a calm picture as they were'),
  /** Strength of a foreign grid over the usual one. */
  foreignGridMost: set(8, 'the clips, which were compressed twice or more themselves, stay below'),
  /** Swing of the face's luma, as a share. */
  faceSwingLeast: set(0.004, 'a face that does not move by a hair, before a camera that never regulates'),
  /** Change of the calmer half of the picture from frame to frame, luma. */
  noiseLeast: set(0.01, 'a picture without any noise'),
} as const satisfies Record<string, Threshold>;

function set(value: number, setOn: string): Threshold {
  return { value, date: '2026-11-26', setOn, errorRate: unmeasured };
}
