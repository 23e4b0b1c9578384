import type { RgbImage } from '../../vision/image.ts';
import type { Random } from '../random.ts';

/** A picture of a card instead of the card: what its surface adds, and what is seen around it. */
export type Surround = {
  /** Changes the card's colour at a place of the card. */
  readonly shade: (u: number, v: number, into: Float64Array) => void;
  /** Colour of the screen, its frame or the paper beside the card; false beyond them. */
  readonly around: (u: number, v: number, into: Float64Array) => boolean;
};

export function screenOf(kind: 'screen' | 'print', card: RgbImage, random: Random): Surround {
  return kind === 'screen' ? litScreen(card, random) : inkPrint(card, random);
}

/**
 * A phone or laptop that shows the card: stripes of red, green and blue and rows between them, whose sampling by the
 * camera's own grid makes the moire by itself; a raised black, a blue cast, and a black frame.
 */
function litScreen({ width, height }: RgbImage, random: Random): Surround {
  const pitch = width / random.between(620, 1500);
  const depth = random.between(0.25, 0.5);
  const [sideMargin, topMargin] = [width * random.between(0.02, 0.1), height * random.between(0.04, 0.2)];
  const bezel = width * random.between(0.03, 0.07);
  const page = random.pick([18, 245]);
  const cycle = (2 * Math.PI) / pitch;
  const shade = (u: number, v: number, into: Float64Array) => {
    const row = 1 - depth * 0.5 * (1 + Math.cos(cycle * v));
    for (let channel = 0; channel < 3; channel++) {
      const stripe = 1 + depth * Math.cos(cycle * u + (channel * 2 * Math.PI) / 3);
      into[channel] = (14 + (into[channel] as number) * 0.95) * row * stripe * (channel === 2 ? 1.12 : 1.03);
    }
  };
  return {
    shade,
    around: (u, v, into) => {
      const [dx, dy] = [Math.max(-u, u - width, 0), Math.max(-v, v - height, 0)];
      if (dx > sideMargin + bezel || dy > topMargin + bezel) return false;
      const isFrame = dx > sideMargin || dy > topMargin;
      into.fill(isFrame ? 9 : page);
      if (!isFrame) shade(u, v, into);
      return true;
    },
  };
}

/** A colour print on white paper: ink dots in turned grids, narrower colours, and the paper's rim around the card. */
function inkPrint({ width, height }: RgbImage, random: Random): Surround {
  const period = width / random.between(330, 520);
  const depth = random.between(0.16, 0.3);
  const rim = width * random.between(0.03, 0.12);
  const angles = [15, 75, 45].map((degrees) => (degrees * Math.PI) / 180);
  const cycle = (2 * Math.PI) / period;
  return {
    shade: (u, v, into) => {
      for (let channel = 0; channel < 3; channel++) {
        const angle = angles[channel] as number;
        const [a, b] = [u * Math.cos(angle) + v * Math.sin(angle), v * Math.cos(angle) - u * Math.sin(angle)];
        const ink = 1 - (into[channel] as number) / 255;
        const dots = Math.cos(cycle * a) + Math.cos(cycle * b);
        into[channel] = 244 - 206 * ink + 128 * depth * dots * Math.min(1, 4 * ink * (1 - ink));
      }
    },
    around: (u, v, into) => {
      if (u < -rim || v < -rim || u > width + rim || v > height + rim) return false;
      into.fill(244);
      return true;
    },
  };
}
