import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { findVideoEncoder, type Picture, type VideoEncoder } from '../../../test/support/video-encoder.ts';
import { type Decoder, decodeVideo } from './decode.ts';
import { probeDecoder } from './find-decoder.ts';
import { limits } from './limits.ts';
import { rewriteAsMp4 } from './rewrite.ts';
import type { VideoFrame, VideoOutcome } from './video-frame.ts';

const encoder = await findVideoEncoder();
const folder = await mkdtemp(join(tmpdir(), 'selfsame-decode-'));
after(() => rm(folder, { recursive: true }));

/** A moving bar on a grey field: red at the left, so that a mirrored or turned picture shows. */
function* bars(width: number, height: number, count: number): Generator<Picture> {
  for (let at = 0; at < count; at++) {
    const data = new Uint8Array(width * height * 3).fill(90);
    const bar = (at * 4) % height;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const place = (y * width + x) * 3;
        if (x < width / 4) data.set([220, 20, 20], place);
        else if (y >= bar && y < bar + 8) data.set([250, 250, 250], place);
      }
    }
    yield { width, height, data };
  }
}

function* plain(width: number, height: number, count: number): Generator<Picture> {
  const data = new Uint8Array(width * height * 3).fill(128);
  for (let at = 0; at < count; at++) yield { width, height, data };
}

async function decode(
  decoder: Decoder,
  path: string,
): Promise<{ outcome: VideoOutcome; frames: VideoFrame[] }> {
  const frames: VideoFrame[] = [];
  const outcome = await decodeVideo(decoder, path, (frame) => {
    frames.push(frame);
  });
  return { outcome, frames };
}

/** Mean colour of the left and of the right quarter of a picture. */
function sidesOf(frame: VideoFrame): { left: number[]; right: number[] } {
  const mean = (from: number, to: number) => {
    const sum = [0, 0, 0];
    let count = 0;
    for (let y = 0; y < frame.height; y++) {
      for (let x = from; x < to; x++, count++) {
        for (let colour = 0; colour < 3; colour++)
          sum[colour]! += frame.data[(y * frame.width + x) * 3 + colour]!;
      }
    }
    return sum.map((value) => Math.round(value / count));
  };
  const quarter = Math.floor(frame.width / 4);
  return { left: mean(2, quarter - 2), right: mean(frame.width - quarter, frame.width) };
}

for (const name of ['ffmpeg', 'node-av'] as const) {
  const report = await probeDecoder({ ...process.env, SELFSAME_DECODER: name });
  const skip = report.ok ? (encoder ? false : 'no video encoder on this machine') : report.text;
  describe(`the decoder ${name}`, { skip }, () => {
    const decoder = report.ok ? report.decoder : (null as never);
    describeRecordings(decoder, encoder as VideoEncoder);
    describeHostileFiles(decoder, encoder as VideoEncoder);
    describeRewriting(decoder, encoder as VideoEncoder);
  });
}

