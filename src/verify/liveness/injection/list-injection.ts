import type { Judgement } from '../../judgement.ts';
import type { Injection } from './injection.ts';

/** Every measured sign of injection under its stable name; null: not measured. */
export function listInjection(injection: Injection | null): Judgement['signals'] {
  const { timing, repeated, compression, exposure, camera } = injection ?? {};
  return {
    'injection.usualIntervalMs': timing?.usualMs ?? null,
    'injection.unevenMs': timing?.unevenMs ?? null,
    'injection.gaps': timing?.gaps ?? null,
    'injection.longestGapMs': timing?.longestGapMs ?? null,
    'injection.exactShare': repeated?.exactShare ?? null,
    'injection.nearShare': repeated?.nearShare ?? null,
    'injection.foreignGrid': compression?.foreignGrid ?? null,
    'injection.gridPixels': compression?.periodPixels ?? null,
    'injection.faceSwing': exposure?.faceSwing ?? null,
    'injection.noise': exposure?.noise ?? null,
    'injection.virtualCamera': camera?.virtualKind ?? null,
    'injection.otherShape': camera?.hasOtherShape ?? null,
  };
}
