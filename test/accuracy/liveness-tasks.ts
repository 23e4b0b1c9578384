import {
  bonaFidePresentations,
  type Presentation,
  replayPresentations,
  stillPresentations,
} from '../support/presentations.ts';
import { lfwPhotos } from '../support/shared-data.ts';
import type { VideoEncoder } from '../support/video-encoder.ts';

/** How much is measured. Made the same way in every thread, so that a number names a task. */
export type Extent = { readonly stills: number; readonly photos: number };

export type LivenessTask =
  | { readonly kind: 'presentation'; readonly presentation: Presentation }
  | { readonly kind: 'photo'; readonly person: string; readonly path: string };

/** One recording and what the judge said of it. */
export type JudgedPresentation = Omit<Presentation, 'write'> & {
  readonly livenessCode: number;
  readonly refusals: readonly string[];
  readonly signals: Readonly<Record<string, number | string | boolean | null>>;
};

/** What the passive network says of one photo; null where no face was found. */
export type ScoredPhoto = {
  readonly kind: 'photo';
  readonly person: string;
  readonly near: number | null;
  readonly wide: number | null;
};

export function listTasks({ stills, photos }: Extent, encoder: VideoEncoder): readonly LivenessTask[] {
  const presentations = [
    ...bonaFidePresentations(encoder),
    ...replayPresentations(encoder),
    ...stillPresentations(stills, encoder),
  ];
  return [
    ...presentations.map((presentation) => ({ kind: 'presentation', presentation }) as const),
    ...somePhotos(photos).map((photo) => ({ kind: 'photo', ...photo }) as const),
  ];
}

/** The first photo of people spread evenly over LFW. */
function somePhotos(count: number): readonly { readonly person: string; readonly path: string }[] {
  const firsts = lfwPhotos().filter((photo, at, all) => photo.person !== all[at - 1]?.person);
  const step = Math.max(1, firsts.length / count);
  return Array.from({ length: Math.min(count, firsts.length) }, (_, at) => firsts[Math.floor(at * step)]!);
}
