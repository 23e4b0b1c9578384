/** Colours derived from the merchant's one, so that text on and in it is legible (WCAG 2.2 §1.4.3 and §1.4.11). */
export type Shades = {
  /** Filled buttons: the merchant's colour, at most a little darkened. */
  readonly fill: string;
  /** Text on the fill. White where the colour nearly carries it, as people expect; black on light colours. */
  readonly onFill: string;
  /** Links, rings and icons on the light and on the dark page. */
  readonly onLight: string;
  readonly onDark: string;
};

type Rgb = readonly [number, number, number];

/** The page's own grounds; `look/page.css` paints the same ones. */
export const lightGround = '#ffffff';
export const darkGround = '#14171c';

const textContrast = 4.5;

function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function hexOf(rgb: Rgb): string {
  return `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance (WCAG 2.2, definitions). */
function luminance(hex: string): number {
  const [red, green, blue] = rgbOf(hex).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1 to 21. */
export function contrast(first: string, second: string): number {
  const [low, high] = [luminance(first), luminance(second)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function mixed(from: string, towards: string, share: number): string {
  const goal = rgbOf(towards);
  return hexOf(
    rgbOf(from).map((channel, index) => channel + (goal[index]! - channel) * share) as unknown as Rgb,
  );
}

/** The colour itself where it is legible on the ground, else as little darkened or lightened as makes it so. */
function legibleOn(ground: string, color: string): string {
  const towards = luminance(ground) > 0.5 ? '#000000' : '#ffffff';
  for (let share = 0; share < 1; share += 0.04) {
    const shade = mixed(color, towards, share);
    if (contrast(shade, ground) >= textContrast) return shade;
  }
  return towards;
}

/** From this contrast on, white text is kept and the fill is darkened to what white needs. */
const nearlyCarriesWhite = 3;

/** All shades of a `#rrggbb`. */
export function shadesOf(color: string): Shades {
  const isDark = contrast(color, '#ffffff') >= nearlyCarriesWhite;
  return {
    fill: isDark ? legibleOn('#ffffff', color) : color,
    onFill: isDark ? '#ffffff' : '#000000',
    onLight: legibleOn(lightGround, color),
    onDark: legibleOn(darkGround, color),
  };
}

/** Hands the shades to the style sheet; set by script, since the policy allows no inline style. */
export function applyTheme(color: string, style: CSSStyleDeclaration): void {
  const { fill, onFill, onLight, onDark } = shadesOf(color);
  style.setProperty('--fill', fill);
  style.setProperty('--on-fill', onFill);
  style.setProperty('--accent-on-light', onLight);
  style.setProperty('--accent-on-dark', onDark);
}
