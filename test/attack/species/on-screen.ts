import { readStretch } from '../../support/clip-window.ts';
import { clipPath } from '../../support/shared-data.ts';
import type { Picture, Pictures } from '../../support/video-encoder.ts';
import { openCamera } from '../camera.ts';
import { coverCamera } from '../fit-picture.ts';
import { picturesOf, planHolding } from '../holding.ts';
import type { Lab } from '../lab.ts';
import { type DeviceName, devices, type HeldScreen, setUpScreen } from '../screens.ts';
import { planStretch } from '../sessions.ts';
import { lightSheet, type SheetLight } from '../sheet-light.ts';
import { longClips, photoSubject } from '../sources.ts';
import type { Recording, Species, Trial } from '../species.ts';

/** Glass throws little back, but it mirrors: the phone that films is seen in it as a patch of its colour. */
function lightOnGlass(screen: HeldScreen, patch: Float32Array): () => SheetLight {
  const glass = screen.glass();
  const scattered = new Float32Array(glass.length);
  const gloss = new Float32Array(glass.length);
  return () => {
    for (let at = 0; at < glass.length; at++) {
      scattered[at] = glass[at] === 1 ? 0.03 : 0.3;
      gloss[at] = patch[at]! * glass[at]!;
    }
    return { scattered, gloss };
  };
}

function mirroredPhone({ random }: Trial): Float32Array {
  const [x, y, size] = [random.between(150, 330), random.between(180, 460), random.between(40, 90)];
  const strength = random.between(0.01, 0.06);
  return Float32Array.from({ length: 480 * 640 }, (_, at) => {
    const [right, down] = [(at % 480) - x, Math.floor(at / 480) - y];
    return strength * Math.exp(-((right / size) ** 4 + (down / (2 * size)) ** 4));
  });
}

type Shown = { readonly person: string; readonly pictures: Pictures };

async function film(
  device: DeviceName,
  trial: Trial,
  show: (plan: ReturnType<typeof planHolding>) => Promise<Shown>,
): Promise<Recording> {
  const plan = planHolding(trial);
  const { challenge, framesPerSecond, scene } = plan;
  const { person, pictures } = await show(plan);
  const screen = setUpScreen(device, trial.random);
  const camera = openCamera(trial.random);
  const colors = challenge?.colors ?? [];
  async function* filmed(): AsyncGenerator<Picture> {
    let at = 0;
    for await (const picture of pictures) {
      const seconds = at / framesPerSecond;
      const seen = screen.film(picture, seconds);
      yield colors.length > 0 ? seen : camera.sense(seen, seconds);
      at += 1;
    }
  }
  const patch = mirroredPhone(trial);
  const lit =
    colors.length === 0 ? filmed() : lightSheet(filmed(), colors, scene, lightOnGlass(screen, patch), camera);
  return { person, variant: screen.handling, challenge, framesPerSecond, pictures: lit };
}

const simulated =
  'SIMULATED: its screen, the hand or stand, the camera, at levels 3 to 5 the light on the glass';

function photoOn(device: DeviceName): Species {
  return {
    name: `photo on a ${device}`,
    kind: 'presentation',
    levels: [1, 2, 3, 4, 5],
    simulates: `A photo of LFW; ${simulated}.`,
    make: (lab, trial) =>
      film(device, trial, async ({ frames }) => {
        const { person, picture } = await photoSubject(lab, trial.index, trial.level);
        const covered = coverCamera(picture, trial.random.between(1, 1.3));
        return { person, pictures: picturesOf(frames, () => covered) };
      }),
  };
}

function videoOn(device: DeviceName): Species {
  return {
    name: `video on a ${device}`,
    kind: 'presentation',
    levels: [1, 2, 3, 4, 5],
    simulates: `A real clip, whatever happens in it; ${simulated}.`,
    make: (lab: Lab, trial) =>
      film(device, trial, async ({ frames, framesPerSecond }) => {
        const person = longClips[trial.index % longClips.length]!;
        const { fromSeconds, seconds } = planStretch(person, frames / framesPerSecond, null, trial.random);
        const stretch = { path: clipPath(person)!, fromSeconds, seconds, framesPerSecond };
        return { person, pictures: readStretch(stretch, lab.encoder.name) };
      }),
  };
}

export const photosOnScreens: readonly Species[] = devices.map(photoOn);
export const videosOnScreens: readonly Species[] = devices.map(videoOn);
