import type { Judgement } from './judgement.ts';
import type { LightSignal } from './liveness/light/measure-light.ts';

/** What is told of the face's answer to the screen; null where there were no colours or it could not be measured. */
export function listLight(light: LightSignal | null): Judgement['signals'] {
  const { response, shape } = light ?? {};
  return {
    'light.agreement': response?.agreement ?? null,
    'light.lagMs': response?.lagMs ?? null,
    'light.anyLagMs': response?.anyLagMs ?? null,
    'light.markerLagMs': response?.markerLagMs ?? null,
    'light.driftMsPerSecond': response?.driftMsPerSecond ?? null,
    'light.driftGain': response?.driftGain ?? null,
    'light.change': response?.change ?? null,
    'light.behind': shape?.behind ?? null,
    'light.rim': shape?.rim ?? null,
    'light.neck': shape?.neck ?? null,
    'light.neckValue': shape?.neckValue ?? null,
    'light.paint': shape?.paint ?? null,
    'light.relief': light?.relief ?? null,
    'light.patches': light?.patches ?? null,
    'light.unevenness': light?.unevenness ?? null,
    'light.glints': light?.glints ?? null,
  };
}
