import { lifeOf } from './decide.ts';
import { actionsOf, type Evidence, summaryOf } from './evidence.ts';
import type { Judgement } from './judgement.ts';
import { listActions } from './list-actions.ts';
import { listLight } from './list-light.ts';
import { listInjection } from './liveness/injection/list-injection.ts';

/** Every measured value under its stable dotted name, for the stored decision and the command line; null: not measured. */
export function listSignals(evidence: Evidence): Judgement['signals'] {
  const { signals, best } = evidence;
  const video = summaryOf(evidence);
  return rounded({
    'video.container': video?.container ?? null,
    'video.codec': video?.codec ?? null,
    'video.width': video?.sourceWidth ?? null,
    'video.height': video?.sourceHeight ?? null,
    'video.durationMs': video?.durationMs ?? null,
    'video.frames': video?.timestampsMs.length ?? null,
    'video.sampledFrames': video?.frameCount ?? null,
    'light.face': signals?.brightness.face ?? null,
    'light.frame': signals?.brightness.frame ?? null,
    'light.burntOut': signals?.brightness.burntOut ?? null,
    'face.share': signals?.continuity.faceShare ?? null,
    'face.heightPixels': signals?.continuity.faceHeightPixels ?? null,
    'face.eyesBelow': signals?.eyeShade?.below ?? null,
    'face.eyesWithin': signals?.eyeShade?.within ?? null,
    'face.eyeEvenness': signals?.eyeShade?.evenness ?? null,
    'face.mouthRedness': signals?.mouthRedness ?? null,
    'persons.framesWithOthers': signals?.continuity.framesWithOthers ?? null,
    'persons.framesWithMinorFaces': signals?.continuity.framesWithMinorFaces ?? null,
    'persons.jumps': signals?.continuity.jumps ?? null,
    'persons.leastCosine': signals?.samePerson?.leastCosine ?? null,
    'injection.frozenMs': signals?.repetition?.frozenMs ?? null,
    'injection.haltedMs': signals?.repetition?.haltedMs ?? null,
    'injection.loopedMs': signals?.repetition?.loopedMs ?? null,
    'injection.usualChange': signals?.repetition?.usualChange ?? null,
    'timing.lateMs': signals?.stamps?.lateMs ?? null,
    'timing.earlyMs': signals?.stamps?.earlyMs ?? null,
    'timing.sliceMs': signals?.stamps?.sliceMs ?? null,
    'timing.largestShare': signals?.stamps?.largestShare ?? null,
    ...listInjection(signals?.injection ?? null),
    'replay.likeness': signals?.replay?.likeness ?? null,
    'replay.movement': signals?.replay?.movement ?? null,
    'replay.overlapMs': signals?.replay?.overlapMs ?? null,
    'replay.mirrored': signals?.replay?.isMirrored ?? null,
    'replay.earlier': signals?.replay?.seq ?? null,
    'texture.lattice': signals?.texture?.pattern?.strength ?? null,
    'texture.latticePixels': signals?.texture?.pattern?.periodPixels ?? null,
    'texture.gamut': signals?.texture?.gamut?.spread ?? null,
    'texture.black': signals?.texture?.gamut?.black ?? null,
    'texture.outlineShare': signals?.texture?.outline?.share ?? null,
    'texture.outlineSides': signals?.texture?.outline?.sides ?? null,
    'passive.score': signals?.passive?.score ?? null,
    'passive.lowest': signals?.passive?.lowest ?? null,
    'passive.near': signals?.passive?.near ?? null,
    'passive.wide': signals?.passive?.wide ?? null,
    'life.blinks': signals?.lids?.blinks ?? null,
    'life.leastOpening': signals?.lids?.leastOpening ?? null,
    'life.mostClosed': signals?.lids?.mostClosed ?? null,
    'life.shapeChange': signals?.shape?.change ?? null,
    'life.noseShift': signals?.parallax?.noseShift ?? null,
    'life.eyesAcross': signals?.eyeMotion?.across ?? null,
    'life.eyesDown': signals?.eyeMotion?.down ?? null,
    'life.strongest': signals ? lifeOf(signals) : null,
    'life.bending': signals?.shape?.bending ?? null,
    ...listActions(evidence.challenge, actionsOf(evidence), signals?.light ?? null),
    'actions.lookedAtAgain': signals?.actions ? evidence.actionsLookedAtAgain !== null : null,
    ...listLight(signals?.light ?? null),
    'best.quality': best?.quality ?? null,
    'best.timestampMs': best?.timestampMs ?? null,
  });
}

/** Four digits after the point are more than any of these measurements holds. */
function rounded(signals: Judgement['signals']): Judgement['signals'] {
  return Object.fromEntries(
    Object.entries(signals).map(([name, value]) => [
      name,
      typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value,
    ]),
  );
}