function describeRecordings(decoder: Decoder, encoder: VideoEncoder): void {
  for (const codec of ['h264', 'vp8'] as const) {
    test(`every sampled frame of ${codec} arrives once, upright, with its own timestamp`, async () => {
      const path = join(folder, `plain.${codec}`);
      await encoder.encode(path, bars(160, 120, 100), { codec, framesPerSecond: 25, kilobitsPerSecond: 400 });
      const { outcome, frames } = await decode(decoder, path);
      assert.ok(outcome.ok, JSON.stringify(outcome));
      assert.equal(outcome.summary.codec, codec);
      assert.equal(outcome.summary.timestampsMs.length, 100);
      assert.equal(outcome.summary.frameCount, frames.length);
      assert.ok(Math.abs(outcome.summary.durationMs - 4000) < 20, `${outcome.summary.durationMs}`);
      assert.ok(frames.length >= 46 && frames.length <= 49, `${frames.length} frames in 4 s`);
      assert.equal(frames[0]?.timestampMs, 0);
      const { left, right } = sidesOf(frames[10]!);
      assert.ok(left[0]! > 180 && left[1]! < 70 && right[0]! < 130, `${left} ${right}`);
      assert.deepEqual([frames[0]!.width, frames[0]!.height], [160, 120]);
    });
  }

  for (const [codec, framesPerSecond] of [
    ['h264', 24],
    ['h264', 30],
    ['vp8', 30],
  ] as const) {
    test(`every frame of a stretch of ${codec}, ${framesPerSecond} a second, arrives once, and none beside it`, async () => {
      const path = join(folder, `stretch-${framesPerSecond}.${codec}`);
      await encoder.encode(path, bars(160, 120, 90), { codec, framesPerSecond, kilobitsPerSecond: 400 });
      const timesMs: number[] = [];
      const stretch = { fromMs: 1010, toMs: 2010 };
      const onFrame = (frame: VideoFrame) => void timesMs.push(frame.timestampMs);
      const outcome = await decodeVideo(decoder, path, onFrame, stretch);
      assert.ok(outcome.ok, JSON.stringify(outcome));
      const wanted = outcome.summary.timestampsMs.filter((ms) => ms >= stretch.fromMs && ms <= stretch.toMs);
      assert.deepEqual(timesMs, wanted);
      assert.ok(timesMs.length >= framesPerSecond - 1, `${timesMs.length} frames`);
    });
  }

  test('a picture larger than 640 is scaled to 640 on its long side', async () => {
    const path = join(folder, 'large.mp4');
    await encoder.encode(path, bars(720, 1280, 12), {
      codec: 'h264',
      framesPerSecond: 12,
      kilobitsPerSecond: 800,
    });
    const { outcome, frames } = await decode(decoder, path);
    assert.ok(outcome.ok, JSON.stringify(outcome));
    assert.deepEqual([frames[0]!.width, frames[0]!.height], [360, 640]);
    assert.deepEqual([outcome.summary.sourceWidth, outcome.summary.sourceHeight], [720, 1280]);
  });

  test('a recording held sideways is turned upright by its display matrix', async () => {
    const path = join(folder, 'turned.mp4');
    await encoder.encode(path, bars(160, 120, 30), {
      codec: 'h264',
      framesPerSecond: 15,
      kilobitsPerSecond: 400,
    });
    await turnTrack(path);
    const { outcome, frames } = await decode(decoder, path);
    assert.ok(outcome.ok, JSON.stringify(outcome));
    const frame = frames[0]!;
    assert.deepEqual([frame.width, frame.height], [120, 160]);
    // Turned by 90 degrees clockwise, the left edge of the picture becomes its top.
    const [top, bottom] = [12, 148].map((y) => frame.data[(y * frame.width + 60) * 3]!);
    assert.ok(top! > 180 && bottom! < 130, `${top} ${bottom}`);
  });

  test('the child is killed when the judge gives up on a frame', async () => {
    const path = join(folder, 'given-up.mp4');
    await encoder.encode(path, bars(160, 120, 50), {
      codec: 'h264',
      framesPerSecond: 25,
      kilobitsPerSecond: 400,
    });
    await assert.rejects(
      decodeVideo(decoder, path, () => {
        throw new Error('given up');
      }),
      /given up/,
    );
  });
}

