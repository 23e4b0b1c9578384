import { type Day, englishMonths, randomDay, writeDay } from '../dates.ts';
import { type PhilippineName, philippineAddress, philippineName } from '../people/philippines.ts';
import type { Random } from '../random.ts';

/** Whom a specimen is made out to. */
export type Holder = PhilippineName & {
  readonly isFemale: boolean;
  readonly birth: Day;
  readonly address: string;
};

export function inventHolder(random: Random, latestBirth = 2004): Holder {
  const isFemale = random.chance(0.5);
  const birth = randomDay(random, 1948, latestBirth);
  return { ...philippineName(random, isFemale), isFemale, birth, address: philippineAddress(random) };
}

/** `DELA CRUZ, JUAN PEDRO GARCIA` */
export function nameByComma({ last, first, middle }: PhilippineName): string {
  return [`${last}, ${first}`, middle].filter((part) => part !== null).join(' ');
}

/** `JUAN PEDRO G. DELA CRUZ` */
export function nameByInitial({ last, first, middle }: PhilippineName): string {
  return [first, middle && `${middle[0]}.`, last].filter((part) => part !== null).join(' ');
}

/** `JUAN PEDRO GARCIA DELA CRUZ` */
export function nameInFull({ last, first, middle }: PhilippineName): string {
  return [first, middle, last].filter((part) => part !== null).join(' ');
}

/** `AUGUST 7, 1985`, in the case of the month's name that is asked for. */
export function dayInWords(day: Day, isCapital = true): string {
  const month = String(englishMonths[day.month - 1]);
  return `${isCapital ? month.toUpperCase() : month} ${writeDay(day, 'D, YYYY')}`;
}
