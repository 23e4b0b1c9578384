import { resultCodes } from '../result-codes.ts';
import { judgeActions } from './decide-actions.ts';
import { judgeCovered } from './decide-covered.ts';
import { noteInjection } from './decide-injection.ts';
import { followsHead, judgeLight } from './decide-light.ts';
import { judgeReplay } from './decide-replay.ts';
import { judgeTexture } from './decide-texture.ts';
import { judgeTiming } from './decide-timing.ts';
import { actionsOf, type Evidence, type Signals } from './evidence.ts';
import type { Reason } from './judgement.ts';
import { thresholds } from './thresholds.ts';

export type LivenessDecision = { readonly livenessCode: number; readonly reasons: readonly Reason[] };

type Finding = Reason & { readonly code: number };

/**
 * One result code for the liveness of a recording, and every reason that was seen (contracts.md §3). The rules stand in
 * the order in which they are told: the first that refuses gives the code. What is unknown refuses.
 */
export function decideLiveness(evidence: Evidence): LivenessDecision {
  const findings = evidence.signals ? judgeSignals(evidence, evidence.signals) : judgeVideo(evidence);
  const refusal = findings.find(({ refuses }) => refuses);
  return {
    livenessCode: refusal?.code ?? resultCodes.success,
    reasons: findings.map(({ id, text, score, threshold, refuses }) => ({
      id,
      text,
      score,
      threshold,
      refuses,
    })),
  };
}

/** Where no frame was judged: why the recording itself was refused. */
function judgeVideo({ video }: Evidence): readonly Finding[] {
  if (!video || video.ok) throw new Error('A decoded recording must be watched before it is decided on.');
  const code = video.problem === 'too-few-frames' ? resultCodes.tooShort : resultCodes.livenessFailed;
  return [
    { id: `video.${video.problem}`, text: video.text, score: null, threshold: null, refuses: true, code },
  ];
}

function judgeSignals(evidence: Evidence, signals: Signals): readonly Finding[] {
  const { challenge } = evidence;
  const ofLight = judgeLight(challenge, signals.light);
  const isLitAsHead = ofLight.length === 0 && followsHead(challenge, signals.light);
  return [
    ...judgeDuration(evidence),
    ...judgeBrightness(signals),
    ...judgeFace(evidence, signals),
    ...judgeCovered(signals),
    ...judgePersons(signals),
    ...judgeRepetition(signals),
    ...judgeReplay(evidence.earlier, signals.replay),
    ...judgeTiming(challenge, evidence.capture, signals.stamps),
    ...noteInjection(signals.injection),
    ...judgeTexture(signals.texture),
    ...judgePassive(signals),
    ...judgeLife(signals, isLitAsHead),
    ...judgeActions(challenge, actionsOf(evidence), signals.light),
    ...ofLight,
  ];
}

function judgeDuration({ video }: Evidence): readonly Finding[] {
  const shown = video?.ok ? video.summary.durationMs : 0;
  const tooShort = shown < thresholds.durationMs.value;
  return tooShort
    ? [
        refusal(
          resultCodes.tooShort,
          'duration.short',
          'The recording is shorter than 2 s.',
          shown,
          thresholds.durationMs.value,
        ),
      ]
    : [];
}

function judgeBrightness({ brightness }: Signals): readonly Finding[] {
  const { faceLumaLeast, faceLumaMost, burntOutMost } = thresholds;
  const luma = brightness.face ?? brightness.frame;
  const burntOut = brightness.burntOut ?? 0;
  if (luma < faceLumaLeast.value) {
    return [refusal(resultCodes.tooDark, 'light.dark', 'The face is too dark.', luma, faceLumaLeast.value)];
  }
  if (luma > faceLumaMost.value) {
    return [
      refusal(resultCodes.tooBright, 'light.bright', 'The face is too bright.', luma, faceLumaMost.value),
    ];
  }
  if (burntOut > burntOutMost.value) {
    return [
      refusal(
        resultCodes.tooBright,
        'light.burnt-out',
        'Much of the face is burnt out.',
        burntOut,
        burntOutMost.value,
      ),
    ];
  }
  return [];
}

function judgeFace({ looks }: Evidence, { continuity }: Signals): readonly Finding[] {
  const { faceShareLeast, faceHeightLeast } = thresholds;
  const { faceShare, faceHeightPixels } = continuity;
  if (faceHeightPixels === null || !looks || looks.length < 2) {
    return [
      refusal(
        resultCodes.noFace,
        'face.none',
        'No face was seen, or too rarely.',
        faceShare,
        faceShareLeast.value,
      ),
    ];
  }
  if (faceShare < faceShareLeast.value) {
    return [
      refusal(
        resultCodes.noFace,
        'face.rare',
        'The face is missing in much of the recording.',
        faceShare,
        faceShareLeast.value,
      ),
    ];
  }
  if (faceHeightPixels < faceHeightLeast.value) {
    return [
      refusal(
        resultCodes.noFace,
        'face.small',
        'The face is too small.',
        faceHeightPixels,
        faceHeightLeast.value,
      ),
    ];
  }
  return [];
}

