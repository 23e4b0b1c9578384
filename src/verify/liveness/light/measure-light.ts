import type { Challenge } from '../../challenge.ts';
import { measureGlints } from './eye-glints.ts';
import { measurePatches, measureUnevenness } from './light-patches.ts';
import { measureRelief } from './light-relief.ts';
import { type LightResponse, measureResponse } from './light-response.ts';
import { type LightShape, measureShape } from './light-shape.ts';
import type { LitFrames } from './light-watch.ts';
import { measureGains } from './region-gains.ts';
import { measureReliefGains } from './relief-gains.ts';
import { trackScreen } from './screen-track.ts';

/** How a recording answers the screen's colours. */
export type LightSignal = {
  readonly response: LightResponse;
  readonly shape: LightShape;
  /** See `measureRelief`. */
  readonly relief: number | null;
  /** See `measurePatches`. */
  readonly patches: number | null;
  /** See `measureUnevenness`. */
  readonly unevenness: number | null;
  /** See `measureGlints`. */
  readonly glints: number | null;
};

/**
 * The light signal of a recording. Null where the challenge has no colours, and where the face was seen too rarely to say
 * anything: with colours, null refuses. Cost: 35 ms for 5 s beside the reading of the frames.
 */
export function measureLight({ colors, glints }: LitFrames, challenge: Challenge): LightSignal | null {
  const screen = trackScreen(challenge);
  const response = screen && measureResponse(colors, screen, challenge.markerMs ?? screen.fromMs);
  const gains = response && measureGains(colors, screen, response);
  if (!gains) return null;
  const places = measureReliefGains(colors, screen, response);
  return {
    response,
    shape: measureShape(gains),
    relief: places && measureRelief(places),
    patches: places && measurePatches(places),
    unevenness: places && measureUnevenness(places),
    glints: measureGlints(glints, screen, response),
  };
}
