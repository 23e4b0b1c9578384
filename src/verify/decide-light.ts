import { resultCodes } from '../result-codes.ts';
import type { Challenge } from './challenge.ts';
import type { Reason } from './judgement.ts';
import { allowedLag, type LightResponse } from './liveness/light/light-response.ts';
import type { LightShape } from './liveness/light/light-shape.ts';
import type { LightSignal } from './liveness/light/measure-light.ts';
import { gamma } from './liveness/light/region-colors.ts';
import type { Threshold } from './thresholds.ts';
import { lightThresholds } from './thresholds-light.ts';

type Finding = Reason & { readonly code: number };

/**
 * Whether the face answers to the screen's colours as a body before a screen does: else 1401, or 1002 where it answers to other colours,
 * as the recording of another challenge does (contracts.md §3). What could not be measured refuses; the neck alone may be out of the
 * picture or too dark to tell, what stands behind burnt out or hidden by a near face where the light follows a head or the eyes mirror the screen, relief and patches too small
 * or too weakly lit to tell, and glints in the eyes only say how much else has to speak for a face.
 */
export function judgeLight(challenge: Challenge | null, light: LightSignal | null): readonly Finding[] {
  if (!challenge || challenge.colors.length === 0) return [];
  if (!light) {
    const text = "The face's colours could not be followed.";
    return [refusal('light.unmeasured', text, null, lightThresholds.agreementLeast.value)];
  }
  const answer = judgeAnswer(light.response);
  if (answer.length > 0) return answer;
  const signs = signsOf(light);
  return [...judgeBody(light, signs), ...judgeFaint(light, signs), ...judgeRelief(light, signs)];
}

/**
 * Whether colours alone were asked for, and they lie on the face as on a head beyond doubt: where `judgeLight` refuses nothing, it is nothing flat that
 * sits still.
 */
export function followsHead(challenge: Challenge | null, light: LightSignal | null): boolean {
  if (!challenge || challenge.colors.length === 0 || challenge.actions.length > 0 || !light) return false;
  return signsOf(light).isHead;
}

/** By how much the recording lags, as its light tells; null where that answers too weakly to tell. Milliseconds. */
export function screenLagOf(light: LightSignal | null): number | null {
  if (!light || light.response.agreement < lightThresholds.agreementLeast.value) return null;
  return light.response.lagMs;
}

/** That the colours are those asked for, at their time. */
function judgeAnswer(response: LightResponse): readonly Finding[] {
  const { agreementLeast, agreementWhereClearLeast, driftMost, driftGainMost, otherChangeLeast } =
    lightThresholds;
  const { agreement, anyLagMs, driftMsPerSecond, driftGain, change } = response;
  if (anyLagMs > allowedLag.toMs && response.anyAgreement >= agreementLeast.value) {
    return [refusal('light.late', "The screen's light comes too late.", anyLagMs, allowedLag.toMs)];
  }
  if (anyLagMs < allowedLag.fromMs && response.anyAgreement >= agreementLeast.value) {
    const text = "The screen's light comes before the screen had it.";
    return [refusal('light.early', text, anyLagMs, allowedLag.fromMs)];
  }
  if (Math.abs(driftMsPerSecond) > driftMost.value && driftGain > driftGainMost.value) {
    if (agreement + driftGain >= agreementLeast.value) {
      const text = "The screen's light runs away from its times.";
      return [refusal('light.drift', text, driftMsPerSecond, driftMost.value)];
    }
  }
  // Where the light is plain to see, what it does not explain is not noise but other colours.
  if (change >= otherChangeLeast.value) {
    if (agreement >= agreementWhereClearLeast.value) return [];
    const text = 'The face is lit by other colours than those shown.';
    const found = refusal('light.other-colors', text, agreement, agreementWhereClearLeast.value);
    return [{ ...found, code: resultCodes.spoofed }];
  }
  if (agreement >= agreementLeast.value) return [];
  const text = "The face does not answer to the screen's colours, or too weakly.";
  return [refusal('light.weak', text, agreement, agreementLeast.value)];
}

/** That they lie on a head before a background, and not flat on a picture. */
function judgeBody({ shape, response }: LightSignal, signs: Signs): readonly Finding[] {
  const { behindMost, rimMost, neckLeast, neckMost } = lightThresholds;
  const { behind, rim } = shape;
  const neck = seenNeckOf(shape, response.change);
  const findings: Finding[] = [];
  if (behind === null ? !signs.isHead && !signs.eyesMirror : behind > behindMost.value) {
    const text = 'What stands behind answers to the colours as the face does, or could not be seen.';
    findings.push(refusal('light.behind', text, behind, behindMost.value));
  }
  const flatFrom = rimMostOf(signs, neck !== null);
  if (rim === null || (flatFrom && rim > flatFrom.value)) {
    const text = 'The light lies on the face as on a flat thing, or is too weak to tell.';
    findings.push(refusal('light.flat', text, rim, (flatFrom ?? rimMost).value));
  }
  if (neck !== null && neck < neckLeast.value) {
    const text = 'The light ends at the chin.';
    findings.push(refusal('light.cut-out', text, neck, neckLeast.value));
  }
  if (neck !== null && neck > neckMost.value && !signs.hasRelief && !signs.eyesMirror) {
    const text = 'The light is stronger below the chin than on the face, as where glass mirrors it.';
    findings.push(refusal('light.mirrored', text, neck, neckMost.value));
  }
  return findings;
}

