import type { Judge } from '../verify/judgement.ts';

/** A judge whose models may still be loading. */
export type JudgeLater = Judge & {
  /** Resolves when the models are loaded, rejects as their loading failed. */
  ready(): Promise<void>;
};

/**
 * A judge that may be asked before its models are loaded: calls wait for it. So the server listens, and says that
 * it is not ready, while the models load.
 */
export function judgeLater(loading: Promise<Judge>): JudgeLater {
  return {
    ready: async () => void (await loading),
    judge: async (request) => (await loading).judge(request),
    inspectPortrait: async (photo) => (await loading).inspectPortrait(photo),
    toMp4: async (input, output) => (await loading).toMp4(input, output),
    close: async () => (await loading.catch(() => null))?.close(),
  };
}
