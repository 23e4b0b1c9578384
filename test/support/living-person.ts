import type { CloserLook } from '../../src/verify/closer-looks.ts';
import { type Evidence, noEvidence, type Signals } from '../../src/verify/evidence.ts';

/** What is measured of a person who lives, sits still in good light and was asked for nothing. */
export const living: Signals = {
  continuity: { faceShare: 1, framesWithOthers: 0, framesWithMinorFaces: 0, jumps: 0, faceHeightPixels: 300 },
  brightness: { frame: 120, face: 120, burntOut: 0 },
  eyeShade: { below: 1, within: 0.9, evenness: 0.5 },
  mouthRedness: 1.2,
  repetition: { frozenMs: 0, haltedMs: 0, loopedMs: 0, usualChange: 3 },
  samePerson: { leastCosine: 0.8 },
  passive: { score: 0.99, lowest: 0.9, near: 0.99, wide: 0.99 },
  lids: { blinks: 1, leastOpening: 0.3, mostClosed: 0.9 },
  shape: { change: 0.03, bending: 0.01 },
  parallax: { noseShift: 0.05 },
  eyeMotion: { across: 0.01, down: 0 },
  actions: null,
  stamps: null,
  light: null,
  texture: null,
  injection: null,
  trace: null,
  replay: null,
};

/** All that is known of a recording of that person but for some signals. */
export function evidenceOf(signals: Partial<Signals>, durationMs = 4000): Evidence {
  const summary = { container: 'mp4', codec: 'h264', sourceWidth: 480, sourceHeight: 640 } as const;
  return {
    ...noEvidence,
    video: { ok: true, summary: { ...summary, timestampsMs: [], frameCount: 48, durationMs } },
    // Their number alone is looked at.
    looks: Array.from({ length: 4 }, () => ({}) as CloserLook),
    signals: { ...living, ...signals },
  };
}
