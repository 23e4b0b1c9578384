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
  const lights = colors.map(({ color }) => linearOfColor(color));
  return {
    fromMs: first.fromMs,
    toMs: last.toMs,
    at(shownMs) {
      const sum: [number, number, number] = [0, 0, 0];
      colors.forEach((span, at) => {
        const share = shareOfExposure(span, shownMs);
        if (share === 0) return;
        for (let colour = 0; colour < 3; colour++) sum[colour]! += share * lights[at]![colour]!;
      });
      return sum;
    },
  };
}

function shareOfExposure({ fromMs, toMs }: ColorSpan, endMs: number): number {
  return Math.max(0, Math.min(endMs, toMs) - Math.max(endMs - exposureMs, fromMs)) / exposureMs;
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
