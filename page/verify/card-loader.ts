import type { CardStep, CardStepName, CardStepParts } from './card/card-step.tsx';

/** A program part that did not come is asked for again this often: without it there is nothing to be shown. */
const askAgainMs = 2_000;

/** The card's steps, which only verifications with a card load. */
export type CardLoader = {
  /** Null until they are here. */
  step(): CardStep | null;
  /** Asks for them; asking again does nothing. */
  load(): void;
  /** Does what a step does, as soon as it can; returns what stops it when the step is left. */
  enter(name: CardStepName): () => void;
};

/** `onLoaded` is called once they are here. `bring` is the import but in tests. */
export function createCardLoader(
  parts: CardStepParts,
  onLoaded: () => void,
  bring: () => Promise<Pick<typeof import('./card/card-step.tsx'), 'createCardStep'>> = () =>
    import('./card/card-step.tsx'),
): CardLoader {
  let step: CardStep | null = null;
  let loading: Promise<CardStep> | null = null;

  async function bringStep(): Promise<CardStep> {
    for (;;) {
      const part = await bring().catch(() => null);
      if (part) {
        step = part.createCardStep(parts);
        onLoaded();
        return step;
      }
      await new Promise((resolve) => setTimeout(resolve, askAgainMs));
    }
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
