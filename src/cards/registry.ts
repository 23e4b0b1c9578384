import type { CardType, CardTypeName } from './card-type.ts';

/** Every type that this server reads. Adding a card is adding a folder and a line here. */
export const cardTypes: readonly CardType[] = [];

/** The type of this name; undefined while nobody has written it. */
export function cardTypeOf(name: CardTypeName): CardType | undefined {
  return cardTypes.find((type) => type.name === name);
}
