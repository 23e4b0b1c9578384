import type { DecoderChoice } from '../vision/video/find-decoder.ts';
import type { Judgement, JudgeRequest, PortraitInspection } from './judgement.ts';
import type { SimilarityScale } from './similarity.ts';

/** What a worker is started with. */
export type WorkerStart = { readonly decoder: DecoderChoice; readonly scale: SimilarityScale };

export type WorkerTask =
  | { readonly kind: 'judge'; readonly request: JudgeRequest }
  | { readonly kind: 'inspect-portrait'; readonly photo: Uint8Array };

export type WorkerResult =
  | { readonly kind: 'judge'; readonly judgement: Judgement }
  | { readonly kind: 'inspect-portrait'; readonly inspection: PortraitInspection };

/** A worker says once that it is ready, or why it never will be; then it answers each task. */
export type WorkerMessage =
  | { readonly about: 'ready' }
  | { readonly about: 'done'; readonly result: WorkerResult }
  | { readonly about: 'failed'; readonly text: string };
