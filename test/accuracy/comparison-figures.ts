import {
  drawPeople,
  fmrAt,
  fnmrAt,
  fnmrPerPerson,
  type KnownFace,
  type Measured,
  measure,
  pairAll,
  thresholdAt,
} from '../../src/verify/error-rates.ts';
import { type ScaleKnots, type ScaleProfile, scaleProfiles } from '../../src/verify/similarity.ts';
import { cosineOf, type Embedding } from '../../src/vision/face-embed.ts';
import type { FoldPair } from './labelled-set.ts';

/** A share of the genuine pairs that still match where only `fmr` of the impostors do, and the cosine that does it. */
export type OperatingPoint = { readonly fmr: number; readonly cosine: Measured; readonly tar: Measured };

export type ProfileRates = {
  readonly profile: ScaleProfile;
  readonly similarity: 60 | 70 | 80;
  readonly cosine: number;
  readonly fmr: Measured;
  readonly fnmr: Measured;
  /** Every person counting alike. */
  readonly fnmrPerPerson: Measured;
};

export type SetFigures = {
  readonly people: number;
  readonly photos: number;
  readonly genuinePairs: number;
  /** People with more than one photo. */
  readonly genuinePeople: number;
  readonly impostorPairs: number;
  readonly points: readonly OperatingPoint[];
  readonly profiles: readonly ProfileRates[];
};

export const fmrs = [1e-2, 1e-3, 1e-4] as const;
const bootstrapDraws = 200;

/** Everything that is asked of all cross pairs of a set. */
export function measureSet(faces: readonly KnownFace[]): SetFigures {
  const pairs = pairAll(faces);
  const draws = drawPeople(pairs, bootstrapDraws);
  const points = fmrs.map((fmr): OperatingPoint => {
    const cosine = measure((set, draw) => thresholdAt(fmr, set, draw), pairs, draws);
    // The threshold is drawn anew with the people: the interval of the TAR holds that of its threshold.
    const tar = measure((set, draw) => 1 - fnmrAt(thresholdAt(fmr, set, draw), set, draw), pairs, draws);
    return { fmr, cosine, tar };
  });
  const rates = (profile: ScaleProfile, similarity: 60 | 70 | 80): ProfileRates => {
    const cosine = scaleProfiles[profile].knots[`at${similarity}` satisfies keyof ScaleKnots];
    const over = (figure: typeof fmrAt) => measure((set, draw) => figure(cosine, set, draw), pairs, draws);
    return {
      ...{ profile, similarity, cosine },
      ...{ fmr: over(fmrAt), fnmr: over(fnmrAt), fnmrPerPerson: over(fnmrPerPerson) },
    };
  };
  const profiles = Object.keys(scaleProfiles) as ScaleProfile[];
  return {
    people: pairs.photosOf.length,
    photos: faces.length,
    genuinePairs: pairs.genuine.length,
    genuinePeople: new Set(pairs.genuine.map(({ person }) => person)).size,
    impostorPairs: pairs.impostorCount,
    points,
    profiles: profiles.flatMap((profile) =>
      ([60, 70, 80] as const).map((similarity) => rates(profile, similarity)),
    ),
  };
}

/** Point estimates alone, for one step of the way to the pipeline that is shipped. */
export function measureStep(faces: readonly KnownFace[]) {
  const pairs = pairAll(faces);
  const thresholds = fmrs.map((fmr) => thresholdAt(fmr, pairs));
  const passMark = scaleProfiles.default.knots.at70;
  return {
    thresholds,
    tars: thresholds.map((threshold) => 1 - fnmrAt(threshold, pairs)),
    atPassMark: { fmr: fmrAt(passMark, pairs), fnmr: fnmrAt(passMark, pairs) },
  };
}

export type StepFigures = ReturnType<typeof measureStep>;

export type FoldAccuracy = {
  readonly fold: number;
  readonly pairs: number;
  readonly cosine: number;
  readonly accuracy: number;
};

/** Accuracy on each fold at the threshold that was best on all others, as the benchmark wants it. */
export function measureFolds(
  pairs: readonly FoldPair[],
  embeddingOf: (file: string) => Embedding,
): readonly FoldAccuracy[] {
  const scored = pairs.map(({ fold, first, second, same }) => ({
    ...{ fold, same },
    cosine: cosineOf(embeddingOf(first), embeddingOf(second)),
  }));
  const accuracyAt = (cosine: number, among: typeof scored) =>
    among.filter((pair) => pair.cosine >= cosine === pair.same).length / among.length;
  return [...new Set(pairs.map(({ fold }) => fold))].map((fold) => {
    const others = scored.filter((pair) => pair.fold !== fold);
    const own = scored.filter((pair) => pair.fold === fold);
    const [best] = others
      .map(({ cosine }) => ({ cosine, accuracy: accuracyAt(cosine, others) }))
      .sort((first, second) => second.accuracy - first.accuracy);
    const cosine = best?.cosine ?? Number.NaN;
    return { fold, pairs: own.length, cosine, accuracy: accuracyAt(cosine, own) };
  });
}
