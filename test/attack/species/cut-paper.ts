import type { Landmarks } from '../../../src/vision/face-landmarks.ts';
import { meanPoint, type Point } from '../../../src/vision/geometry.ts';
import { clipPath } from '../../support/shared-data.ts';
import type { Picture } from '../../support/video-encoder.ts';
import { actorStretch, meetActions } from '../actor.ts';
import { anyWall, openCamera } from '../camera.ts';
import { eyeDistanceOf } from '../face-mesh.ts';
import { drawPicture, emptyPicture, similarityOf } from '../fit-picture.ts';
import { planHolding } from '../holding.ts';
import { type HeldPaper, printPhoto } from '../paper.ts';
import { type PosedPicture, readPosed } from '../posed-clip.ts';
import { lightSheet } from '../sheet-light.ts';
import { sheetPoint } from '../sheet-mesh.ts';
import { photoSubject } from '../sources.ts';
import type { Species } from '../species.ts';
import { lightOnPaper } from './photo-on-paper.ts';

type Part = 'eyes' | 'mouth';

/** Corners of what is cut out: an oval round each. */
const partsOf: Readonly<Record<Part, readonly (readonly number[])[]>> = {
  eyes: [
    [36, 37, 38, 39, 40, 41],
    [42, 43, 44, 45, 46, 47],
  ],
  mouth: [[48, 51, 54, 57]],
};
const anchorsOf: Readonly<Record<Part, readonly [readonly number[], readonly number[]]>> = {
  eyes: [
    [36, 39],
    [42, 45],
  ],
  mouth: [[48], [54]],
};

/** A mask of the print: 0 where scissors went. `scale` takes the photo's pixels to the print's. */
function holesIn(print: Picture, landmarks: Landmarks, part: Part, scale: number): Uint8Array {
  const mask = new Uint8Array(print.width * print.height).fill(1);
  const eyes = eyeDistanceOf(landmarks) * scale;
  for (const corners of partsOf[part]) {
    const points = corners.map((corner) => landmarks[corner]!);
    const middle = meanPoint(points);
    const [x, y] = [middle.x * scale, middle.y * scale];
    const [halfWidth, halfHeight] = part === 'eyes' ? [0.33 * eyes, 0.19 * eyes] : [0.58 * eyes, 0.42 * eyes];
    for (let row = Math.floor(y - halfHeight); row <= y + halfHeight; row++) {
      for (let column = Math.floor(x - halfWidth); column <= x + halfWidth; column++) {
        if (((column - x) / halfWidth) ** 2 + ((row - y) / halfHeight) ** 2 < 1)
          mask[row * print.width + column] = 0;
      }
    }
  }
  return mask;
}

const mid = (landmarks: Landmarks, at: readonly number[]): Point =>
  meanPoint(at.map((corner) => landmarks[corner]!));

/** Draws the actor so that the real part lies behind its hole, and the paper over it. */
function drawBehind(
  actor: PosedPicture,
  paper: HeldPaper,
  holes: readonly [Point, Point],
  part: Part,
  seconds: number,
  room: readonly [number, number, number],
): Picture {
  const into = emptyPicture(room);
  const places = paper.placesAt(seconds);
  const anchors = anchorsOf[part].map((at) => mid(actor.landmarks, at)) as [Point, Point];
  const where = similarityOf(anchors, holes.map((hole) => sheetPoint(places, hole)) as [Point, Point]);
  drawPicture(actor.picture, into, where);
  paper.draw(into, places);
  return into;
}

function cutPaper(part: Part): Species {
  return {
    name: `photo with the ${part} cut out`,
    kind: 'presentation',
    levels: [1, 2, 3, 4, 5],
    simulates: `A photo of LFW and, in the holes, the real ${part} of a clip, moved in time so that they do what is asked where they can; SIMULATED: print, hand, camera, light.`,
    async make(lab, trial) {
      const { random } = trial;
      const { challenge, framesPerSecond, frames, scene } = planHolding(trial);
      const { person, picture, landmarks } = await photoSubject(lab, trial.index, trial.level);
      const widthPixels = random.between(560, 860);
      const handling = random.pick(['fixed', 'held', 'held', 'swung'] as const);
      const shape = { isBent: random.next() < 0.5, handling, widthPixels };
      let scale = 1;
      const paper = printPhoto(picture, shape, random, (print) => {
        scale = print.width / picture.width;
        return holesIn(print, landmarks, part, scale);
      });
      const holes = anchorsOf[part].map((at) => {
        const { x, y } = mid(landmarks, at);
        return { x: x / picture.width, y: y / picture.height };
      }) as [Point, Point];
      const room = anyWall(random);
      const camera = openCamera(random);
      const seconds = frames / framesPerSecond;
      const stretch = actorStretch(meetActions(challenge, part, seconds, random), seconds);
      const actor = readPosed(
        { ...stretch, path: clipPath(stretch.clip)!, framesPerSecond },
        lab.vision,
        lab.encoder.name,
      );
      const colors = challenge?.colors ?? [];
      async function* held(): AsyncGenerator<Picture> {
        let at = 0;
        for await (const posed of actor) {
          const seconds = at / framesPerSecond;
          const drawn = drawBehind(posed, paper, holes, part, seconds, room);
          yield colors.length > 0 ? drawn : camera.sense(drawn, seconds);
          at += 1;
        }
      }
      const pictures =
        colors.length === 0
          ? held()
          : lightSheet(held(), colors, scene, (_, at) => lightOnPaper(paper, at / framesPerSecond), camera);
      return { person, variant: handling, challenge, framesPerSecond, pictures };
    },
  };
}

export const cutPapers: readonly Species[] = [cutPaper('eyes'), cutPaper('mouth')];
