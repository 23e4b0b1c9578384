/** A colour of the screen, channels 0 to 255. */
export type Shade = readonly [red: number, green: number, blue: number];

/** The marker that the colours are aligned by: after the black before it, the largest jump that a screen can make. */
export const markerShade: Shade = [255, 255, 255];

/**
 * The corners of the RGB cube, as far apart as a screen's colours can be, so that each channel of a face's answer stands out.
 * Red alone is missing: it is saturated red, to which people are more sensitive than to other flashes (WCAG 2.3.1, red
 * flash), so a light red takes its place.
 */
export const palette: readonly Shade[] = [
  [0, 0, 0],
  [0, 0, 255],
  [0, 255, 0],
  [0, 255, 255],
  [255, 128, 128],
  [255, 0, 255],
  [255, 255, 0],
  markerShade,
];

/** `#RRGGBB` */
export function hexOf(shade: Shade): string {
  return `#${shade.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** 0 black to 1 white (WCAG 2.2, "relative luminance"). */
export function relativeLuminance([red, green, blue]: Shade): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** R / (R + G + B), of linear light, 0 for black; from 0.8 on a red is saturated (WCAG 2.2, "general flash and red flash"). */
export function redShare(shade: Shade): number {
  const [red = 0, green = 0, blue = 0] = shade.map(linear);
  return red === 0 ? 0 : red / (red + green + blue);
}

/** Whether a face's answer to the change from one to the other is easily seen: in two channels, or in half of all light. */
export function areFarApart(one: Shade, other: Shade): boolean {
  const change = one.reduce((sum, channel, index) => sum + Math.abs(channel - (other[index] ?? 0)), 0);
  return change >= 382 || Math.abs(relativeLuminance(one) - relativeLuminance(other)) >= 0.5;
}
