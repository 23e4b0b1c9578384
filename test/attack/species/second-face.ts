import { boxOfLandmarks } from '../../../src/vision/face-landmarks.ts';
import { type Point, widthOf } from '../../../src/vision/geometry.ts';
import type { Picture } from '../../support/video-encoder.ts';
import { filmInHand, openCamera } from '../camera.ts';
import type { Texture } from '../draw-mesh.ts';
import { drawMesh } from '../draw-mesh.ts';
import { copyOf, cornersOf, place } from '../fit-picture.ts';
import type { PosedPicture } from '../posed-clip.ts';
import { lightPictures, planSession, readSession } from '../sessions.ts';
import { type PhotoSubject, photoSubject } from '../sources.ts';
import type { Species } from '../species.ts';

/** A head cut out of its photo by an oval. */
function cutHead({
  picture,
  landmarks,
}: PhotoSubject): Texture & { readonly headWidth: number; readonly middle: Point } {
  const box = boxOfLandmarks(landmarks);
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const [halfWidth, halfHeight] = [0.5 * widthOf(box), 0.64 * widthOf(box)];
  const mask = Uint8Array.from({ length: picture.width * picture.height }, (_, at) => {
    const [right, down] = [(at % picture.width) - x, Math.floor(at / picture.width) - y];
    return (right / halfWidth) ** 2 + (down / halfHeight) ** 2 < 1 ? 1 : 0;
  });
  return { picture, points: cornersOf(picture), mask, headWidth: 2 * halfWidth, middle: { x, y } };
}

function drawHead(head: ReturnType<typeof cutHead>, into: Picture, centre: Point, width: number): void {
  const scale = width / head.headWidth;
  const where = {
    cos: scale,
    sin: 0,
    x: centre.x - scale * head.middle.x,
    y: centre.y - scale * head.middle.y,
  };
  const places = head.points.map((point) => place(where, point));
  drawMesh(head, into, places, [
    [0, 1, 2],
    [0, 2, 3],
  ]);
}

export const secondFace: Species = {
  name: 'second face peeping in',
  kind: 'presentation',
  levels: [1, 2, 3, 4, 5],
  simulates:
    'A session that would pass, into whose corner the head of a photo of LFW comes for 1.2 s or more; SIMULATED: that head, light, camera.',
  async make(lab, trial) {
    const { random, index } = trial;
    const session = planSession(trial);
    const { person, challenge, framesPerSecond, seconds } = session;
    const head = cutHead(await photoSubject(lab, index));
    const peep = {
      from: random.between(0.15, 0.5) * seconds,
      lasts: random.between(1.2, 2),
      side: random.pick([0, 1]),
    };
    const [share, down] = [random.between(0.55, 0.85), random.between(0.15, 0.5)];
    async function* peeped(): AsyncGenerator<PosedPicture> {
      let at = 0;
      for await (const { picture, landmarks } of readSession(lab, session)) {
        const into = copyOf(picture);
        const since = at / framesPerSecond - peep.from;
        // In within 0.3 s, and out as fast.
        const reach = Math.max(0, Math.min(1, since / 0.3, (peep.lasts - since) / 0.3));
        const width = share * widthOf(boxOfLandmarks(landmarks));
        const from = -width / 2 + reach * width * 0.95;
        const x = peep.side === 0 ? from : picture.width - from;
        if (reach > 0) drawHead(head, into, { x, y: down * picture.height }, width);
        yield { picture: into, landmarks };
        at += 1;
      }
    }
    const lit = lightPictures(peeped(), challenge?.colors ?? [], session.scene);
    return {
      person,
      variant: `${share.toFixed(1)} as large`,
      challenge,
      framesPerSecond,
      pictures: filmInHand(lit, framesPerSecond, openCamera(random)),
    };
  },
};
