import type { Corners } from '../../vision/card/perspective.ts';
import { meanPoint, type Point } from '../../vision/geometry.ts';
import type { Random } from '../random.ts';

/** How well the photo was taken: as a careful, an ordinary and a careless person does. */
export const severities = ['clear', 'ordinary', 'hard'] as const;
export type Severity = (typeof severities)[number];

/** What is done to the card or the photo, each for one warning code (wire specification §4.5). */
export const attackCodes = {
  cropped: -9101,
  covered: -9101,
  photocopy: -9102,
  screen: -9103,
  print: -9103,
  edited: -9104,
  glare: -9107,
  blurred: -9108,
} as const;
export type Attack = keyof typeof attackCodes;

/** One photo's conditions, all drawn before anything is rendered. Lengths in pixels of the photo. */
export type Shot = {
  readonly width: number;
  readonly height: number;
  /** TL TR BR BL of the upright card. */
  readonly corners: Corners;
  readonly cardWidthPixels: number;
  readonly turnDegrees: number;
  readonly tiltDegrees: number;
  readonly quarterTurns: 0 | 1 | 2 | 3;
  readonly blurPixels: number;
  readonly noise: number;
  readonly quality: number;
  readonly brightness: number;
  readonly tint: readonly [number, number, number];
  readonly glare: { readonly at: Point; readonly radius: number; readonly strength: number } | null;
  readonly shadow: { readonly angle: number; readonly offset: number; readonly depth: number };
  readonly desk: number;
};

type Range = readonly [number, number];
type Conditions = {
  /** Card width as a share of the photo's. */
  readonly share: Range;
  readonly turn: number;
  readonly tilt: number;
  readonly blur: Range;
  readonly noise: number;
  readonly quality: Range;
  readonly glareChance: number;
  readonly glare: Range;
  readonly shadow: number;
  readonly brightness: Range;
  readonly turnedChance: number;
};

const conditions: Readonly<Record<Severity, Conditions>> = {
  clear: {
    ...{ share: [0.62, 0.92], turn: 5, tilt: 8, blur: [0.3, 0.8], noise: 1.5, quality: [84, 93] },
    ...{ glareChance: 0, glare: [0, 0], shadow: 0.1, brightness: [0.85, 1.03], turnedChance: 0 },
  },
  ordinary: {
    ...{ share: [0.5, 0.8], turn: 14, tilt: 18, blur: [0.7, 1.3], noise: 3, quality: [70, 84] },
    ...{ glareChance: 0.4, glare: [25, 80], shadow: 0.3, brightness: [0.68, 1.04], turnedChance: 0.06 },
  },
  hard: {
    ...{ share: [0.42, 0.66], turn: 30, tilt: 30, blur: [1.2, 2], noise: 5, quality: [46, 66] },
    ...{ glareChance: 0.6, glare: [60, 200], shadow: 0.5, brightness: [0.45, 1.02], turnedChance: 0.12 },
  },
};

/** A phone's photo scaled as this server decodes it: 1920 pixels on the long side. */
const size = { width: 1920, height: 1440 } as const;
/** Pixels between the card and the edge of an honest photo. */
const margin = 14;
/** A phone's main camera: about 26 mm on 36 mm film. */
const focalPixels = size.width * 0.72;

/** Draws the conditions of one photo of a card of this aspect (width over height). */
export function planShot(random: Random, severity: Severity, aspect: number, attack: Attack | null): Shot {
  const limits = conditions[severity];
  const turnDegrees = random.between(-limits.turn, limits.turn);
  const tiltDegrees = random.between(0, limits.tilt);
  const placed = placeCard(random, {
    ...{ aspect, turnDegrees, tiltDegrees },
    axisDegrees: random.between(0, 360),
    widthPixels: size.width * random.between(...limits.share),
    quarterTurns: random.chance(limits.turnedChance) ? random.pick([1, 2, 3] as const) : 0,
    outside: attack === 'cropped' ? random.between(0.07, 0.22) : null,
  });
  const centre = meanPoint(placed.corners);
  const isGlaring = attack === 'glare' || random.chance(limits.glareChance);
  const reach = placed.cardWidthPixels;
  const glare = {
    at: {
      x: centre.x + random.between(-0.33, 0.33) * reach,
      y: centre.y + random.between(-0.2, 0.2) * reach,
    },
    radius: reach * random.between(0.05, 0.12),
    strength: attack === 'glare' ? random.between(230, 380) : random.between(...limits.glare),
  };
  const warm = random.between(-0.07, 0.07);
  return {
    ...size,
    ...placed,
    ...{ turnDegrees, tiltDegrees },
    blurPixels: attack === 'blurred' ? random.between(2.8, 5) : random.between(...limits.blur),
    noise: limits.noise * random.between(0.7, 1.3),
    quality: Math.round(random.between(...limits.quality)),
    brightness: random.between(...limits.brightness),
    tint: [1 + warm, 1, 1 - warm],
    glare: isGlaring ? glare : null,
    shadow: {
      angle: random.between(0, 2 * Math.PI),
      offset: random.between(-0.3, 0.3) * size.width,
      depth: limits.shadow * random.unit(),
    },
    desk: random.whole(0, 1_000_000),
  };
}