function judgePersons({ continuity, samePerson }: Signals): readonly Finding[] {
  const { otherFramesMost, samePersonCosineLeast, cutCosineLeast } = thresholds;
  const { framesWithOthers, framesWithMinorFaces, jumps } = continuity;
  const findings: Finding[] = [];
  if (framesWithOthers > otherFramesMost.value) {
    const text = 'Another person is in the picture.';
    findings.push(
      refusal(resultCodes.livenessFailed, 'persons.several', text, framesWithOthers, otherFramesMost.value),
    );
  } else if (framesWithOthers + framesWithMinorFaces > 0) {
    const text = 'A further face was seen, too small, too unsure or too rarely to count.';
    findings.push(note('persons.further-face', text, framesWithOthers + framesWithMinorFaces));
  }
  if (jumps > 0) findings.push(note('persons.jump', 'The face jumps from one frame to the next.', jumps));
  // Without a face there is nothing to compare; `judgeFace` has refused by then.
  const least = jumps > 0 ? cutCosineLeast : samePersonCosineLeast;
  const cosine = samePerson?.leastCosine ?? null;
  if (cosine === null || cosine < least.value) {
    const text = 'The person changes within the recording.';
    findings.push(refusal(resultCodes.livenessFailed, 'persons.changed', text, cosine, least.value));
  }
  return findings;
}

function judgeRepetition({ repetition }: Signals): readonly Finding[] {
  const { frozenMsMost, haltedMsMost, loopedMsMost } = thresholds;
  const findings: Finding[] = [];
  const frozenMs = repetition?.frozenMs ?? null;
  const haltedMs = repetition?.haltedMs ?? null;
  const loopedMs = repetition?.loopedMs ?? null;
  if (frozenMs === null || frozenMs > frozenMsMost.value) {
    const text = 'The picture of the face stands still without the least noise.';
    findings.push(refusal(resultCodes.spoofed, 'injection.frozen', text, frozenMs, frozenMsMost.value));
  } else if (haltedMs === null || haltedMs > haltedMsMost.value) {
    const text = 'The picture of the face stands still, but for what an encoder changes.';
    findings.push(refusal(resultCodes.spoofed, 'injection.frozen', text, haltedMs, haltedMsMost.value));
  }
  if (loopedMs === null || loopedMs > loopedMsMost.value) {
    const text = 'A stretch of the recording comes twice.';
    findings.push(refusal(resultCodes.spoofed, 'injection.looped', text, loopedMs, loopedMsMost.value));
  }
  return findings;
}

function judgePassive(signals: Signals): readonly Finding[] {
  const { passiveAlone, passiveWithWeakLife, weakLife } = thresholds;
  const score = signals.passive?.score ?? null;
  if (score === null || score < passiveAlone.value) {
    const text = 'The passive network takes the face for a copy.';
    return [refusal(resultCodes.notReal, 'passive.not-real', text, score, passiveAlone.value)];
  }
  if (score >= passiveWithWeakLife.value) return [];
  if (lifeOf(signals) < weakLife.value) {
    const text = 'The passive network doubts the face, and there is little life in it.';
    return [refusal(resultCodes.notReal, 'passive.weak', text, score, passiveWithWeakLife.value)];
  }
  return [note('passive.doubt', 'The passive network doubts the face.', score, passiveWithWeakLife.value)];
}

/** Nothing flat is lit as a head, and a head that sits before a screen moves little: less has to be seen of it. */
function judgeLife(signals: Signals, isLitAsHead: boolean): readonly Finding[] {
  const life = lifeOf(signals);
  const least = isLitAsHead ? thresholds.lifeOfLitHeadLeast.value : 1;
  if (life >= 1) return [];
  if (life >= least) {
    const text = 'Lids, eyes and shape hardly moved, but the light lies on the face as on a head.';
    return [note('life.little', text, life, least)];
  }
  const text = 'No lid and no eye moved, no shape changed, nothing stood out of the plane: a still.';
  return [refusal(resultCodes.spoofed, 'life.still', text, life, least)];
}

/**
 * The strongest sign of life, 1 where it just counts. A recording is a still only when lid motion, change of
 * shape, parallax and the eyes' own motion are all below 1; a signal that could not be measured is 0.
 */
export function lifeOf({ lids, shape, parallax, eyeMotion }: Signals): number {
  const { blinksLeast, shapeChangeLeast, shapeChangePerBending, noseShiftLeast, noseShiftPerBending } =
    thresholds;
  const { eyesAcrossLeast, eyesDownLeast } = thresholds;
  const bending = shape?.bending ?? 0;
  const lidLife = (lids?.blinks ?? 0) / blinksLeast.value;
  const shapeLife = shape
    ? shape.change / (shapeChangeLeast.value + shapeChangePerBending.value * bending)
    : 0;
  const parallaxLife = parallax
    ? parallax.noseShift / (noseShiftLeast.value + noseShiftPerBending.value * bending)
    : 0;
  const eyeLife = eyeMotion
    ? Math.max(eyeMotion.across / eyesAcrossLeast.value, eyeMotion.down / eyesDownLeast.value)
    : 0;
  return Math.max(lidLife, shapeLife, parallaxLife, eyeLife);
}

function refusal(code: number, id: string, text: string, score: number | null, threshold: number): Finding {
  return { id, text, score, threshold, refuses: true, code };
}

function note(id: string, text: string, score: number, threshold: number | null = null): Finding {
  return { id, text, score, threshold, refuses: false, code: resultCodes.success };
}
