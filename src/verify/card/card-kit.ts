import { loadFaceDetector } from '../../vision/face-detect.ts';
import { loadFaceEmbedder } from '../../vision/face-embed.ts';
import { loadFaceLandmarker } from '../../vision/face-landmarks.ts';
import { openScriptReader, type ScriptReader } from '../../vision/ocr/script-reader.ts';
import { loadTextReader, type TextReader } from '../../vision/ocr/text-reader.ts';
import type { FaceModels } from '../portrait.ts';

/** Every model that a card is read with. One set per thread. */
export type CardKit = {
  readonly text: TextReader;
  readonly scripts: ScriptReader;
  /** For the portrait; the judge of recordings has models of its own. */
  readonly faces: FaceModels;
};

/** Loads them, checked by hash; a script's data only when a card asks for it. Throws where one is missing or altered. */
export async function loadCardKit(): Promise<CardKit> {
  return {
    text: await loadTextReader(),
    scripts: openScriptReader(),
    faces: {
      detector: await loadFaceDetector(),
      landmarker: await loadFaceLandmarker(),
      embedder: await loadFaceEmbedder(),
    },
  };
}
