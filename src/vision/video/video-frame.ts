import type { RgbImage } from '../image.ts';

/**
 * One picture of a recording: RGB, 8 bits, row by row from the top (HWC), upright, long side at most
 * `limits.pictureLongSidePixels`.
 */
export type VideoFrame = {
  /** Milliseconds since the first decoded frame, from the frame's own timestamp. */
  readonly timestampMs: number;
  readonly width: number;
  readonly height: number;
  /** width * height * 3 bytes, made when first asked for. */
  readonly data: Uint8Array;
  /** The same picture without colour, 0 to 255: width * height bytes, there at no cost. */
  readonly luma: Uint8Array;
  /** Half as wide and high, in colour: a quarter of the work where that is enough, as it is for finding faces. Made anew each time. */
  readonly half: RgbImage;
  /** One pixel of `half`, `0xRRGGBB`, without making the others. Both places must lie inside. */
  halfColorAt(x: number, y: number): number;
};

/** A picture without colour: luma of 0 to 255, row by row. A frame is one. */
export type GreyPicture = Pick<VideoFrame, 'luma' | 'width' | 'height'>;

/** What was counted while decoding. Nothing here comes from a header but the codec's name and the picture size. */
export type VideoSummary = {
  readonly container: Container;
  /** The stream's codec as the decoder names it: `h264`, `vp8`. */
  readonly codec: string;
  /** Size of the pictures in the file, before rotation and scaling. */
  readonly sourceWidth: number;
  readonly sourceHeight: number;
  /** Timestamps of every decoded frame, milliseconds since the first one, in the order of showing. */
  readonly timestampsMs: readonly number[];
  /** How many of them were handed out. */
  readonly frameCount: number;
  /** Last timestamp: from the first frame's showing to the last one's. */
  readonly durationMs: number;
};

/** The two kinds of file that browsers record. */
export type Container = 'mp4' | 'webm';

/**
 * Why a recording was refused.
 * `decoder-failed` is ours (no decoder, no memory for it, a full machine); all others are the file's.
 */
export type VideoProblem =
  | 'not-a-video'
  | 'file-too-large'
  | 'picture-too-large'
  | 'too-long'
  | 'too-few-frames'
  | 'too-costly'
  | 'picture-size-changes'
  | 'decoder-failed';

export type VideoRefusal = {
  readonly ok: false;
  readonly problem: VideoProblem;
  /** One plain English sentence for the operator. */
  readonly text: string;
};

export type VideoOutcome = { readonly ok: true; readonly summary: VideoSummary } | VideoRefusal;

/** A refusal, in one call. */
export function refuseVideo(problem: VideoProblem, text: string): VideoRefusal {
  return { ok: false, problem, text };
}
