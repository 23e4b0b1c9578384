import { cropToPlanes, type PlaneFormat } from './crop.ts';
import { type Box, squareOnHeight } from './geometry.ts';
import type { RgbImage } from './image.ts';
import { openNetwork, outputOf, softmax } from './runtime.ts';

/**
 * How a head is turned, in degrees. Yaw is positive where the nose points to the picture's left, pitch where it
 * points up, roll where the head is turned clockwise in the picture. A frontal face in front of a phone reads a pitch of
 * -3 to -12: compare with the person's own neutral frames, not with 0.
 */
export type HeadPose = {
  readonly yawDegrees: number;
  readonly pitchDegrees: number;
  readonly rollDegrees: number;
};

export type PoseEstimator = {
  predict(image: RgbImage, box: Box): Promise<HeadPose>;
};

const inputSide = 224;
const cropScale = 1.5;
const binDegrees = 3;
const firstBinDegrees = -99;

// ImageNet's mean and deviation, for values 0 to 255.
const format: PlaneFormat = {
  order: 'rgb',
  mean: { red: 0.485 * 255, green: 0.456 * 255, blue: 0.406 * 255 },
  deviation: { red: 0.229 * 255, green: 0.224 * 255, blue: 0.225 * 255 },
};

/**
 * Hopenet type (arXiv 1710.00925): `input` [1,3,224,224] RGB, ImageNet normalised; `output` yaw, `617` pitch,
 * `618` roll, each [1,66] logits over bins of 3 degrees from -99; the angle is their expectation.
 */
export async function loadPoseEstimator(): Promise<PoseEstimator> {
  const network = await openNetwork('face-pose', [1, 3, inputSide, inputSide]);
  return {
    async predict(image, box) {
      const crop = squareOnHeight(box, cropScale);
      const outputs = await network.run((input) =>
        cropToPlanes(image, crop, inputSide, inputSide, format, input),
      );
      return {
        yawDegrees: expectAngle(outputOf(outputs, 'output')),
        pitchDegrees: expectAngle(outputOf(outputs, '617')),
        rollDegrees: expectAngle(outputOf(outputs, '618')),
      };
    },
  };
}

function expectAngle(logits: Float32Array): number {
  return softmax(logits).reduce((sum, share, bin) => sum + share * bin * binDegrees, firstBinDegrees);
}