type Placement = {
  readonly aspect: number;
  readonly turnDegrees: number;
  readonly tiltDegrees: number;
  /** Direction of the axis that the card is tilted about. */
  readonly axisDegrees: number;
  readonly widthPixels: number;
  readonly quarterTurns: 0 | 1 | 2 | 3;
  /** Share of the card's width that lies outside the photo; null: none. */
  readonly outside: number | null;
};

/** A pinhole's image of the card's corners, made smaller where it would not fit. */
function placeCard(
  random: Random,
  placement: Placement,
): Pick<Shot, 'corners' | 'cardWidthPixels' | 'quarterTurns'> {
  const { quarterTurns, outside } = placement;
  const lean = { x: random.between(-1, 1), y: random.between(-1, 1) };
  let widthPixels = placement.widthPixels;
  for (;;) {
    const seen = project({ ...placement, widthPixels });
    const [xs, ys] = [seen.map(({ x }) => x), seen.map(({ y }) => y)];
    const [spanX, spanY] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
    const slack = { x: size.width - 2 * margin - spanX, y: size.height - 2 * margin - spanY };
    if (slack.x < 0 || slack.y < 0) {
      widthPixels *= 0.97;
      continue;
    }
    const shift = {
      x: margin - Math.min(...xs) + (slack.x / 2) * (1 + lean.x * 0.8),
      y: margin - Math.min(...ys) + (slack.y / 2) * (1 + lean.y * 0.8),
    };
    if (outside !== null) {
      const [toTheRight, toTheBottom] = [lean.x > 0, lean.y > 0];
      if (random.chance(0.5)) {
        const beyond = outside * spanX;
        shift.x = toTheRight ? size.width + beyond - Math.max(...xs) : -beyond - Math.min(...xs);
      } else {
        const beyond = outside * spanY;
        shift.y = toTheBottom ? size.height + beyond - Math.max(...ys) : -beyond - Math.min(...ys);
      }
    }
    const corners = seen.map(({ x, y }) => ({ x: x + shift.x, y: y + shift.y })) as unknown as Corners;
    return { corners, cardWidthPixels: widthPixels, quarterTurns };
  }
}

function project({ aspect, turnDegrees, tiltDegrees, axisDegrees, widthPixels, quarterTurns }: Placement) {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const turn = radians(turnDegrees + 90 * quarterTurns);
  const [tilt, axis] = [radians(tiltDegrees), radians(axisDegrees)];
  const half = { x: widthPixels / 2, y: widthPixels / aspect / 2 };
  const flat = [
    [-half.x, -half.y],
    [half.x, -half.y],
    [half.x, half.y],
    [-half.x, half.y],
  ] as const;
  return flat.map(([x, y]): Point => {
    const [a, b] = [x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn)];
    // Along and across the axis; what lies across is turned out of the plane.
    const along = a * Math.cos(axis) + b * Math.sin(axis);
    const across = -a * Math.sin(axis) + b * Math.cos(axis);
    const depth = across * Math.sin(tilt);
    const near = across * Math.cos(tilt);
    const share = focalPixels / (focalPixels + depth);
    return {
      x: (along * Math.cos(axis) - near * Math.sin(axis)) * share,
      y: (along * Math.sin(axis) + near * Math.cos(axis)) * share,
    };
  });
}
