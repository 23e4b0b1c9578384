import { resultCodes } from '../result-codes.ts';
import type { Reason } from './judgement.ts';
import type { Texture } from './liveness/texture/texture.ts';
import { textureThresholds } from './thresholds-texture.ts';

type Finding = Reason & { readonly code: number };

/**
 * 1002 where the face shows the lattice of a screen or of a print (contracts §3), at every level. Most screens show none
 * after lens and compression, so its absence says nothing and unmeasured does not refuse: what must be seen of a living person
 * is decided elsewhere. Framing edges are noted: a door frame makes them too.
 */
export function judgeTexture(texture: Texture | null): readonly Finding[] {
  const { latticeMost, framedShareMost, wanderMost } = textureThresholds;
  const findings: Finding[] = [];
  const strength = texture?.pattern?.strength ?? 0;
  if (strength >= latticeMost.value) {
    const text = "A regular lattice lies over the face, as of a screen's cells or a print's dots.";
    findings.push({
      ...{ id: 'screen.pattern', text, score: strength, threshold: latticeMost.value },
      ...{ refuses: true, code: resultCodes.spoofed },
    });
  }
  const edges = texture?.edges;
  if (edges && edges.share >= framedShareMost.value && edges.wander <= wanderMost.value) {
    const text = 'Two long straight edges frame the face and move with it.';
    findings.push({
      ...{ id: 'screen.framed', text, score: edges.share, threshold: framedShareMost.value },
      ...{ refuses: false, code: resultCodes.success },
    });
  }
  return findings;
}
