import type { Challenge, ColorSpan } from '../../challenge.ts';
import type { LinearColor } from './region-colors.ts';

/** Light that a screen sent out at a time of the challenge, 1 for white; black before the first colour and behind the last. */
export type ScreenTrack = {
  /** Linear light, mixed over a camera's exposure that ends at this time. */
  at(shownMs: number): LinearColor;
  readonly fromMs: number;
  readonly toMs: number;
};

/** A camera exposes a frame for about this long indoors. */
const exposureMs = 30;

/** The screen's light by the challenge; null without colours. */
export function trackScreen({ colors }: Challenge): ScreenTrack | null {
  const [first, last] = [colors[0], colors.at(-1)];
  if (!first || !last) return null;
  const sums = sumUp(colors, first.fromMs, last.toMs);
  const end = Math.floor(last.toMs - first.fromMs);
  // All light up to a time, whole milliseconds: what fell into an exposure is a difference.
  const until = (colour: number, ms: number) => sums[colour]![Math.max(0, Math.min(end, Math.round(ms)))]!;
  return {
    fromMs: first.fromMs,
    toMs: last.toMs,
    at(shownMs) {
      const ms = shownMs - first.fromMs;
      const mean = (colour: number) => (until(colour, ms) - until(colour, ms - exposureMs)) / exposureMs;
      return [mean(0), mean(1), mean(2)];
    },
  };
}

function sumUp(colors: readonly ColorSpan[], fromMs: number, toMs: number): readonly Float64Array[] {
  const sums = [0, 1, 2].map(() => new Float64Array(Math.ceil(toMs - fromMs) + 1));
  let at = 0;
  for (const { color, toMs: untilMs } of colors) {
    const light = linearOfColor(color);
    for (; at + 1 <= untilMs - fromMs; at++) {
      for (let colour = 0; colour < 3; colour++) sums[colour]![at + 1] = sums[colour]![at]! + light[colour]!;
    }
  }
  return sums;
}

/** Linear light of `#RRGGBB` (IEC 61966-2-1). */
function linearOfColor(color: string): LinearColor {
  const value = Number.parseInt(color.slice(1), 16);
  return [linear((value >> 16) & 255), linear((value >> 8) & 255), linear(value & 255)];
}

function linear(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
