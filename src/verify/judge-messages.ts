import type { FaceModel } from '../vision/face-model.ts';
import type { DecoderChoice } from '../vision/video/find-decoder.ts';
import type { Judgement, JudgeRequest, PortraitInspection } from './judgement.ts';
import type { SimilarityScale } from './similarity.ts';

/** What a worker is started with. */
export type WorkerStart = {
  readonly decoder: DecoderChoice;
  readonly scale: SimilarityScale;
  /** The operator's own, with which the scale must have been calibrated; null: the shipped one. */
  readonly faceModel: FaceModel | null;
};

export type WorkerTask =
  | { readonly kind: 'judge'; readonly request: JudgeRequest }
  | { readonly kind: 'inspect-portrait'; readonly photo: Uint8Array };

export type WorkerResult =
  | { readonly kind: 'judge'; readonly judgement: Judgement }
  | { readonly kind: 'inspect-portrait'; readonly inspection: PortraitInspection };
