import { bringPart } from './bring-part.ts';
import type { ChallengePart } from './challenge/challenge-part.tsx';
import type { FilmParts } from './challenge/film-file.tsx';

/** What the levels above silent need, which only they load. */
export type ChallengeLoader = {
  /** Null until it is here. */
  part(): ChallengePart | null;
  /** Asks for it; asking again does nothing. */
  load(): void;
};

/** `onLoaded` is called once it is here. */
export function createChallengeLoader(parts: FilmParts, onLoaded: () => void): ChallengeLoader {
  let part: ChallengePart | null = null;
  let isAsked = false;
  return {
    part: () => part,
    load() {
      if (isAsked) return;
      isAsked = true;
      void bringPart(() => import('./challenge/challenge-part.tsx')).then(({ createChallengePart }) => {
        part = createChallengePart(parts);
        onLoaded();
      });
    },
  };
}
