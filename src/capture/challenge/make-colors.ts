import type { ColorSpan } from '../../verify/challenge.ts';
import { areFarApart, hexOf, markerShade, palette, relativeLuminance, type Shade } from './palette.ts';
import { cutUp, pick, type RandomSource } from './random-source.ts';

/** How fast colours may follow each other, in ms. Pieces from 350 on never make more than 3 changes in a second. */
export type ColorPace = { readonly leastMs: number; readonly mostMs: number };

/** Correlation between two channels, over time, from which one says too little that the other does not. */
const channelsAlikeMost = 0.6;
/** Share of the time that a channel must be on, and off. */
const channelShareLeast = 0.25;
/** How often a channel must go on or off: one that is on in the first half alone looks like a room that gets darker. */
const channelTurnsLeast = 3;

type Piece = { readonly shade: Shade; readonly ms: number };

function walk(random: RandomSource, steps: number): readonly Shade[] {
  const shades: Shade[] = [markerShade];
  while (shades.length < steps) {
    const last = shades.at(-1) as Shade;
    shades.push(
      pick(
        random,
        palette.filter((shade) => areFarApart(shade, last)),
      ),
    );
  }
  return shades;
}

function correlation(pieces: readonly Piece[], one: number, other: number): number {
  const total = pieces.reduce((sum, { ms }) => sum + ms, 0);
  const mean = (of: (shade: Shade) => number) =>
    pieces.reduce((sum, { shade, ms }) => sum + of(shade) * ms, 0) / total;
  const at = (shade: Shade, channel: number) => (shade[channel] ?? 0) / 255;
  const [a, b] = [mean((shade) => at(shade, one)), mean((shade) => at(shade, other))];
  const together = mean((shade) => (at(shade, one) - a) * (at(shade, other) - b));
  const spread = mean((shade) => (at(shade, one) - a) ** 2) * mean((shade) => (at(shade, other) - b) ** 2);
  return spread === 0 ? 1 : together / Math.sqrt(spread);
}

function isOn(shade: Shade | undefined, channel: number): boolean {
  return (shade?.[channel] ?? 0) > 127;
}

function turnsOf(pieces: readonly Piece[], channel: number): number {
  const after = pieces.slice(1);
  return after.filter(({ shade }, index) => isOn(shade, channel) !== isOn(pieces[index]?.shade, channel))
    .length;
}

/** Whether every channel is on and off often and long enough, says something of its own, and there is dark and light. */
function tellsChannelsApart(pieces: readonly Piece[]): boolean {
  if ([0, 1, 2].some((channel) => turnsOf(pieces, channel) < channelTurnsLeast)) return false;
  const total = pieces.reduce((sum, { ms }) => sum + ms, 0);
  const shareOf = (wanted: (shade: Shade) => boolean) =>
    pieces.reduce((sum, { shade, ms }) => sum + (wanted(shade) ? ms : 0), 0) / total;
  const shares = [0, 1, 2].map((channel) => shareOf((shade) => isOn(shade, channel)));
  if (shares.some((share) => share < channelShareLeast || share > 1 - channelShareLeast)) return false;
  const pairs = [[0, 1] as const, [0, 2] as const, [1, 2] as const];
  if (pairs.some(([one, other]) => Math.abs(correlation(pieces, one, other)) > channelsAlikeMost))
    return false;
  const isDark = (shade: Shade) => relativeLuminance(shade) < 0.1;
  // The marker is light by itself: another must be.
  return shareOf(isDark) > 0 && pieces.slice(1).some(({ shade }) => relativeLuminance(shade) > 0.7);
}

/** Different colours of a sequence, at least. */
const differentLeast = 5;

/** There are enough different colours, and none takes more than its share of the sequence: a quarter, and one more. */
function isVaried(shades: readonly Shade[]): boolean {
  const counts = palette.map((shade) => shades.filter((other) => other === shade).length);
  return (
    counts.filter((count) => count > 0).length >= differentLeast &&
    Math.max(...counts) <= shades.length / 4 + 1
  );
}

/**
 * A random sequence of colours from `fromMs` to `toMs`, gapless, the marker first, at least `countLeast` after it. Whole
 * sequences are drawn until one tells the three channels apart, so that no position has a colour that could be guessed.
 */
export function makeColors(
  random: RandomSource,
  { leastMs, mostMs }: ColorPace,
  fromMs: number,
  toMs: number,
  countLeast: number,
): readonly ColorSpan[] {
  for (;;) {
    const lengths = cutUp(random, toMs - fromMs, leastMs, mostMs);
    if (lengths.length <= countLeast) continue;
    const shades = walk(random, lengths.length);
    const pieces = shades.map((shade, index) => ({ shade, ms: lengths[index] ?? 0 }));
    if (!isVaried(shades) || !tellsChannelsApart(pieces)) continue;
    let reachedMs = fromMs;
    return pieces.map(({ shade, ms }) => {
      const span = { color: hexOf(shade), fromMs: reachedMs, toMs: reachedMs + ms };
      reachedMs = span.toMs;
      return span;
    });
  }
}
