import type { CardStop } from '../../../src/capture/page-shapes.ts';
import type { CardWords } from '../word-keys.ts';

/** Causes with words of their own: a heading, what is wrong, and what to do about it. */
export type StopCause =
  | 'no-card'
  | 'other-type'
  | 'unknown-type'
  | 'border'
  | 'copy'
  | 'screen'
  | 'edited'
  | 'glare'
  | 'blur'
  | 'portrait-missing'
  | 'portrait-too-small'
  | 'portrait-unclear'
  | 'expired'
  | 'number'
  | 'missing'
  | 'not-a-photo'
  | 'fault';

type Problem = Exclude<CardStop['problem'], null>;

const causes: Readonly<Record<Exclude<Problem, 'other-type'>, StopCause>> = {
  'not-an-image': 'not-a-photo',
  'too-many-pixels': 'not-a-photo',
  'no-card': 'no-card',
  'portrait-missing': 'portrait-missing',
  'portrait-too-small': 'portrait-too-small',
  'portrait-unclear': 'portrait-unclear',
  expired: 'expired',
  number: 'number',
  missing: 'missing',
  'engine-failed': 'fault',
};

/** Problems that may only follow from what a warning names: then the warning is what helps. */
const following: readonly CardStop['problem'][] = [
  'portrait-missing',
  'portrait-too-small',
  'portrait-unclear',
  'number',
  'missing',
];

/** What stands most in the way comes first: a photocopy is not mended by better light. */
const warnings: readonly (readonly [CardStop['warnings'][number], StopCause])[] = [
  [-9103, 'screen'],
  [-9102, 'copy'],
  [-9104, 'edited'],
  [-9101, 'border'],
  [-9107, 'glare'],
  [-9108, 'blur'],
];

/** The one cause to tell. Without a type asked for, another type is one that nobody here knows. */
export function causeOf({ problem, warnings: codes }: CardStop, isTypeAsked: boolean): StopCause {
  if (problem === 'other-type') return isTypeAsked ? 'other-type' : 'unknown-type';
  const warning = warnings.find(([code]) => codes.includes(code))?.[1];
  if (warning && following.includes(problem)) return warning;
  return problem ? causes[problem] : (warning ?? 'missing');
}

/** Where the words of a cause are. */
export function stopWords(
  cause: StopCause,
): Readonly<Record<'heading' | 'what' | 'advice', keyof CardWords>> {
  return { heading: `stop.${cause}`, what: `stop.${cause}.what`, advice: `stop.${cause}.do` };
}
