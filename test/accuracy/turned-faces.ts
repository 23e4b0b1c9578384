import { meshFace } from '../attack/face-mesh.ts';
import type { FaceMoment } from '../attack/face-moment.ts';
import { coverCamera } from '../attack/fit-picture.ts';
import type { Lab } from '../attack/lab.ts';
import { landmarksIn, photoSubject } from '../attack/sources.ts';
import { handleSheet } from '../support/held-sheet.ts';
import { addSensorNoise } from '../support/refilmed-still.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { filmSheet } from '../support/sheet-camera.ts';
import type { Picture } from '../support/video-encoder.ts';

/** A face of LFW that turns: as if it stood on a head, or on a sheet of paper in a hand. */
export type TurnedFace = { readonly person: string; readonly pictures: readonly Picture[] };

export const turnedFramesPerSecond = 12;

/** What the head or the sheet does, and from when on (ms). All begin and end at rest. */
export const turnings = { nod: 1500, shake: 4000 } as const;
const durationMs = { nod: 1100, shake: 1300 };
const restMs = 1200;
const frames = Math.round(((turnings.shake + durationMs.shake + restMs) / 1000) * turnedFramesPerSecond);

const waveOf = (action: 'nod' | 'shake', nowMs: number): number => {
  const share = (nowMs - turnings[action]) / durationMs[action];
  return share > 0 && share < 1 ? Math.sin(2 * Math.PI * share) : 0;
};

/** SIMULATED: the points of a photo moved as if they stood on a head that nods by 17 degrees and shakes by 20. Null without a face. */
export async function turnHead(lab: Lab, index: number): Promise<TurnedFace | null> {
  const { person, picture } = await photoSubject(lab, index);
  const still = coverCamera(picture, 1.1);
  const landmarks = await landmarksIn(lab, still);
  if (!landmarks) return null;
  const mesh = meshFace(still, landmarks);
  const momentAt = (nowMs: number): FaceMoment => ({
    ...{ blink: 0, mouth: 0 },
    yaw: 0.35 * waveOf('shake', nowMs),
    pitch: 0.3 * waveOf('nod', nowMs),
  });
  return { person, pictures: film(index, (nowMs) => mesh.pose(momentAt(nowMs)).picture) };
}

/** SIMULATED: a flat photo held in a hand, tilted and turned to both sides by an angle (radians). */
export async function turnSheet(lab: Lab, index: number, radians: number): Promise<TurnedFace> {
  const { person, picture } = await photoSubject(lab, index);
  const sheet = { picture, widthPixels: 560, background: [90, 90, 90] as const };
  const hold = handleSheet(seededRandom(index), 'held');
  const pictures = film(index, (nowMs) => {
    const held = hold(nowMs / 1000);
    const [tiltX, tiltY] = [radians * waveOf('nod', nowMs), radians * waveOf('shake', nowMs)];
    const poseAt = () => ({ ...held, tiltX: held.tiltX + tiltX, tiltY: held.tiltY + tiltY });
    return filmSheet(sheet, poseAt, nowMs / 1000, 0.02);
  });
  return { person, pictures };
}

function film(seed: number, pictureAt: (nowMs: number) => Picture): readonly Picture[] {
  const random = seededRandom(900 + seed);
  return Array.from({ length: frames }, (_, at) => {
    const picture = pictureAt((1000 * at) / turnedFramesPerSecond);
    addSensorNoise(picture, 1, 3, random);
    return picture;
  });
}
