import { resultCodes } from '../result-codes.ts';
import type { Vision } from '../vision/faces.ts';
import { type Decoder, decodeVideo } from '../vision/video/decode.ts';
import { chooseBestFrames } from './best-frame.ts';
import { lookCloser } from './closer-looks.ts';
import { compareFaces } from './compare.ts';
import { decideLiveness } from './decide.ts';
import { decideComparison } from './decide-comparison.ts';
import { type Evidence, noEvidence, summaryOf, withPart } from './evidence.ts';
import { watchFaces } from './face-watch.ts';
import type { Judgement, JudgeRequest } from './judgement.ts';
import { findBlinksAnew } from './liveness/actions/actions.ts';
import { watchLight } from './liveness/light/light-watch.ts';
import { readPortrait } from './portrait.ts';
import { sightBetween, stretchToLookAtAgain } from './second-look.ts';
import { listSignals } from './signal-list.ts';
import { measureSignals } from './signals.ts';
import type { SimilarityScale } from './similarity.ts';
import { type Stopwatch, startStopwatch } from './stopwatch.ts';

/** What a judge works with; one per thread. */
export type JudgeKit = {
  readonly vision: Vision;
  readonly decoder: Decoder;
  readonly scale: SimilarityScale;
};

/**
 * Judges one recording from its pixels alone, at every SecurityLevel: decode, faces, signals, best frame, compare, decide.
 * Each step adds to the evidence. Throws when the engine itself failed, never for what is in the file.
 */
export async function judgeRecording(kit: JudgeKit, request: JudgeRequest): Promise<Judgement> {
  const stopwatch = startStopwatch();
  let evidence = await stopwatch.time('decode', () => watchRecording(kit, request, stopwatch));
  evidence = await lookAndMeasure(kit, evidence, stopwatch);
  evidence = await lookAgain(kit, evidence, request.videoPath, stopwatch);
  const { livenessCode, reasons } = decideLiveness(evidence);
  if (livenessCode === resultCodes.success && request.referencePhoto) {
    evidence = await compareWith(kit, evidence, request.referencePhoto, stopwatch);
  }
  const compared = decideComparison(evidence);
  return {
    livenessCode,
    compareCode: compared.compareCode,
    similarity: evidence.comparison?.similarity ?? null,
    cosine: evidence.comparison?.cosine ?? null,
    reasons: [...reasons, ...compared.reasons],
    signals: listSignals(evidence),
    stages: stopwatch.stages,
    scale: kit.scale.id,
    bestFrameJpeg: evidence.best?.jpeg ?? null,
    motionTrace: evidence.signals?.trace ?? null,
  };
}

/** Decodes, and watches the faces while decoding goes on. */
async function watchRecording(
  kit: JudgeKit,
  { videoPath, challenge, capture, earlier }: JudgeRequest,
  stopwatch: Stopwatch,
): Promise<Evidence> {
  const light = challenge && challenge.colors.length > 0 ? watchLight() : null;
  const watch = watchFaces(kit.vision, stopwatch, light?.see);
  const video = await decodeVideo(kit.decoder, videoPath, (frame) => watch.see(frame));
  if (!video.ok && video.problem === 'decoder-failed') throw new Error(video.text);
  const evidence = withPart({ ...noEvidence, challenge, capture, earlier }, 'video', video);
  if (!video.ok) return evidence;
  const watched = withPart(evidence, 'watched', watch.watched());
  return light ? withPart(watched, 'lit', light.lit()) : watched;
}

/** Lets every network look at a few frames, then measures each signal. */
async function lookAndMeasure(kit: JudgeKit, evidence: Evidence, stopwatch: Stopwatch): Promise<Evidence> {
  const summary = summaryOf(evidence);
  const { watched } = evidence;
  if (!summary || !watched) return evidence;
  const looks = await lookCloser(kit.vision, watched, summary.durationMs, stopwatch);
  const signals = await stopwatch.time('measure', () => measureSignals(evidence, watched, looks));
  const best = await stopwatch.time('bestFrame', () => chooseBestFrames(kit.vision, looks));
  return withPart(withPart(withPart(evidence, 'looks', looks), 'signals', signals), 'best', best);
}

/** Looks at every frame round a blink, where nothing but its being unseen would refuse the recording. */
async function lookAgain(
  kit: JudgeKit,
  evidence: Evidence,
  videoPath: string,
  stopwatch: Stopwatch,
): Promise<Evidence> {
  const { watched, signals } = evidence;
  const stretch = signals && stretchToLookAtAgain(evidence);
  if (!stretch || !watched || !signals.actions) return evidence;
  const sightings = await stopwatch.time('lookAgain', () =>
    sightBetween(kit, videoPath, watched.sightings, stretch, stopwatch),
  );
  return withPart(evidence, 'actionsLookedAtAgain', findBlinksAnew(signals.actions, sightings));
}

/** Compares the photo with the best frames. */
async function compareWith(
  kit: JudgeKit,
  evidence: Evidence,
  photo: Uint8Array,
  stopwatch: Stopwatch,
): Promise<Evidence> {
  const portrait = await stopwatch.time('portrait', () => readPortrait(kit.vision, photo));
  const withPortrait = withPart(evidence, 'portrait', portrait);
  if (!portrait.ok || !evidence.best) return withPortrait;
  const comparison = compareFaces(portrait.embedding, evidence.best.embeddings, kit.scale);
  return withPart(withPortrait, 'comparison', comparison);
}
