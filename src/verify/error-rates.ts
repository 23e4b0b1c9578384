import { cosineOf, type Embedding } from '../vision/face-embed.ts';

/** One photo of a set whose people are known. */
export type KnownFace = { readonly file: string; readonly person: string; readonly embedding: Embedding };

/** One pair, as places in the lists below; `person` numbers the people of the set. */
type GenuinePair = { readonly cosine: number; readonly person: number };
type ImpostorPair = {
  readonly cosine: number;
  readonly first: number;
  readonly second: number;
  /** Places of the photos in the list that was paired. */
  readonly firstPhoto: number;
  readonly secondPhoto: number;
};

/** Every pair of a set: the genuine ones, and of the impostors those alike enough to matter. */
export type PairSet = {
  /** Photos of each person. */
  readonly photosOf: readonly number[];
  readonly genuine: readonly GenuinePair[];
  readonly impostorCount: number;
  /** Impostor pairs above `floor`, the most alike first. */
  readonly alike: readonly ImpostorPair[];
  /** Error rates at cosines below this are not known. */
  readonly floor: number;
};

/** A figure and its 95 % interval, bootstrapped over people (ISO/IEC 19795-1: pairs of one person are not independent). */
export type Measured = { readonly value: number; readonly low: number; readonly high: number };

/** Share of impostor pairs that is kept and sorted; FMR beyond it is never asked for. */
const keptShare = 0.03;

/** Compares every photo with every other one. 3,800 photos are 7 million pairs, about 5 s. */
export function pairAll(faces: readonly KnownFace[]): PairSet {
  const people = [...new Set(faces.map((face) => face.person))];
  const placeOf = new Map(people.map((person, place) => [person, place]));
  const persons = faces.map((face) => placeOf.get(face.person) as number);
  const floor = findFloor(faces, persons);
  const genuine: GenuinePair[] = [];
  const alike: ImpostorPair[] = [];
  let impostorCount = 0;
  for (let at = 0; at < faces.length; at++) {
    const { embedding } = faces[at] as KnownFace;
    const first = persons[at] as number;
    for (let other = at + 1; other < faces.length; other++) {
      const cosine = cosineOf(embedding, (faces[other] as KnownFace).embedding);
      const second = persons[other] as number;
      if (first === second) genuine.push({ cosine, person: first });
      else {
        impostorCount++;
        if (cosine > floor) alike.push({ cosine, first, second, firstPhoto: at, secondPhoto: other });
      }
    }
  }
  alike.sort((one, next) => next.cosine - one.cosine);
  const photosOf = people.map(() => 0);
  for (const person of persons) photosOf[person] = (photosOf[person] as number) + 1;
  return { photosOf, genuine, impostorCount, alike, floor };
}

/** A cosine that `keptShare` of the impostor pairs exceed, from every k-th photo. */
function findFloor(faces: readonly KnownFace[], persons: readonly number[]): number {
  const step = Math.max(1, Math.floor(faces.length / 1000));
  const cosines: number[] = [];
  for (let at = 0; at < faces.length; at += step) {
    for (let other = at + step; other < faces.length; other += step) {
      if (persons[at] === persons[other]) continue;
      cosines.push(cosineOf((faces[at] as KnownFace).embedding, (faces[other] as KnownFace).embedding));
    }
  }
  if (cosines.length === 0) return -1;
  const sorted = Float64Array.from(cosines).sort();
  return sorted[Math.floor((1 - keptShare) * (sorted.length - 1))] as number;
}

/** How often each person counts: 1 in the set itself, as often as drawn in a bootstrap. */
export type Draw = readonly number[];

export function everyoneOnce(pairs: PairSet): Draw {
  return pairs.photosOf.map(() => 1);
}

/** Impostor pairs of a draw. Two copies of one person are no impostors of each other. */
function impostorsIn(pairs: PairSet, draw: Draw): number {
  let photos = 0;
  let own = 0;
  pairs.photosOf.forEach((count, person) => {
    const drawn = count * (draw[person] as number);
    photos += drawn;
    own += drawn * drawn;
  });
  return (photos * photos - own) / 2;
}

/** The cosine above which no more than `fmr` of the impostor pairs lie. */
export function thresholdAt(fmr: number, pairs: PairSet, draw: Draw = everyoneOnce(pairs)): number {
  const allowed = fmr * impostorsIn(pairs, draw);
  let passed = 0;
  for (const { cosine, first, second } of pairs.alike) {
    passed += (draw[first] as number) * (draw[second] as number);
    if (passed > allowed) return cosine;
  }
  return pairs.floor;
}

/** False match rate: the share of impostor pairs at or above a cosine (ISO/IEC 19795-1). */
export function fmrAt(cosine: number, pairs: PairSet, draw: Draw = everyoneOnce(pairs)): number {
  if (cosine < pairs.floor) throw new Error(`FMR below a cosine of ${pairs.floor} was not kept.`);
  let passed = 0;
  for (const pair of pairs.alike) {
    if (pair.cosine < cosine) break;
    passed += (draw[pair.first] as number) * (draw[pair.second] as number);
  }
  return passed / impostorsIn(pairs, draw);
}

/** False non-match rate: the share of genuine pairs below a cosine. NaN when a draw has none. */
export function fnmrAt(cosine: number, pairs: PairSet, draw: Draw = everyoneOnce(pairs)): number {
  let all = 0;
  let missed = 0;
  for (const pair of pairs.genuine) {
    const weight = draw[pair.person] as number;
    all += weight;
    if (pair.cosine < cosine) missed += weight;
  }
  return missed / all;
}

/** FNMR with every person counting alike, however many photos there are of each. */
export function fnmrPerPerson(cosine: number, pairs: PairSet, draw: Draw = everyoneOnce(pairs)): number {
  const missed = new Map<number, { all: number; missed: number }>();
  for (const pair of pairs.genuine) {
    const tally = missed.get(pair.person) ?? { all: 0, missed: 0 };
    tally.all++;
    if (pair.cosine < cosine) tally.missed++;
    missed.set(pair.person, tally);
  }
  let people = 0;
  let sum = 0;
  for (const [person, tally] of missed) {
    people += draw[person] as number;
    sum += ((draw[person] as number) * tally.missed) / tally.all;
  }
  return sum / people;
}

/** A figure of the set with its interval: people are drawn with replacement, `draws` times. */
export function measure(
  figure: (pairs: PairSet, draw: Draw) => number,
  pairs: PairSet,
  draws: readonly Draw[],
): Measured {
  const values = draws
    .map((draw) => figure(pairs, draw))
    .filter((value) => Number.isFinite(value))
    .sort((first, second) => first - second);
  const at = (share: number) => values[Math.round(share * (values.length - 1))] ?? Number.NaN;
  return { value: figure(pairs, everyoneOnce(pairs)), low: at(0.025), high: at(0.975) };
}

/** `count` bootstrap draws of the set's people; the same every time, so that a report can be repeated. */
export function drawPeople(pairs: PairSet, count: number, seed = 1): readonly Draw[] {
  const random = seededRandom(seed);
  const people = pairs.photosOf.length;
  return Array.from({ length: count }, () => {
    const draw = new Array<number>(people).fill(0);
    for (let taken = 0; taken < people; taken++) {
      const person = Math.floor(random() * people);
      draw[person] = (draw[person] as number) + 1;
    }
    return draw;
  });
}

/** Mulberry32: a small generator that repeats; nothing here is a secret. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
