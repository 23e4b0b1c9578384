import { resultCodes } from '../result-codes.ts';
import type { Reason } from './judgement.ts';
import type { Texture } from './liveness/texture/texture.ts';
import { textureThresholds } from './thresholds-texture.ts';

type Finding = Reason & { readonly code: number };

/**
 * 1002 where the face shows the lattice of a screen or of a print, or has the border of a device or a sheet round it (contracts §3), at every
 * level. Many screens show neither, so their absence says nothing and unmeasured does not refuse: what must be seen of a living person
 * is decided elsewhere.
 */
export function judgeTexture(texture: Texture | null): readonly Finding[] {
  const { latticeMost, outlineShareMost } = textureThresholds;
  const findings: Finding[] = [];
  const strength = texture?.pattern?.strength ?? 0;
  if (strength >= latticeMost.value) {
    const text = "A regular lattice lies over the face, as of a screen's cells or a print's dots.";
    findings.push({
      ...{ id: 'screen.pattern', text, score: strength, threshold: latticeMost.value },
      ...{ refuses: true, code: resultCodes.spoofed },
    });
  }
  const share = texture?.outline?.share ?? 0;
  if (share > 0) {
    const text = 'The border of a device or a sheet runs round the face, and across the person below it.';
    const refuses = share >= outlineShareMost.value;
    findings.push({
      ...{ id: 'screen.outline', text, score: share, threshold: outlineShareMost.value },
      ...{ refuses, code: refuses ? resultCodes.spoofed : resultCodes.success },
    });
  }
  return findings;
}
