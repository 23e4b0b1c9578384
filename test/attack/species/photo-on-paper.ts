import { handlings } from '../../support/held-sheet.ts';
import { anyWall, openCamera } from '../camera.ts';
import { emptyPicture } from '../fit-picture.ts';
import { picturesOf, planHolding } from '../holding.ts';
import { type HeldPaper, lightOver, printPhoto } from '../paper.ts';
import { lightSheet, type SheetLight } from '../sheet-light.ts';
import { photoSubject } from '../sources.ts';
import type { Species } from '../species.ts';

const nearly = 0.9;
/** Of a wall behind the paper, beside what the paper itself throws back. */
const behind = 0.08;

/** Paper does not shine. */
const matt = new Float32Array(480 * 640);

/** Light on a sheet and, less, on what stands behind it. */
export function lightOnPaper(paper: HeldPaper, seconds: number): SheetLight {
  const scattered = lightOver(paper.placesAt(seconds), nearly, behind);
  return { scattered, gloss: matt };
}

function onPaper(form: 'flat' | 'bent'): Species {
  return {
    name: `photo on ${form} paper`,
    kind: 'presentation',
    levels: [1, 2, 3, 4, 5],
    simulates: `A photo of LFW; SIMULATED: its print on ${form} paper, the hand, the camera, at levels 3 to 5 the screen's light on the paper.`,
    async make(lab, trial) {
      const { random } = trial;
      const { challenge, framesPerSecond, frames, scene } = planHolding(trial);
      const { person, picture } = await photoSubject(lab, trial.index, trial.level);
      const handling = random.pick(handlings);
      const widthPixels = random.between(460, 760);
      const paper = printPhoto(picture, { isBent: form === 'bent', handling, widthPixels }, random);
      const camera = openCamera(random);
      const room = anyWall(random);
      const held = picturesOf(frames, (at) => {
        const into = emptyPicture(room);
        paper.draw(into, paper.placesAt(at / framesPerSecond));
        return challenge?.colors.length ? into : camera.sense(into, at / framesPerSecond);
      });
      const colors = challenge?.colors ?? [];
      const pictures =
        colors.length === 0
          ? held
          : lightSheet(held, colors, scene, (_, at) => lightOnPaper(paper, at / framesPerSecond), camera);
      return { person, variant: handling, challenge, framesPerSecond, pictures };
    },
  };
}

export const photoOnPaper: readonly Species[] = [onPaper('flat'), onPaper('bent')];
