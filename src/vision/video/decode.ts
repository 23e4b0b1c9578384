import type { Confinement } from './confinement.ts';
import { inspectFile } from './container.ts';
import type { CloseStretch, DecoderDriver } from './decoder-driver.ts';
import { type ChildEnd, startLimited } from './limited-child.ts';
import { limits } from './limits.ts';
import { Listener, type Narration } from './narration.ts';
import { openPictureStream } from './picture-stream.ts';
import { PlanarPicture, planarBytes } from './planar-picture.ts';
import {
  type Container,
  refuseVideo,
  type VideoFrame,
  type VideoOutcome,
  type VideoRefusal,
} from './video-frame.ts';

/** A decoder found on this machine, and what confines it. */
export type Decoder = { readonly driver: DecoderDriver; readonly confinement: Confinement };

/**
 * Called with each picture; the child waits meanwhile. Whoever resolves to `done` will not look at the picture again:
 * the next one is written over it, which spares half of the collector's work.
 */
export type OnFrame = (frame: VideoFrame) => void | Promise<void> | Promise<'kept' | 'done'>;

/**
 * Decodes one recording in a child process of its own and hands out about twelve frames a second, each with the
 * timestamp the decoder gave it, while the child goes on decoding. The child waits while `onFrame` works. With a stretch it hands
 * out all frames of that, up to `limits.closeFramesPerSecond`, and none beside it.
 *
 * Throws only what `onFrame` throws, or when the file cannot be opened; everything else is in the outcome.
 */
export async function decodeVideo(
  decoder: Decoder,
  path: string,
  onFrame: OnFrame,
  stretch: CloseStretch | null = null,
): Promise<VideoOutcome> {
  const file = await inspectFile(path);
  if (!file.ok) return file;
  const stream = await openPictureStream();
  const command = decoder.driver.sample({ path, container: file.container }, stretch);
  const child = startLimited(command, decoder.confinement, { output: stream.childEnd });
  try {
    const listener = new Listener(child.words, decoder.driver, child.kill);
    const pictures = await assembleFrames(stream.pieces, listener, onFrame);
    await listener.ended;
    const end = await child.ended;
    return (
      listener.heard.refusal ??
      refusalOf(end, listener.heard, pictures) ??
      summarise(listener.heard, file.container)
    );
  } finally {
    child.kill();
    stream.close();
  }
}

/** Cuts the stream of bytes into pictures and joins each with its place in time. Returns what came. */
async function assembleFrames(
  pieces: AsyncIterable<Uint8Array>,
  listener: Listener,
  onFrame: OnFrame,
): Promise<{ whole: number; leftOverBytes: number }> {
  let whole = 0;
  let picture: Uint8Array | null = null;
  let filled = 0;
  for await (const piece of pieces) {
    let offset = 0;
    while (offset < piece.length) {
      const place = await listener.sampledAt(whole);
      if (!place) return { whole, leftOverBytes: filled + piece.length - offset };
      picture ??= new Uint8Array(planarBytes(place.width, place.height));
      const taken = Math.min(piece.length - offset, picture.length - filled);
      picture.set(piece.subarray(offset, offset + taken), filled);
      filled += taken;
      offset += taken;
      if (filled < picture.length) continue;
      const timestampMs = place.timestampMs - (listener.heard.decodedMs[0] ?? place.timestampMs);
      const frame = new PlanarPicture(timestampMs, place.width, place.height, picture, place.matrix);
      const isDone = (await onFrame(frame)) === 'done';
      whole += 1;
      // All pictures of a recording are of one size: another is refused before it comes here.
      if (!isDone) picture = null;
      filled = 0;
    }
  }
  return { whole, leftOverBytes: filled };
}

function refusalOf(
  end: ChildEnd,
  heard: Narration,
  pictures: { whole: number; leftOverBytes: number },
): VideoRefusal | null {
  const words = heard.lastWords.join(' / ');
  if (end.startError)
    return refuseVideo('decoder-failed', `The decoder did not start: ${end.startError.message}`);
  if (end.timedOut)
    return refuseVideo('decoder-failed', `The decoder was not done after ${limits.wallMs} ms.`);
  if (end.signal) return refusalOfSignal(end.signal, end.ranMs);
  // ffmpeg ends in good order when told to by a signal, with what it had so far.
  if (end.exitCode === 255 && words.includes('received signal')) {
    return refuseVideo('decoder-failed', `The decoder was told to end: ${words}`);
  }
  // 126 and 127: the program could not be run, or lacks a library.
  if (end.exitCode === 126 || end.exitCode === 127) {
    return refuseVideo('decoder-failed', `The decoder could not be run: ${words}`);
  }
  if (pictures.whole !== heard.sampled.length || pictures.leftOverBytes > 0) {
    return refuseVideo(
      'decoder-failed',
      `The decoder announced ${heard.sampled.length} pictures and sent ${pictures.whole} (${pictures.leftOverBytes} bytes over): ${words}`,
    );
  }
  if (heard.decodedMs.length === 0 || !heard.source)
    return refuseVideo('not-a-video', `Nothing could be decoded: ${words}`);
  if (pictures.whole < limits.leastFrames) {
    return refuseVideo(
      'too-few-frames',
      `${heard.decodedMs.length} frames were decoded and ${pictures.whole} sampled; a recording has at least ${limits.leastFrames}.`,
    );
  }
  return null;
}

/** A child that ran this long cannot have used up its processor limit, whatever helper threads it has. */
const tooEarlyMs = (1000 * limits.cpuSeconds) / 4;

/**
 * The kernel ends a child at its processor limit by SIGKILL; so does whoever needs the machine for something else (an
 * operator, the kernel out of memory). The latter is no fault of the file.
 */
function refusalOfSignal(signal: NodeJS.Signals, ranMs: number): VideoRefusal {
  if (signal === 'SIGKILL' && ranMs < tooEarlyMs) {
    return refuseVideo(
      'decoder-failed',
      `The decoder was killed from outside after ${Math.round(ranMs)} ms.`,
    );
  }
  if (signal === 'SIGTERM' || signal === 'SIGINT' || signal === 'SIGHUP') {
    return refuseVideo('decoder-failed', `The decoder was told to end by ${signal}.`);
  }
  const limit = signal === 'SIGKILL' || signal === 'SIGXCPU' || signal === 'SIGXFSZ';
  return limit
    ? refuseVideo('too-costly', `The decoder was ended by ${signal}, as a limit does.`)
    : refuseVideo('not-a-video', `The decoder crashed on this file (${signal}).`);
}

function summarise(heard: Narration, container: Container): VideoOutcome {
  const [first, source] = [heard.decodedMs[0]!, heard.source!];
  const timestampsMs = heard.decodedMs.map((ms) => ms - first);
  const last = timestampsMs.reduce((most, ms) => Math.max(most, ms), 0);
  return {
    ok: true,
    summary: {
      container,
      codec: source.codec,
      sourceWidth: source.width,
      sourceHeight: source.height,
      timestampsMs,
      frameCount: heard.sampled.length,
      // A frame stays until the next one; how long the last one stays is not told, so it counts like the others.
      durationMs: last * (timestampsMs.length / Math.max(1, timestampsMs.length - 1)),
    },
  };
}
