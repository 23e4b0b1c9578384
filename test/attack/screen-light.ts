export type Rgb = readonly [red: number, green: number, blue: number];

/** When the screen's colours reach the recording. */
export type ScreenTimes = {
  /** By how much the recording runs behind the challenge. */
  readonly lagMs: number;
  /** By how much more in each second: a stream that is made to fit runs away. */
  readonly driftMsPerSecond: number;
  /** `#RRGGBB` of the page before the first colour and behind the last. */
  readonly restColor: string;
};

/** A camera's exposure indoors: light that changes meanwhile is mixed. */
const exposureMs = 25;
const slices = 5;

/** Linear light of a colour `#RRGGBB`, 1 for white (IEC 61966-2-1). */
export function linearOfColor(color: string): Rgb {
  const value = Number.parseInt(color.slice(1), 16);
  return [linear((value >> 16) & 255), linear((value >> 8) & 255), linear(value & 255)];
}

function linear(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/**
 * What the screen sends out while the picture at a time of the recording is exposed, 1 for white. The list may grow while it is
 * asked, as colours come at level 5.
 */
export function screenLight(
  colors: readonly { readonly color: string; readonly fromMs: number; readonly toMs: number }[],
  { lagMs, driftMsPerSecond, restColor }: ScreenTimes,
): (timestampMs: number) => Rgb {
  const rest = linearOfColor(restColor);
  return (timestampMs) => {
    const sum = [0, 0, 0];
    for (let slice = 0; slice < slices; slice++) {
      const seenMs = timestampMs - (exposureMs * slice) / (slices - 1);
      const shownMs = seenMs - lagMs - (driftMsPerSecond * seenMs) / 1000;
      const span = colors.find(({ fromMs, toMs }) => fromMs <= shownMs && shownMs < toMs);
      (span ? linearOfColor(span.color) : rest).forEach((part, colour) => {
        sum[colour]! += part / slices;
      });
    }
    return sum as unknown as Rgb;
  };
}
