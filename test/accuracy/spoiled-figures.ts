import type { PortraitReading } from '../../src/verify/portrait.ts';
import { doubtsAboutPortrait, leastFaceHeightPixels } from '../../src/verify/portrait-quality.ts';
import { scaleProfiles } from '../../src/verify/similarity.ts';
import { cosineOf, type Embedding } from '../../src/vision/face-embed.ts';
import type { SpoiledRecord } from './read-photo.ts';
import { spoils } from './spoil-photo.ts';

/** What one way of spoiling does to genuine pairs whose first photo suffers it. All shares are of all pairs. */
export type SpoiledFigures = {
  readonly name: string;
  readonly pairs: number;
  /** Refused at Apply: no face, too small, several people. */
  readonly refused: number;
  readonly warned: number;
  readonly meanCosine: number;
  /** Under the pass mark of `default`, of the pairs that were not refused. */
  readonly fnmr: number;
  /** Under it without a refusal or a warning. */
  readonly silentlyLow: number;
};

type SpoiledPair = { readonly spoiled: SpoiledRecord; readonly other: Embedding };

/** `pairs`: the reading of each spoiled photo, and another photo of the same person. */
export function measureSpoiled(pairs: readonly SpoiledPair[]): readonly SpoiledFigures[] {
  return spoils.map(({ name }) => {
    const fates = pairs.flatMap(({ spoiled, other }) => {
      const reading = spoiled.readings?.[name];
      return reading ? [fateOf(reading, other)] : [];
    });
    const taken = fates.flatMap((fate) => (fate.refused ? [] : [fate]));
    const share = (count: number) => count / fates.length;
    return {
      ...{ name, pairs: fates.length },
      refused: share(fates.length - taken.length),
      warned: share(taken.filter(({ warned }) => warned).length),
      meanCosine: taken.reduce((sum, { cosine }) => sum + cosine, 0) / taken.length,
      fnmr: taken.filter(({ cosine }) => isLow(cosine)).length / taken.length,
      silentlyLow: share(taken.filter(({ cosine, warned }) => isLow(cosine) && !warned).length),
    };
  });
}

function isLow(cosine: number): boolean {
  return cosine < scaleProfiles.default.knots.at70;
}

function fateOf(reading: PortraitReading, other: Embedding) {
  if (!reading.ok || reading.faceHeightPixels < leastFaceHeightPixels || reading.otherPersons > 0)
    return { refused: true } as const;
  const warned = doubtsAboutPortrait(reading).length > 0;
  return { refused: false, warned, cosine: cosineOf(reading.embedding, other) } as const;
}
