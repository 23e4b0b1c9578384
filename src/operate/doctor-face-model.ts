import type { Config } from '../config.ts';
import { alignedSide } from '../vision/face-align.ts';
import { faceModelName, faceModelOf } from '../vision/face-model.ts';
import { loadFaceRecogniser } from '../vision/face-recogniser.ts';
import type { Finding } from './doctor-finding.ts';

const part = 'face model';

/**
 * The operator's own embedding model: its entry, its hash, what it takes and gives, and one embedding of a plain picture, which
 * must be numbers. Whose faces it tells apart only `selfsame calibrate` can say.
 */
export async function checkFaceModel(config: Config): Promise<Finding> {
  try {
    const model = faceModelOf(config);
    if (!model) return { part, state: 'good', text: 'the one that comes with this program' };
    const recogniser = await loadFaceRecogniser(model);
    const picture = Float32Array.from({ length: 3 * alignedSide ** 2 }, (_, at) => (at * 37) % 256);
    const embedding = await recogniser.predict(picture);
    if (!embedding.every(Number.isFinite)) {
      const text = `the face model "${model.id}" answers a plain picture with what is no number`;
      return { part, state: 'bad', text, remedy: 'check input.mean and input.scale of its entry' };
    }
    const { publisher, licence, licenceText, trainingData, dimensions } = model;
    const text =
      `${faceModelName(model)}, ${dimensions} numbers; from ${publisher}, ${licence}, training data ${trainingData}; ` +
      `its licence: ${licenceText.replaceAll(/\s+/g, ' ')}`;
    return { part, state: 'good', text };
  } catch (error) {
    const remedy = 'mend the entry that --face-model names, or leave it out';
    return { part, state: 'bad', text: (error as Error).message, remedy };
  }
}