function describeHostileFiles(decoder: Decoder, encoder: VideoEncoder): void {
  const refused = async (path: string): Promise<string> => {
    const started = performance.now();
    const { outcome } = await decode(decoder, path);
    assert.ok(!outcome.ok, `decoded: ${JSON.stringify(outcome)}`);
    assert.ok(outcome.text.length > 10);
    assert.ok(performance.now() - started < limits.wallMs, 'took as long as the wall clock allows');
    return outcome.problem;
  };
  const write = async (name: string, bytes: Uint8Array | string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return path;
  };
  let whole: Buffer;
  before(async () => {
    const path = join(folder, 'whole.mp4');
    await encoder.encode(path, bars(320, 240, 100), {
      codec: 'h264',
      framesPerSecond: 25,
      kilobitsPerSecond: 600,
    });
    whole = await readFile(path);
  });

  test('an empty file is refused', async () => {
    assert.equal(await refused(await write('empty.mp4', '')), 'not-a-video');
  });

  test('an MP4 cut off before its index is refused', async () => {
    assert.equal(await refused(await write('cut.mp4', whole.subarray(0, whole.length / 2))), 'not-a-video');
  });

  test('a WebM cut off after its first frames is refused for having too few', async () => {
    const path = join(folder, 'whole.webm');
    await encoder.encode(path, bars(320, 240, 100), {
      codec: 'vp8',
      framesPerSecond: 25,
      kilobitsPerSecond: 600,
    });
    const bytes = await readFile(path);
    const problem = await refused(await write('cut.webm', bytes.subarray(0, bytes.length / 20)));
    assert.ok(['too-few-frames', 'not-a-video'].includes(problem), problem);
  });

  test('random bytes are refused, also behind the magic of a video', async () => {
    assert.equal(await refused(await write('random.mp4', randomBytes(500_000))), 'not-a-video');
    const behindMagic = Buffer.concat([whole.subarray(0, 32), randomBytes(500_000)]);
    assert.equal(await refused(await write('magic.mp4', behindMagic)), 'not-a-video');
  });

  test('a picture of 8192 x 8192 is refused before it is decoded', async () => {
    const path = join(folder, 'huge.mp4');
    await encoder.encode(path, plain(8192, 8192, 1), {
      codec: 'h264',
      framesPerSecond: 1,
      kilobitsPerSecond: 500,
    });
    const before = process.memoryUsage().rss;
    assert.equal(await refused(path), 'picture-too-large');
    assert.ok(process.memoryUsage().rss - before < 50_000_000, 'the judge itself took memory for it');
  });

  test('a strip of 4000 x 64 is refused although it has few pixels', async () => {
    const path = join(folder, 'strip.mp4');
    await encoder.encode(path, plain(4000, 64, 12), {
      codec: 'h264',
      framesPerSecond: 12,
      kilobitsPerSecond: 500,
    });
    assert.equal(await refused(path), 'picture-too-large');
  });

  test('an hour of video is refused at its twentieth second', async () => {
    const path = join(folder, 'hour.mp4');
    await encoder.encode(path, plain(64, 64, 3600), {
      codec: 'h264',
      framesPerSecond: 1,
      kilobitsPerSecond: 5,
    });
    assert.equal(await refused(path), 'too-long');
  });

  test('a playlist in disguise is refused and what it names is not read', async () => {
    const hls = '#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n';
    assert.equal(await refused(await write('hls.mp4', hls)), 'not-a-video');
    const concat = `ffconcat version 1.0\nfile ${join(folder, 'whole.mp4')}\n`;
    assert.equal(await refused(await write('concat.mp4', concat)), 'not-a-video');
    assert.equal(await refused(await write('posing.mp4', `#EXTftypisom\n${hls}`)), 'not-a-video');
    const ebml = Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.from(concat)]);
    assert.equal(await refused(await write('posing.webm', ebml)), 'not-a-video');
  });

  test('a file above the size limit is refused unread', async () => {
    const bytes = Buffer.concat([whole, Buffer.alloc(limits.fileBytes)]);
    assert.equal(await refused(await write('heavy.mp4', bytes)), 'file-too-large');
  });

  test('a still sent as video is refused for having too few frames', async () => {
    const path = join(folder, 'still.mp4');
    await encoder.encode(path, bars(160, 120, 3), {
      codec: 'h264',
      framesPerSecond: 3,
      kilobitsPerSecond: 300,
    });
    assert.equal(await refused(path), 'too-few-frames');
  });
}

function describeRewriting(decoder: Decoder, encoder: VideoEncoder): void {
  for (const [codec, how] of [
    ['h264', 'copy'],
    ['vp8', 'transcode'],
  ] as const) {
    test(`${codec} becomes an MP4 with its index first (${how})`, async () => {
      const from = join(folder, `rewrite-from.${codec}`);
      const to = join(folder, `rewrite-to-${codec}-${decoder.driver.name}.mp4`);
      await encoder.encode(from, bars(160, 120, 50), { codec, framesPerSecond: 25, kilobitsPerSecond: 400 });
      assert.deepEqual(await rewriteAsMp4(decoder, from, to), { ok: true, how });
      const bytes = await readFile(to);
      assert.ok(bytes.indexOf('moov') < bytes.indexOf('mdat'), 'the index stands behind the media');
      const { outcome } = await decode(decoder, to);
      assert.ok(outcome.ok, JSON.stringify(outcome));
      assert.deepEqual([outcome.summary.codec, outcome.summary.timestampsMs.length], ['h264', 50]);
    });
  }

  test('random bytes are not rewritten', async () => {
    const from = join(folder, 'rewrite-random.mp4');
    await writeFile(from, randomBytes(10_000));
    const outcome = await rewriteAsMp4(decoder, from, join(folder, 'rewritten-random.mp4'));
    assert.equal(outcome.ok, false);
  });
}

/** Writes a display matrix of a quarter turn into the track header (`tkhd`, ISO/IEC 14496-12 §8.3.2), as phones do. */
async function turnTrack(path: string): Promise<void> {
  const bytes = await readFile(path);
  const header = bytes.indexOf('tkhd');
  assert.equal(bytes[header + 4], 0, 'a version 0 track header');
  const matrix = header + 4 + 40;
  const one = 0x10000;
  [0, one, 0, -one, 0, 0, 120 * one, 0, 0x40000000].forEach((value, at) => {
    bytes.writeInt32BE(value, matrix + 4 * at);
  });
  await writeFile(path, bytes);
}
