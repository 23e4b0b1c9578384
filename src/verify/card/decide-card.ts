import type { CardTypeName } from '../../cards/card-type.ts';
import { type CardProblem, type CardVerdict, type WarningCode, warningCodes } from './card-verdict.ts';

/** Why a card cannot be taken as it is. Costs the customer nothing but another photo. */
export type CardStop = {
  /**
   * What the reader found (`CardProblem`), or what speaks against the card itself: `expired`; `number`, which is
   * missing or fails its own check; `missing`, other text that must be there; `engine-failed`, which is our fault.
   * Null where warnings alone stopped it.
   */
  readonly problem: CardProblem | 'expired' | 'number' | 'missing' | 'engine-failed' | null;
  /** The warnings that stopped it; those that are only listed are not among them. */
  readonly warnings: readonly WarningCode[];
  /** What the card is, where it is another than was asked for and could be told. */
  readonly isType: CardTypeName | null;
  /** Whether a better photo of the same card may help. */
  readonly isRetakeable: boolean;
};

/** What one verification asks of a card. */
export type CardRules = {
  readonly stoppingWarnings: readonly WarningCode[];
  readonly allowsExpired: boolean;
  /** Whether a live face will be compared with the portrait: a card alone may be without a usable one. */
  readonly needsPortrait: boolean;
};

type Problem = CardStop['problem'];

/** What a better photo cures. A photocopy, a screen and an edited card stay what they are. */
const retakeable: readonly WarningCode[] = [
  warningCodes.incompleteBorder,
  warningCodes.glare,
  warningCodes.blur,
];

/** Which another photo of the same card cannot cure. */
const lasting: readonly Problem[] = ['other-type', 'expired'];

const aboutPortrait: readonly Problem[] = ['portrait-missing', 'portrait-too-small', 'portrait-unclear'];

/** What the reader found, but for the portrait of a card that was read and whose portrait nobody needs. */
export function readersProblem({ problem, normalCardInfo }: CardVerdict, rules: CardRules): Problem {
  const isNeedless = aboutPortrait.includes(problem) && !rules.needsPortrait && normalCardInfo !== null;
  return isNeedless ? null : problem;
}

/** A card that is past its time: only of the Hong Kong identity card does the API ask (wire specification §2.1.1). */
function isPastItsTime({ type, isExpired }: CardVerdict, { allowsExpired }: CardRules): boolean {
  return type === 'HKIDCard' && isExpired === true && !allowsExpired;
}

function problemOfText({ isPass, reasons }: CardVerdict): Problem {
  if (isPass) return null;
  const isNumber = reasons.some(({ kind }) => kind === 'number-wrong' || kind === 'number-unreadable');
  return isNumber ? 'number' : 'missing';
}

/** The warnings that stop a flow which acts on these codes. */
export function stoppingOf(verdict: CardVerdict, rules: CardRules): readonly WarningCode[] {
  return verdict.warnings
    .filter(({ code, stops }) => stops && rules.stoppingWarnings.includes(code))
    .map(({ code }) => code);
}

/**
 * Whether a card that was read may go on, or what stands in its way. What the reader could not take comes first, then
 * warnings (a blurred number is a blurred photo), then the card's age, then its text.
 */
export function decideCard(verdict: CardVerdict, rules: CardRules): CardStop | null {
  const found = readersProblem(verdict, rules);
  const warnings = stoppingOf(verdict, rules);
  const ofCard = isPastItsTime(verdict, rules) ? 'expired' : problemOfText(verdict);
  const problem = found ?? (warnings.length > 0 ? null : ofCard);
  if (problem === null && warnings.length === 0) return null;
  return {
    problem,
    warnings,
    isType: problem === 'other-type' ? verdict.type : null,
    isRetakeable: !lasting.includes(problem) && warnings.every((code) => retakeable.includes(code)),
  };
}
