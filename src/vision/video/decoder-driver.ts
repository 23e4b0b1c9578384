import type { YuvMatrix } from './planar-picture.ts';
import type { Container, VideoProblem } from './video-frame.ts';

/** A program to start for one video, before confinement is wrapped around it. */
export type ChildCommand = {
  readonly program: string;
  readonly args: readonly string[];
  /** Address space this program needs to live (RLIMIT_AS), in bytes. */
  readonly addressSpaceBytes: number;
};

export type VideoInput = { readonly path: string; readonly container: Container };

/** A part of a recording that is looked at frame by frame, milliseconds since its first frame, both ends included. */
export type CloseStretch = { readonly fromMs: number; readonly toMs: number };

/** What a decoder says on its standard error, line by line, while it writes pictures on its standard output. */
export type DecoderEvent =
  /** The video stream, before anything of it is decoded. */
  | { readonly kind: 'source'; readonly codec: string; readonly width: number; readonly height: number }
  /** One frame was decoded. */
  | {
      readonly kind: 'decoded';
      readonly timestampMs: number;
      readonly width: number;
      readonly height: number;
    }
  /** One frame was sampled; its bytes stand on standard output, in the same order: full-range luma and 4:2:0 colour. */
  | {
      readonly kind: 'sampled';
      readonly timestampMs: number;
      readonly width: number;
      readonly height: number;
      readonly matrix: YuvMatrix;
    }
  | { readonly kind: 'refused'; readonly problem: VideoProblem; readonly text: string };

/**
 * A way to decode: `ffmpeg` of the system, or `node-av` in a child of our own. Both sample by timestamps, write
 * planar pictures to standard output and words to standard error; only the words differ.
 */
export type DecoderDriver = {
  readonly name: 'ffmpeg' | 'node-av';
  /** Prints the decoder's version and ends. */
  version(): ChildCommand;
  /** Prints one `source` event and ends. */
  describe(input: VideoInput): ChildCommand;
  /** Decodes and samples: a few frames of every second, or all frames of one stretch and none beside it. */
  sample(input: VideoInput, stretch: CloseStretch | null): ChildCommand;
  /** Writes an MP4 whose index stands first. */
  rewrite(input: VideoInput, outputPath: string, how: 'copy' | 'transcode'): ChildCommand;
  /** Null for a line that says nothing to us. */
  readLine(line: string): DecoderEvent | null;
};
