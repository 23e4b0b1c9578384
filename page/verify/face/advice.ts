import { oval } from '../oval-place.ts';
import { type Face, shareWithin } from './find-faces.ts';

/** The people in a picture, in parts of what the screen shows of it: 0 to 1, beyond where it shows less. */
export type Sight = {
  readonly main: Face | null;
  /** Faces that count as another person. */
  readonly others: number;
};

/** What a customer can do about where the face is; left and right as in the mirror that the page is. */
export type Advice =
  | 'two-people'
  | 'no-face'
  | 'too-far'
  | 'too-near'
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'good';

/** From where on the server takes a second face for another person (`src/vision/main-face.ts`). */
const otherPerson = { leastScore: 0.8, leastHeightRatio: 0.4, mostWithin: 0.8 } as const;

const heightOf = ({ top, bottom }: Face) => bottom - top;
const centreOf = ({ left, top, right, bottom }: Face) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });

/** Sorts the faces as the server does: the largest near the middle, and who counts beside it. */
export function sightOf(faces: readonly Face[]): Sight {
  const weightOf = (face: Face) => {
    const { x, y } = centreOf(face);
    return heightOf(face) * face.score ** 2 * (1 - Math.hypot(x - 0.5, y - 0.5) / Math.SQRT1_2);
  };
  const [main = null, ...rest] = [...faces].sort((one, other) => weightOf(other) - weightOf(one));
  if (!main) return { main, others: 0 };
  const isOther = (face: Face) => {
    const isBeside = shareWithin(face, main) <= otherPerson.mostWithin;
    const isLarge = heightOf(face) >= otherPerson.leastHeightRatio * heightOf(main);
    return face.score >= otherPerson.leastScore && isLarge && isBeside;
  };
  return { main, others: rest.filter(isOther).length };
}

/**
 * Generous: nothing here is refused by the server. A box goes from the brows to the chin, so that a face that fills the
 * oval has 0.55 to 0.8 of the picture's height. On the five bona fide development clips, four frames a second (n = 137),
 * heights are 0.49 to 0.80, centres 0.48 to 0.61 across and 0.44 to 0.69 down, each from the 5th to the 95th hundredth
 * (2026-11-26).
 */
const limits = {
  heightLeast: 0.36,
  heightMost: 0.86,
  acrossMost: 0.17,
  downLeast: 0.28,
  downMost: 0.74,
} as const;

/** The one thing to tell about where the face is, the most hindering first. */
export function adviceOf({ main, others }: Sight): Advice {
  if (others > 0) return 'two-people';
  if (!main) return 'no-face';
  const { x, y } = centreOf(main);
  if (heightOf(main) < limits.heightLeast) return 'too-far';
  if (heightOf(main) > limits.heightMost) return 'too-near';
  // What the camera sees on the right is on the left of the mirror: from there the way is to the right.
  if (Math.abs(x - oval.centreX) > limits.acrossMost) return x > oval.centreX ? 'right' : 'left';
  if (y < limits.downLeast) return 'down';
  return y > limits.downMost ? 'up' : 'good';
}

/** As many looks in a row, for one may err; the server asks for as many frames. */
const looksForCrowd = 3;

/** Tells of two people once they have been seen in several looks in a row. */
export function createCrowdWatch(): (sight: Sight) => boolean {
  let looks = 0;
  return ({ others }) => {
    looks = others > 0 ? looks + 1 : 0;
    return looks >= looksForCrowd;
  };
}
