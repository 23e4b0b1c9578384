import { limits } from './limits.ts';
import type { CodecContext, FormatContext, NodeAv, Stream } from './node-av-binding.ts';
import type { Container, VideoProblem } from './video-frame.ts';

/** A file opened as the container it claims to be, with its first video stream, not yet decoded. */
export type Recording = {
  readonly input: FormatContext;
  readonly stream: Stream;
  readonly codecName: string;
  readonly width: number;
  readonly height: number;
};

const demuxer = { mp4: 'mov', webm: 'matroska' } as const;
const codecs: readonly string[] = ['h264', 'hevc', 'vp8', 'vp9', 'av1'];

/** Opens a file with its demuxer forced and everything but plain files out of reach; refuses large pictures unseen. */
export function openRecording(
  av: NodeAv,
  path: string,
  container: Container,
): Recording | { problem: VideoProblem; text: string } {
  const input = new av.FormatContext();
  const options = av.Dictionary.fromObject({
    protocol_whitelist: 'file,pipe',
    format_whitelist: demuxer[container],
    codec_whitelist: 'h264,hevc,vp8,vp9,av1,libdav1d',
  });
  const opened = input.openInputSync(
    `file:${path}`,
    av.InputFormat.findInputFormat(demuxer[container]),
    options,
  );
  if (opened < 0) return { problem: 'not-a-video', text: `The demuxer refused the file (${opened}).` };
  // The header's size is checked before the stream is probed, because probing decodes.
  const early = input.streams.find(isVideo);
  if (early && isTooLarge(early)) return tooLarge(early);
  const found = input.findStreamInfoSync();
  if (found < 0) return { problem: 'not-a-video', text: `No stream could be read (${found}).` };
  const stream = input.streams.find(isVideo);
  if (!stream) return { problem: 'not-a-video', text: 'The file has no video stream.' };
  if (isTooLarge(stream)) return tooLarge(stream);
  const codecName = av.avGetCodecName(stream.codecpar.codecId) ?? 'unnamed';
  if (!codecs.includes(codecName)) {
    return { problem: 'not-a-video', text: `The codec ${codecName} is not one a browser records with.` };
  }
  return { input, stream, codecName, width: stream.codecpar.width, height: stream.codecpar.height };

  function isVideo(candidate: Stream): boolean {
    return candidate.codecpar.codecType === av.constants.AVMEDIA_TYPE_VIDEO;
  }
}

/** A decoder for the recording's stream: one thread, and no picture above the limit whatever the stream says later. */
export function openDecoder(av: NodeAv, recording: Recording): CodecContext {
  const codec = av.Codec.findDecoder(recording.stream.codecpar.codecId);
  if (!codec) throw new Error(`node-av has no decoder for ${recording.codecName}`);
  const decoder = new av.CodecContext();
  decoder.allocContext3(codec);
  check(decoder.parametersToContext(recording.stream.codecpar), 'parameters');
  decoder.threadCount = 1;
  decoder.pktTimebase = recording.stream.timeBase;
  // Set one by one: a dictionary given to node-av 6.1.1's `open2Sync` is freed twice, which crashes at exit.
  check(decoder.setOption('max_pixels', String(limits.picturePixels)), 'max_pixels');
  check(decoder.open2Sync(codec, null), 'open');
  return decoder;
}

/** Throws on a negative code where none is expected: the child then dies with the message on its standard error. */
export function check(code: number, what: string): void {
  if (code < 0) throw new Error(`node-av: ${what} failed with ${code}`);
}

function isTooLarge(stream: Stream): boolean {
  const { width, height } = stream.codecpar;
  return Math.max(width, height) > limits.pictureSidePixels || width * height > limits.picturePixels;
}

function tooLarge(stream: Stream): { problem: VideoProblem; text: string } {
  const { width, height } = stream.codecpar;
  return {
    problem: 'picture-too-large',
    text: `The picture is ${width}x${height}; no side may exceed ${limits.pictureSidePixels} pixels.`,
  };
}
