import { type EyeReader, loadEyeReader } from './eye-closed.ts';
import { alignFace } from './face-align.ts';
import { type FaceDetector, loadFaceDetector } from './face-detect.ts';
import { type FaceEmbedder, loadFaceEmbedder } from './face-embed.ts';
import { type FaceLandmarker, loadFaceLandmarker } from './face-landmarks.ts';
import type { FaceModel } from './face-model.ts';
import { loadPoseEstimator, type PoseEstimator } from './face-pose.ts';
import { type FaceRecogniser, loadFaceRecogniser } from './face-recogniser.ts';
import { loadSpoofDetector, type SpoofDetector } from './face-spoof.ts';
import type { RgbImage } from './image.ts';

/** Every model of a judge. One set per thread: a session is not shared between threads. */
export type Vision = {
  readonly detector: FaceDetector;
  readonly landmarker: FaceLandmarker;
  readonly embedder: FaceEmbedder;
  /** Compares faces: the operator's own model, else the embedder. Liveness and quality go by the embedder, whose marks are known. */
  readonly recogniser: FaceRecogniser;
  readonly spoofDetector: SpoofDetector;
  readonly poseEstimator: PoseEstimator;
  readonly eyeReader: EyeReader;
};

/**
 * Loads all models, checks their hashes, and runs each once, so that the first customer does not wait for the
 * runtime's lazy work. Takes about 0.3 s and 170 MB. Throws a plain sentence when a model is missing or altered.
 */
export async function loadVision(faceModel: FaceModel | null = null): Promise<Vision> {
  const embedder = await loadFaceEmbedder();
  const vision: Vision = {
    detector: await loadFaceDetector(),
    landmarker: await loadFaceLandmarker(),
    embedder,
    recogniser: faceModel ? await loadFaceRecogniser(faceModel) : embedder,
    spoofDetector: await loadSpoofDetector(),
    poseEstimator: await loadPoseEstimator(),
    eyeReader: await loadEyeReader(),
  };
  await warmUp(vision);
  return vision;
}

async function warmUp(vision: Vision): Promise<void> {
  const image: RgbImage = { data: new Uint8Array(3 * 96 * 96).fill(127), width: 96, height: 96 };
  const box = { left: 16, top: 16, right: 80, bottom: 80 };
  await vision.detector.predict(image);
  const landmarks = await vision.landmarker.predict(image, box);
  const aligned = alignFace(image, landmarks);
  await vision.embedder.predict(aligned);
  if (vision.recogniser !== vision.embedder) await vision.recogniser.predict(aligned);
  await vision.spoofDetector.predict(image, box, 1.3);
  await vision.poseEstimator.predict(image, box);
  await vision.eyeReader.predict(image, landmarks);
}
