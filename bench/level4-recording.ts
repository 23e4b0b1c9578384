import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Challenge } from '../src/verify/challenge.ts';
import { clipEvents } from '../test/attack/clip-events.ts';
import { hasSources, openLab } from '../test/attack/lab.ts';
import { filmSession, fitSession } from '../test/attack/sessions.ts';
import { seededRandom } from '../test/support/seeded-random.ts';
import { photoAt } from './recording.ts';

const framesPerSecond = 30;
const folder = fileURLToPath(new URL('../.cache/bench/', import.meta.url));

/** A real level 4 asks for 6.5 s at least: this one is cut to the length that the aim is stated for, with all its parts. */
const asked: Challenge = {
  level: 4,
  durationMs: 4700,
  actions: [{ action: 'blink', fromMs: 1000, toMs: 3100 }],
  colors: [
    { color: '#FFFFFF', fromMs: 700, toMs: 1150 },
    { color: '#0000FF', fromMs: 1150, toMs: 1600 },
    { color: '#00FF00', fromMs: 1600, toMs: 2050 },
    { color: '#FFFF00', fromMs: 2050, toMs: 2500 },
    { color: '#000000', fromMs: 2500, toMs: 2950 },
    { color: '#00FFFF', fromMs: 2950, toMs: 3400 },
    { color: '#FF00FF', fromMs: 3400, toMs: 3850 },
    { color: '#FFFFFF', fromMs: 3850, toMs: 4300 },
  ],
  markerMs: 700,
  shown: [],
};

export type AnsweredRecording = {
  readonly path: string;
  readonly challenge: Challenge;
  /** JPEG of another moment, to compare with. */
  readonly photo: Buffer;
};

/**
 * Five seconds at 480x640 and 30 frames a second that answer a challenge of level 4: a living person who blinks, the light of the colours
 * SIMULATED on the face, as the attack lab's bona fide presentations are made. Made once, then kept in `.cache/bench/`: delete that after a
 * change to the lab. Null where the clips for development are not at hand.
 */
export async function prepareAnswer(): Promise<AnsweredRecording | null> {
  if (!hasSources()) return null;
  const [path, facts, photo] = ['level4.mp4', 'level4.json', 'level4.jpg'].map((name) => folder + name) as [
    string,
    string,
    string,
  ];
  if (!existsSync(path)) await render(path, facts, photo);
  return { path, challenge: JSON.parse(readFileSync(facts, 'utf8')), photo: readFileSync(photo) };
}

async function render(path: string, facts: string, photo: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const lab = await openLab();
  const random = seededRandom(4);
  const event = clipEvents.find(({ clip, fromMs }) => clip === 'd13' && fromMs === 2570)!;
  const fitted = fitSession([event], asked, random);
  const session = { ...fitted, framesPerSecond, scene: { ...fitted.scene, framesPerSecond } };
  const encoding = { codec: 'h264', framesPerSecond, kilobitsPerSecond: 1000 } as const;
  await lab.encoder.encode(`${path}.part.mp4`, filmSession(lab, session, random), encoding);
  writeFileSync(facts, JSON.stringify(session.challenge));
  writeFileSync(photo, await photoAt('d13', 6, lab.encoder.name));
  renameSync(`${path}.part.mp4`, path);
}
