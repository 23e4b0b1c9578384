import type { Picture } from '../support/video-encoder.ts';

export type CameraHabits = {
  readonly framesPerSecond: number;
  readonly gamma: number;
  readonly hasAutoExposure: boolean;
  readonly hasWhiteBalance: boolean;
};

/** How fast a phone's camera follows, and how much of a change it takes back; rough, from what phones are seen to do. */
const exposure = { seconds: 0.35, share: 0.9 };
const balance = { seconds: 1.2, share: 0.5 };

const steps = 4096;

/**
 * A camera that exposes and balances by itself: it starts settled on its first picture and answers each change late and in
 * part. Tone by one exponent; what is brighter than white is cut off.
 */
export function startCamera(habits: CameraHabits) {
  const curve = Uint8ClampedArray.from(
    { length: steps + 1 },
    (_, value) => 255 * (value / steps) ** (1 / habits.gamma),
  );
  let wanted: readonly number[] | null = null;
  let gains = [1, 1, 1];
  const follow = (means: readonly number[]) => {
    wanted ??= brightest(means);
    const seconds = 1 / habits.framesPerSecond;
    const [meanWanted, mean] = [meanOf(wanted), meanOf(means)];
    const bright = habits.hasAutoExposure ? (meanWanted / mean) ** exposure.share : 1;
    const before = meanOf(gains);
    const brightness = before + (bright - before) * (1 - Math.exp(-seconds / exposure.seconds));
    gains = gains.map((gain, colour) => {
      const tint = habits.hasWhiteBalance
        ? (wanted![colour]! / meanWanted / (means[colour]! / mean)) ** balance.share
        : 1;
      const own = gain / before;
      return brightness * (own + (tint - own) * (1 - Math.exp(-seconds / balance.seconds)));
    });
  };
  return {
    /** From linear light to a picture of 8 bits, written into `data`. */
    develop(
      linear: Float32Array,
      width: number,
      height: number,
      data = new Uint8Array(linear.length),
    ): Picture {
      const [red, green, blue] = gains.map((gain) => gain * steps) as [number, number, number];
      for (let at = 0; at < linear.length; at += 3) {
        data[at] = curve[Math.min(steps, linear[at]! * red) | 0]!;
        data[at + 1] = curve[Math.min(steps, linear[at + 1]! * green) | 0]!;
        data[at + 2] = curve[Math.min(steps, linear[at + 2]! * blue) | 0]!;
      }
      follow(middleOf(linear, width, height));
      return { width, height, data };
    },
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Exposed so that the picture's mean is not above this of linear white: what cameras aim at. */
function brightest(means: readonly number[]): readonly number[] {
  const most = 0.3;
  const mean = meanOf(means);
  return mean > most ? means.map((value) => (value * most) / mean) : means;
}

/** Mean of the three colours; the middle of the picture counts twice, as cameras weigh. */
function middleOf(linear: Float32Array, width: number, height: number): readonly number[] {
  const sums = [0, 0, 0];
  let weights = 0;
  for (let y = 0; y < height; y += 8) {
    for (let x = 0; x < width; x += 8) {
      const isMiddle = Math.abs(x - width / 2) < width / 4 && Math.abs(y - height / 2) < height / 4;
      const weight = isMiddle ? 2 : 1;
      const at = 3 * (y * width + x);
      for (let colour = 0; colour < 3; colour++) sums[colour]! += weight * linear[at + colour]!;
      weights += weight;
    }
  }
  return sums.map((sum) => sum / weights);
}
