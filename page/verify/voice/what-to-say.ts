import type { Urgency } from './speaker.ts';

/** What a screen says, as it stands there. */
export type Shown = {
  readonly step: string;
  readonly heading: string;
  /** What it tells while it is there: a hint, a prompt, a result; empty where it tells nothing. */
  readonly told: string;
  /** What is told is asked of the customer at this very moment. */
  readonly isPrompt: boolean;
  /** The seconds that are left of a recording, as shown; null where none are counted. */
  readonly seconds: string | null;
};

export type Saying = { readonly text: string; readonly urgency: Urgency };

/** Counted aloud from here on: more would be talk over the recording. */
const countedAloud = 3;

const isSameScreen = (before: Shown | null, now: Shown) =>
  before?.step === now.step && before.heading === now.heading;

/** Sentences one after the other; a heading has no full stop of its own, but may ask. */
function whole({ heading, told }: Shown): string {
  if (told === '') return heading;
  return `${heading}${/\p{P}$/u.test(heading) ? '' : '.'} ${told}`;
}

/** What is to be said of a screen that was `before` and is `now`. */
export function whatToSay(before: Shown | null, now: Shown): readonly Saying[] {
  if (!isSameScreen(before, now)) {
    // The heading of a recording that asks for something would be in the way of what it asks for.
    return [{ text: now.isPrompt ? now.told : whole(now), urgency: 'at-once' }];
  }
  const sayings: Saying[] = [];
  if (now.told !== '' && now.told !== before?.told)
    sayings.push({ text: now.told, urgency: now.isPrompt ? 'at-once' : 'next' });
  const { seconds } = now;
  if (seconds !== null && seconds !== before?.seconds && Number(seconds) <= countedAloud && seconds !== '0')
    sayings.push({ text: seconds, urgency: 'if-free' });
  return sayings;
}
