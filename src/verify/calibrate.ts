import {
  drawPeople,
  fnmrAt,
  type KnownFace,
  type Measured,
  measure,
  type PairSet,
  pairAll,
  thresholdAt,
} from './error-rates.ts';
import type { ScaleKnots } from './similarity.ts';

/** One knot of a scale as it was measured. */
export type CurvePoint = {
  readonly similarity: 60 | 70 | 80;
  readonly fmr: number;
  /** The cosine that only `fmr` of the impostor pairs reach. */
  readonly cosine: Measured;
  /** Share of genuine pairs below it; null when the set has no genuine pairs. */
  readonly fnmr: Measured | null;
};

export type Calibration = {
  readonly people: number;
  readonly photos: number;
  readonly genuinePairs: number;
  readonly impostorPairs: number;
  readonly curve: readonly CurvePoint[];
  readonly knots: ScaleKnots;
  /** Pairs of different people so alike that they may be one person under two names. */
  readonly suspects: readonly Suspect[];
};

export type Suspect = { readonly first: string; readonly second: string; readonly cosine: number };

export type CalibrationOutcome =
  | { readonly ok: true; readonly calibration: Calibration }
  | { readonly ok: false; readonly text: string };

/** The rule of 30 (Doddington 1998; ISO/IEC 19795-1 annex B): a rate wants 30 errors; FMR 1e-4 is the rarest asked. */
export const leastImpostorPairs = 300_000;

/** Pairs of few people hang together: with fewer than this the interval says little, however many photos there are. */
export const leastPeople = 200;

/** No impostor pair of 7 million on LFW is this alike but those that are wrongly labelled (measured 2026-11). */
export const suspectCosine = 0.75;

const goals = [
  { similarity: 60, fmr: 1e-2 },
  { similarity: 70, fmr: 1e-3 },
  { similarity: 80, fmr: 1e-4 },
] as const;

/** Fits a scale on the operator's own people, from every pair that their photos make. */
export function calibrate(faces: readonly KnownFace[], bootstrapDraws = 200): CalibrationOutcome {
  const shortage = findShortage(faces);
  if (shortage) return { ok: false, text: shortage };
  const pairs = pairAll(faces);
  const draws = drawPeople(pairs, bootstrapDraws);
  const curve = goals.map((goal): CurvePoint => {
    const cosine = measure((set, draw) => thresholdAt(goal.fmr, set, draw), pairs, draws);
    const fnmr =
      pairs.genuine.length > 0 ? measure((set, draw) => fnmrAt(cosine.value, set, draw), pairs, draws) : null;
    return { ...goal, cosine, fnmr };
  });
  const [at60, at70, at80] = curve.map(({ cosine }) => Number(cosine.value.toFixed(3))) as [
    number,
    number,
    number,
  ];
  if (!(at60 < at70 && at70 < at80)) {
    return {
      ok: false,
      text: `The knots do not rise (${at60}, ${at70}, ${at80}): the people are too few or too alike.`,
    };
  }
  return {
    ok: true,
    calibration: {
      people: pairs.photosOf.length,
      photos: faces.length,
      genuinePairs: pairs.genuine.length,
      impostorPairs: pairs.impostorCount,
      curve,
      knots: { at60, at70, at80 },
      suspects: findSuspects(pairs, faces),
    },
  };
}

/** What is missing before a rate of 1e-4 can be measured, in one sentence; null when there is enough. */
export function findShortage(faces: readonly { readonly person: string }[]): string | null {
  const photosOf = new Map<string, number>();
  for (const { person } of faces) photosOf.set(person, (photosOf.get(person) ?? 0) + 1);
  const own = [...photosOf.values()].reduce((sum, count) => sum + count ** 2, 0);
  const impostorPairs = (faces.length ** 2 - own) / 2;
  if (photosOf.size >= leastPeople && impostorPairs >= leastImpostorPairs) return null;
  const enough = Math.ceil((1 + Math.sqrt(1 + 8 * leastImpostorPairs)) / 2);
  return (
    `${photosOf.size} people on ${faces.length} photos make ${impostorPairs} pairs of different people. ` +
    `At least ${leastPeople} people and ${leastImpostorPairs} such pairs are needed to measure a false match in 10,000 ` +
    `(30 of them, the rule of 30), for example ${enough} people with one photo each or ${Math.ceil(enough / 2)} with two.`
  );
}

function findSuspects(pairs: PairSet, faces: readonly KnownFace[]): readonly Suspect[] {
  return pairs.alike
    .filter(({ cosine }) => cosine >= suspectCosine)
    .map(({ cosine, firstPhoto, secondPhoto }) => ({
      first: (faces[firstPhoto] as KnownFace).file,
      second: (faces[secondPhoto] as KnownFace).file,
      cosine,
    }));
}
