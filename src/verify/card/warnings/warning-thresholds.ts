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

/** Every mark of the warnings, each in the unit of its sign. */
export const warningThresholds: Readonly<Record<SignName, Threshold>> = {
  'border.missing': { list: 0.5, stop: 1 },
  'border.outside': { list: 0.7, stop: 1 },
  'border.text': { list: 0.8, stop: 0.3 },
  'border.shape': { list: 5, stop: 8 },
  'border.side': { list: 80, stop: 95 },
  'photocopy.colour': { list: 10, stop: 6 },
  'rephotographed.pattern': { list: 14, stop: 18 },
  'edited.contradiction': { list: 1, stop: 2 },
  'edited.noise': { list: 2, stop: 3 },
  'edited.sharpness': { list: 1, stop: 2 },
  'edited.software': { list: 1, stop: 2 },
  'glare.print': { list: 0.25, stop: 0.4 },
  'glare.portrait': { list: 3, stop: 6 },
  'blur.edge': { list: 7, stop: 9 },
  'blur.unread': { list: 0.2, stop: 0.25 },
};
