import type { Challenge } from './challenge.ts';
import type { Earlier } from './liveness/replay/find-replay.ts';
import type { MotionTrace } from './liveness/replay/motion-trace.ts';

/** One thing that was seen in the evidence and counted for or against it, kept for the operator. */
export type Reason = {
  /** Stable name, dotted: `life.still`, `passive.not-real`. */
  readonly id: string;
  /** One plain sentence in English. */
  readonly text: string;
  readonly score: number | null;
  readonly threshold: number | null;
  /** Whether it refused, or is only noted. */
  readonly refuses: boolean;
};

/** One piece that the recorder made: how many bytes, and when the server heard of it, in ms since the attempt began. */
export type ChunkStamp = { readonly bytes: number; readonly atMs: number };

/** What is known of how a recording came about. The browser's words are signals, never believed; the stamps are ours. */
export type CaptureFacts = {
  readonly cameraLabel: string;
  readonly frameWidth: number;
  readonly frameHeight: number;
  /** In their order; empty at level 1, where nobody asks for them. */
  readonly chunks: readonly ChunkStamp[];
};

/** What the judge is asked: one recording, by the path of a private plaintext file, and the photo to compare with. */
export type JudgeRequest = {
  readonly videoPath: string;
  /** What the recording must answer; null at level 1. */
  readonly challenge: Challenge | null;
  /** Null where nothing is known: on the command line. */
  readonly capture: CaptureFacts | null;
  /** Null where nothing that came before is known. */
  readonly earlier: Earlier | null;
  /** JPEG or PNG bytes as the merchant sent them; null when nothing is compared (mode 3). */
  readonly referencePhoto: Uint8Array | null;
};

/** A request for a recording of which nothing is known but its file; what is known goes over it. */
export const nothingKnown = {
  challenge: null,
  capture: null,
  earlier: null,
  referencePhoto: null,
} as const satisfies Omit<JudgeRequest, 'videoPath'>;

/** The judge's whole answer for one recording. Codes are those of the wire (0 passed). */
export type Judgement = {
  readonly livenessCode: number;
  /** Null when the comparison was not reached. */
  readonly compareCode: number | null;
  /** 0.00 to 100.00; null when the comparison was not reached. */
  readonly similarity: number | null;
  readonly cosine: number | null;
  readonly reasons: readonly Reason[];
  readonly signals: Readonly<Record<string, number | string | boolean | null>>;
  /** Milliseconds spent, by stage. */
  readonly stages: Readonly<Record<string, number>>;
  /** Name of the similarity scale: profile, date, model. */
  readonly scale: string;
  /** JPEG of the best frame; null when no usable face was found. */
  readonly bestFrameJpeg: Uint8Array | null;
  /** What later recordings are held against; null when the face was hardly seen. */
  readonly motionTrace: MotionTrace | null;
};

/** What Apply learns of a reference portrait before the customer is sent anywhere. */
export type PortraitInspection =
  | { readonly ok: true; readonly faceHeightPixels: number; readonly warnings: readonly string[] }
  | {
      readonly ok: false;
      readonly problem: 'not-an-image' | 'too-many-pixels' | 'no-face' | 'face-too-small' | 'several-faces';
      /** One plain English sentence for the merchant. */
      readonly text: string;
    };

/**
 * The judge as the rest of the server sees it; `verify/pool.ts` makes one over worker threads.
 * `judge` and `inspectPortrait` reject with `JudgeBusy` when the bounded queue is full and with an Error
 * when the engine itself failed (the caller answers 1001 and charges nobody).
 */
export interface Judge {
  judge(request: JudgeRequest): Promise<Judgement>;
  inspectPortrait(photo: Uint8Array): Promise<PortraitInspection>;
  /** Rewrites a recording as an MP4 that any player takes: copied where it is H.264, transcoded where it is WebM. */
  toMp4(inputPath: string, outputPath: string): Promise<void>;
  /** Resolves when running jobs are done and the workers are gone. */
  close(): Promise<void>;
}

/** The queue before the judge is full; nothing was started. */
export class JudgeBusy extends Error {}
