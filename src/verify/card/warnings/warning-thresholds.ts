/** What is measured on a card, by warning and sign. */
export type SignName =
  | 'border.missing'
  | 'border.outside'
  | 'border.text'
  | 'border.shape'
  | 'border.side'
  | 'photocopy.colour'
  | 'rephotographed.pattern'
  | 'edited.contradiction'
  | 'edited.noise'
  | 'edited.sharpness'
  | 'edited.software'
  | 'glare.print'
  | 'glare.portrait'
  | 'blur.edge'
  | 'blur.unread';

/** From `list` on a sign is told, from `stop` on the flow is stopped; `stop` below `list`: less is worse. */
export type Threshold = { readonly list: number; readonly stop: number };

/**
 * Every mark of the warnings, each in the unit of its sign, with what it was set by. All of it SIMULATED, 2026-11-26: 45
 * honest photos of layouts that may be tuned on, clear and ordinary, and 5 to 10 photos of each attack. So few bound an
 * error rate only to 6 to 8 % (the interval's upper end); docs/warnings.md has what was measured since.
 */
export const warningThresholds: Readonly<Record<SignName, Threshold>> = {
  // No honest photo and no attack had any: from the meaning alone.
  'border.missing': { list: 0.5, stop: 1 },
  'border.outside': { list: 0.7, stop: 1 },
  // Honest: 6.3 and more. Cards cut off by the frame: 0.3 at most.
  'border.text': { list: 0.8, stop: 0.3 },
  // Honest: 0. Of cards cut off by the frame half lie above 6.
  'border.shape': { list: 5, stop: 8 },
  // Honest: 25 at most. A card with a thing over its side: 31 to 41.
  'border.side': { list: 28, stop: 32 },
  // Honest: 35 and more, 13 on hard photos. Grey copies: 5 at most.
  'photocopy.colour': { list: 10, stop: 6 },
  // Honest: 21.6 at most (fine guilloche on a clear photo), 36.2 on a layout kept apart. Screens 35 and more, prints 88.
  'rephotographed.pattern': { list: 25, stop: 40 },
  // Honest: 0. Not seen in any forgery: a forger who knows the rule changes both places.
  'edited.contradiction': { list: 1, stop: 2 },
  // Honest: 0.67 and 0.66 at most. No forgery that was printed before it was photographed lies above that either.
  'edited.noise': { list: 2, stop: 3 },
  'edited.sharpness': { list: 1, stop: 2 },
  // From the meaning alone: one is told, never stopped for.
  'edited.software': { list: 1, stop: 2 },
  // Honest: 1.1 at most, on layouts kept apart 2.1, all three above 0.8 with a lamp over print. Strong glare: 3.0 and more.
  'glare.print': { list: 0.4, stop: 0.8 },
  // Honest: 0.6 at most.
  'glare.portrait': { list: 3, stop: 6 },
  // Honest: 5.0 at most, 7.8 on hard photos, which are read. Blurred: 6 to 12.
  'blur.edge': { list: 6, stop: 7.5 },
  // Honest: 0.04 at most, 0.11 on hard photos. Half of the blurred ones lie above 0.15; room is left for real cards.
  'blur.unread': { list: 0.2, stop: 0.25 },
};
