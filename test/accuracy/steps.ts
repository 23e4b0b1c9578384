import { type AlignedFace, alignFace, mirrorFace } from '../../src/vision/face-align.ts';
import type { FoundFace } from '../../src/vision/face-detect.ts';
import { averageEmbeddings, type Embedding } from '../../src/vision/face-embed.ts';
import { boxOfLandmarks, type Landmarks } from '../../src/vision/face-landmarks.ts';
import type { Vision } from '../../src/vision/faces.ts';
import { type Box, centreOf, heightOf, meanPoint, squareAround } from '../../src/vision/geometry.ts';
import type { RgbImage } from '../../src/vision/image.ts';

/** Ways to describe a face that were tried to raise accuracy, the simplest first. */
export const stepNames = {
  once: "landmarks read once, in the detector's box",
  again: 'landmarks read a second time, in the box of the first reading',
  five: 'mean of five readings, in boxes shifted by 5 % and scaled by 7 %',
  onceMirror: 'read once; embeddings of the face and of its mirror image averaged',
  fiveMirror: 'mean of five readings, and mirror averaging',
} as const;

export type StepId = keyof typeof stepNames;
export const stepIds = Object.keys(stepNames) as readonly StepId[];

/** Describes one face in every way. */
export async function describeInSteps(
  { landmarker, embedder }: Vision,
  image: RgbImage,
  main: FoundFace,
): Promise<Record<StepId, Embedding>> {
  const readings: Landmarks[] = [];
  for (const box of shiftedBoxes(main)) readings.push(await landmarker.predict(image, box));
  const [first] = readings as [Landmarks];
  const faceOnce = alignFace(image, first);
  const faceFive = alignFace(image, meanLandmarks(readings));
  const faceAgain = alignFace(image, await landmarker.predict(image, boxOfLandmarks(first)));
  const once = await embedder.predict(faceOnce);
  const five = await embedder.predict(faceFive);
  const withMirror = async (embedding: Embedding, face: AlignedFace) =>
    averageEmbeddings([embedding, await embedder.predict(mirrorFace(face))]);
  return {
    once,
    again: await embedder.predict(faceAgain),
    five,
    onceMirror: await withMirror(once, faceOnce),
    fiveMirror: await withMirror(five, faceFive),
  };
}

/** The detector's box first. */
function shiftedBoxes(main: FoundFace): readonly Box[] {
  const height = heightOf(main);
  const { x, y } = centreOf(main);
  const shifts = [
    [0, 0, 1],
    [-0.05, -0.03, 1],
    [0.05, -0.03, 1],
    [0, 0.05, 1.07],
    [0, 0.02, 0.93],
  ] as const;
  return shifts.map(([right, down, scale]) =>
    squareAround({ x: x + right * height, y: y + down * height }, scale * height),
  );
}

function meanLandmarks(readings: readonly Landmarks[]): Landmarks {
  const [first] = readings as [Landmarks];
  return first.map((_, at) => meanPoint(readings.map((reading) => reading[at] ?? { x: 0, y: 0 })));
}
