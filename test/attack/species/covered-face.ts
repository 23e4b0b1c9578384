import type { Landmarks } from '../../../src/vision/face-landmarks.ts';
import type { Point } from '../../../src/vision/geometry.ts';
import type { Picture } from '../../support/video-encoder.ts';
import { filmInHand, openCamera } from '../camera.ts';
import { copyOf } from '../fit-picture.ts';
import { cutsOfRow } from '../polygon-rows.ts';
import type { PosedPicture } from '../posed-clip.ts';
import { lightPictures, planSession, readSession } from '../sessions.ts';
import type { Species } from '../species.ts';

type Cover = 'mask' | 'dark glasses' | 'hand';
type Rgb = readonly [number, number, number];

const colors: Readonly<Record<Cover, readonly Rgb[]>> = {
  mask: [
    [190, 215, 225],
    [30, 30, 35],
    [235, 235, 235],
  ],
  'dark glasses': [
    [18, 16, 20],
    [40, 28, 22],
  ],
  hand: [
    [205, 160, 135],
    [150, 105, 80],
  ],
};

/** The outline of what hides the face; a polygon in picture pixels. */
function outlineOf(cover: Cover, landmarks: Landmarks): readonly (readonly Point[])[] {
  const at = (...corners: readonly number[]) => corners.map((corner) => landmarks[corner]!);
  if (cover === 'mask') return [at(28, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14)];
  if (cover === 'dark glasses') return [lensOver(at(36, 39)), lensOver(at(42, 45)), at(39, 27, 42)];
  // Over one half of the face, brow to chin.
  return [at(17, 19, 21, 27, 30, 33, 57, 8, 6, 4, 2, 0)];
}

/** A lens 1.7 times as wide as the eye, and as high as the eye is wide: it rests on the corners, so it holds still when lids close. */
function lensOver(corners: readonly Point[]): readonly Point[] {
  const [from, to] = [corners[0]!, corners[1]!];
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const [x, y] = [to.x - middle.x, to.y - middle.y];
  return Array.from({ length: 12 }, (_, at) => {
    const angle = (2 * Math.PI * at) / 12;
    const [along, down] = [1.7 * Math.cos(angle), Math.sin(angle)];
    return { x: middle.x + along * x - down * y, y: middle.y + along * y + down * x };
  });
}

/** Even-odd filling, row by row, with the shading of a cloth: darker below. */
function fill(picture: Picture, outline: readonly Point[], color: Rgb): void {
  const rows = outline.map(({ y }) => y);
  const [top, bottom] = [
    Math.max(0, Math.ceil(Math.min(...rows))),
    Math.min(picture.height - 1, Math.floor(Math.max(...rows))),
  ];
  for (let y = top; y <= bottom; y++) {
    const cuts = cutsOfRow(outline, y);
    for (let pair = 0; pair + 1 < cuts.length; pair += 2) {
      const [left, right] = [
        Math.max(0, Math.ceil(cuts[pair]!)),
        Math.min(picture.width - 1, Math.floor(cuts[pair + 1]!)),
      ];
      for (let x = left; x <= right; x++) {
        const across = (x - cuts[pair]!) / (cuts[pair + 1]! - cuts[pair]! + 1);
        const shade =
          (0.75 + 0.25 * Math.sin(Math.PI * across)) * (1 - (0.15 * (y - top)) / (bottom - top + 1));
        for (let colour = 0; colour < 3; colour++)
          picture.data[3 * (y * picture.width + x) + colour] = color[colour]! * shade;
      }
    }
  }
}

export const coveredFace: Species = {
  name: 'covered face',
  kind: 'presentation',
  levels: [1, 2, 3, 4, 5],
  simulates:
    'A session that would pass, mouth, eyes or half the face hidden from the beginning; SIMULATED: the cover (mask, dark glasses, hand), light, camera.',
  async make(lab, trial) {
    const { random, index } = trial;
    const session = planSession(trial);
    const { person, challenge, framesPerSecond } = session;
    const cover = (['mask', 'dark glasses', 'hand'] as const)[Math.floor(index / 4) % 3]!;
    const color = random.pick(colors[cover]);
    async function* covered(): AsyncGenerator<PosedPicture> {
      for await (const { picture, landmarks } of readSession(lab, session)) {
        const into = copyOf(picture);
        for (const outline of outlineOf(cover, landmarks)) fill(into, outline, color);
        yield { picture: into, landmarks };
      }
    }
    const lit = lightPictures(covered(), challenge?.colors ?? [], session.scene);
    return {
      person,
      variant: cover,
      challenge,
      framesPerSecond,
      pictures: filmInHand(lit, framesPerSecond, openCamera(random)),
    };
  },
};
