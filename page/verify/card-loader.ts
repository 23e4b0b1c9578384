import { bringPart } from './bring-part.ts';
import type { CardStep, CardStepName, CardStepParts } from './card/card-step.tsx';

/** The card's steps, which only verifications with a card load. */
export type CardLoader = {
  /** Null until they are here. */
  step(): CardStep | null;
  /** Asks for them; asking again does nothing. */
  load(): void;
  /** Does what a step does, as soon as it can; returns what stops it when the step is left. */
  enter(name: CardStepName): () => void;
};

/** `onLoaded` is called once they are here. */
export function createCardLoader(parts: CardStepParts, onLoaded: () => void): CardLoader {
  let step: CardStep | null = null;
  let loading: Promise<CardStep> | null = null;

  async function bringStep(): Promise<CardStep> {
    const { createCardStep } = await bringPart(() => import('./card/card-step.tsx'));
    step = createCardStep(parts);
    onLoaded();
    return step;
  }

  function load(): Promise<CardStep> {
    loading ??= bringStep();
    return loading;
  }

  return {
    step: () => step,
    load: () => void load(),
    enter(name) {
      let isLeft = false;
      let stop = () => {};
      void load().then((loaded) => {
        if (!isLeft) stop = loaded.enter(name);
      });
      return () => {
        isLeft = true;
        stop();
      };
    },
  };
}
