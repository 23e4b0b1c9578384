import type { StartRequest } from './call.ts';

export type Mode = StartRequest['checkMode'];

/** What can be tried: the choice in people's words, and what is true of who passed. */
export type ModeWords = {
  readonly mode: Mode;
  readonly name: string;
  readonly text: string;
  readonly passed: string;
};

const photoAndFace: ModeWords = {
  mode: 2,
  name: 'Photo and face',
  text: 'alive, and the same person as in a photo',
  passed: 'Alive, and the same person as in the photo.',
};
const faceAlone: ModeWords = {
  mode: 3,
  name: 'Face alone',
  text: 'alive; nothing to compare with',
  passed: 'A living person.',
};
const cardAndFace: ModeWords = {
  mode: 1,
  name: 'Card and face',
  text: 'reads a card; alive, and the person on it',
  passed: 'Alive, and the same person as on the card.',
};
const cardAlone: ModeWords = {
  mode: 4,
  name: 'Card alone',
  text: 'reads a card and films nobody',
  passed: 'The card was read.',
};

/** In the order in which they are offered. */
export const modes: readonly ModeWords[] = [photoAndFace, faceAlone, cardAndFace, cardAlone];

const byMode = { 1: cardAndFace, 2: photoAndFace, 3: faceAlone, 4: cardAlone } as const;
export const wordsOf = (mode: Mode): ModeWords => byMode[mode];
export const hasCard = (mode: Mode): boolean => mode === 1 || mode === 4;
