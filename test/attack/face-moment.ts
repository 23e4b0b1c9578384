import type { ActionName, ActionPrompt } from '../../src/verify/challenge.ts';
import type { SeededRandom } from '../support/seeded-random.ts';

/** What a face does at one moment. */
export type FaceMoment = {
  /** 0 open, 1 closed. */
  readonly blink: number;
  /** 0 closed, 1 wide open. */
  readonly mouth: number;
  /** Radians to the right of the picture, and down. */
  readonly yaw: number;
  readonly pitch: number;
};

type Shape = { readonly ms: number; at(share: number, moment: FaceMoment): FaceMoment };

/** How a willing person does each action, and how long it takes. */
const shapes: Readonly<Record<ActionName, Shape>> = {
  blink: {
    ms: 330,
    at: (share, moment) => ({ ...moment, blink: Math.min(1, 1.6 * Math.sin(Math.PI * share)) }),
  },
  mouth: {
    ms: 900,
    at: (share, moment) => ({ ...moment, mouth: Math.min(1, 1.4 * Math.sin(Math.PI * share)) }),
  },
  nod: {
    ms: 1100,
    at: (share, moment) => ({ ...moment, pitch: moment.pitch + 0.3 * Math.sin(2 * Math.PI * share) }),
  },
  shake: {
    ms: 1300,
    at: (share, moment) => ({ ...moment, yaw: moment.yaw + 0.35 * Math.sin(2 * Math.PI * share) }),
  },
};

/** Reaction to a prompt: people answer 0.3 to 0.8 s after they see it. */
const reactionMs = { least: 300, most: 800 };

/**
 * A face that does what prompts ask for, over what it does by itself, at every moment (ms). The list may grow while it is asked, as at
 * level 5; each prompt is answered after a time of its own.
 */
export function actAsAsked(
  prompts: readonly ActionPrompt[],
  random: SeededRandom,
): (ms: number, rest: FaceMoment) => FaceMoment {
  const acts: { readonly action: ActionName; readonly startMs: number }[] = [];
  const takeNewOnes = () => {
    for (const { action, fromMs, toMs } of prompts.slice(acts.length)) {
      const room = Math.max(0, toMs - fromMs - shapes[action].ms);
      const startMs = fromMs + Math.min(room, random.between(reactionMs.least, reactionMs.most));
      acts.push({ action, startMs });
    }
  };
  takeNewOnes();
  return (ms, rest) => {
    takeNewOnes();
    return acts.reduce((moment, { action, startMs }) => {
      const share = (ms - startMs) / shapes[action].ms;
      return share > 0 && share < 1 ? shapes[action].at(share, moment) : moment;
    }, rest);
  };
}

/** The face of somebody who follows prompts and sways a little; at level 1, blinks once. */
export function followPrompts(
  actions: readonly ActionPrompt[],
  random: SeededRandom,
): (ms: number) => FaceMoment {
  const prompts = actions.length > 0 ? actions : [{ action: 'blink' as const, fromMs: 1000, toMs: 3000 }];
  const act = actAsAsked(prompts, random);
  const phase = random.between(0, 6.28);
  return (ms) => {
    const yaw = 0.02 * Math.sin((6.28 * 0.31 * ms) / 1000 + phase);
    const pitch = 0.015 * Math.sin((6.28 * 0.23 * ms) / 1000 + 2 * phase);
    return act(ms, { blink: 0, mouth: 0, yaw, pitch });
  };
}