/**
 * The answer below the chin; null where that is out of the picture, or outside of what a neck answers and so dark (a black scarf or beard) that little of an answer
 * is kept by camera and encoder, or much is added by its gloss.
 */
function seenNeckOf({ neck, neckValue }: LightShape, change: number): number | null {
  const { neckLeast, neckMost, neckValueLeast, neckStepsLeast } = lightThresholds;
  if (neck === null || neckValue === null) return null;
  const isDark = neckValue < neckValueLeast.value && (neckValue * change) / gamma < neckStepsLeast.value;
  const isUsual = neck >= neckLeast.value && neck <= neckMost.value;
  return isDark && !isUsual ? null : neck;
}

/** What else says that the light lies on a face. */
type Signs = {
  /** It follows nose, sockets and cheeks; on a sheet two lenses that mirror the screen look so too. */
  readonly hasRelief: boolean;
  /** It follows nose, sockets and cheeks, as on nothing flat. */
  readonly isHead: boolean;
  /** At least it is not more like a soft spot. */
  readonly isShaped: boolean;
  /** Null where no eyes are read. */
  readonly eyesMirror: boolean | null;
};

function signsOf({ relief, unevenness, glints }: LightSignal): Signs {
  const { headReliefLeast, headUnevennessLeast, doubtReliefBelow, glintsLeast } = lightThresholds;
  const reaches = (value: number | null, least: Threshold) => value !== null && value >= least.value;
  const hasRelief = reaches(relief, headReliefLeast);
  return {
    hasRelief,
    isHead: hasRelief && reaches(unevenness, headUnevennessLeast),
    isShaped: reaches(relief, doubtReliefBelow),
    eyesMirror: glints === null ? null : reaches(glints, glintsLeast),
  };
}

/**
 * How much of the light the sides of the face may throw back: the less, the less else says that it lies on a face. Null (as much as they like) on a head:
 * under a lamp above or aside, the screen adds to some of the sides more than to the middle.
 */
function rimMostOf({ isHead, isShaped, eyesMirror }: Signs, hasNeck: boolean): Threshold | null {
  const { rimMost, rimWithoutNeckMost, rimInDoubtMost, rimInDoubtWithoutNeckMost, rimAgainstEyesMost } =
    lightThresholds;
  if (isHead) return null;
  if (isShaped || eyesMirror) return hasNeck ? rimMost : rimWithoutNeckMost;
  if (eyesMirror === false) return rimAgainstEyesMost;
  return hasNeck ? rimInDoubtMost : rimInDoubtWithoutNeckMost;
}

/**
 * That a face which answers faintly answers alone, or with eyes that mirror the screen: what glass throws back is faint, and goes over its edge; an
 * eye is a mirror in any light (corneal reflection), unless there are glasses before it.
 */
function judgeFaint({ response, shape }: LightSignal, { eyesMirror }: Signs): readonly Finding[] {
  const { faintBelow, faintBehindMost } = lightThresholds;
  const { behind } = shape;
  if (eyesMirror || response.change >= faintBelow.value) return [];
  if (behind !== null && behind <= faintBehindMost.value) return [];
  const text =
    'The light is faint, what stands behind answers too or is not seen, and the eyes do not mirror the screen.';
  return [refusal('light.faint', text, behind, faintBehindMost.value)];
}

/**
 * That they follow nose, sockets and cheeks, and neither a soft spot nor what glass mirrors. Where the light is too weak, nothing is said. An eye is a mirror in any light: one that
 * mirrors the screen speaks for a face, one that is read and does not speaks for a spot, if the light is clear enough for relief to tell.
 */
function judgeRelief({ relief, patches, response }: LightSignal, { eyesMirror }: Signs): readonly Finding[] {
  const { reliefLeast, reliefWithoutEyesLeast, reliefAgainstEyesLeast } = lightThresholds;
  const { agreementAgainstEyesLeast, patchesMost } = lightThresholds;
  const findings: Finding[] = [];
  const isAgainst = eyesMirror === false && response.agreement >= agreementAgainstEyesLeast.value;
  const withoutEyes = isAgainst ? reliefAgainstEyesLeast : reliefWithoutEyesLeast;
  const least = (eyesMirror ? reliefLeast : withoutEyes).value;
  if (relief !== null && relief < least) {
    const text = isAgainst
      ? 'The light does not follow nose, eye sockets and cheeks, and the eyes do not mirror the screen.'
      : 'The light lies on the face as a soft spot does, not as on a nose, eye sockets and cheeks.';
    findings.push(refusal('light.spot', text, relief, least));
  }
  if (patches !== null && patches > patchesMost.value) {
    const text = 'The light lies on the face in patches, as what glass mirrors does.';
    findings.push(refusal('light.patchy', text, patches, patchesMost.value));
  }
  return findings;
}

function refusal(id: string, text: string, score: number | null, threshold: number): Finding {
  return { id, text, score, threshold, refuses: true, code: resultCodes.lightFailed };
}
