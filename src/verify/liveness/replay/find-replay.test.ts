import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { furtherPath } from '../../../../test/attack/further-clips.ts';
import { readStretch } from '../../../../test/support/clip-window.ts';
import { lit, mirrored } from '../../../../test/support/recorded.ts';
import { findVideoEncoder, type Picture } from '../../../../test/support/video-encoder.ts';
import { watchWhole } from '../../../../test/support/watched-recording.ts';
import { loadVision, type Vision } from '../../../vision/faces.ts';
import { replayThresholds } from '../../thresholds-replay.ts';
import { findReplay } from './find-replay.ts';
import { type MotionTrace, traceMotion } from './motion-trace.ts';

const encoder = await findVideoEncoder();
const skip = encoder ? false : 'no ffmpeg and no node-av to encode with';
const { likenessLeast, movementLeast } = replayThresholds;

type Taken = { readonly fromSeconds: number; readonly seconds?: number; readonly framesPerSecond?: number };

// A real man's films, which come with an npm package.
describe('A recording that came before', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'replay-'));
  const path = join(folder, 'recording');
  let vision: Vision;
  let first: MotionTrace;
  before(async () => {
    vision = await loadVision();
    first = await trace({ fromSeconds: 11 });
  });
  after(() => rmSync(folder, { recursive: true }));

  async function trace(
    { fromSeconds, seconds = 5, framesPerSecond = 20 }: Taken,
    change: (picture: Picture) => Picture = (picture) => picture,
    codec: 'h264' | 'vp8' = 'h264',
  ): Promise<MotionTrace> {
    const stretch = { path: furtherPath('webcam1'), fromSeconds, seconds, framesPerSecond };
    const pictures = (await Array.fromAsync(readStretch(stretch, encoder!.name))).map(change);
    await encoder!.encode(path, pictures, { codec, framesPerSecond, kilobitsPerSecond: 900 });
    const { sightings, faceGrids } = await watchWhole(vision, path);
    const made = traceMotion(sightings, faceGrids);
    assert.ok(made);
    return made;
  }

  const likenessTo = (earlier: MotionTrace, late: MotionTrace) =>
    findReplay(late, [{ seq: 'earlier', trace: earlier }]);

  it('is known when it comes again at another rate, in another encoding, begun at another moment', async () => {
    const again = await trace({ fromSeconds: 11.9, framesPerSecond: 15 }, undefined, 'vp8');
    const replay = likenessTo(first, again);
    assert.ok(replay && replay.likeness > likenessLeast.value && replay.movement > movementLeast.value);
    assert.ok(Math.abs(replay.lagMs + 900) <= 100, `${replay.lagMs}`);
    assert.equal(replay.isMirrored, false);
  });

  it('is known with left and right exchanged, and darker', async () => {
    const replay = likenessTo(
      first,
      await trace({ fromSeconds: 11.3 }, (picture) => lit(mirrored(picture), 0.6)),
    );
    assert.ok(replay && replay.likeness > likenessLeast.value, `${replay?.likeness}`);
    assert.equal(replay.isMirrored, true);
  });

  it('is not seen in another moment of the same man', async () => {
    const replay = likenessTo(first, await trace({ fromSeconds: 25 }));
    assert.ok(replay && replay.likeness < 0.6, `${replay?.likeness}`);
  });

  it('is not seen in what shares less than three seconds with it', async () => {
    const replay = likenessTo(first, await trace({ fromSeconds: 13.8 }));
    assert.ok(replay && replay.likeness < likenessLeast.value, `${replay?.likeness}`);
    assert.equal(likenessTo(first, await trace({ fromSeconds: 11, seconds: 2.5 })), null);
  });

  it('is found among others, by its name', async () => {
    const other = await trace({ fromSeconds: 4 });
    const earlier = [
      { seq: 'other', trace: other },
      { seq: 'this', trace: first },
    ];
    assert.equal(findReplay(await trace({ fromSeconds: 11.5 }), earlier)?.seq, 'this');
    assert.equal(findReplay(first, []), null);
    assert.equal(findReplay(null, earlier), null);
  });
});
