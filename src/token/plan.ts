import type { CardTypeName } from '../cards/card-type.ts';
import type { WarningCode } from '../verify/card/card-verdict.ts';
import type { ActionName } from '../verify/challenge.ts';
import type { Language } from './languages.ts';

/** Which checks a verification makes: 1 card + liveness + comparison, 2 liveness + comparison, 3 liveness, 4 card. */
export type CheckMode = 1 | 2 | 3 | 4;

/** 1 silent, 2 action, 3 light, 4 action and light, 5 action and light at high security. */
export type SecurityLevel = 1 | 2 | 3 | 4 | 5;

/** What was asked for of the card, in modes 1 and 4. */
export type CardPlan = {
  /** Null: whichever the customer has. */
  readonly askedType: CardTypeName | null;
  /** Warnings that stop the flow; none where `DisableCheckOcrWarnings` switched them off. */
  readonly stoppingWarnings: readonly WarningCode[];
  /** Of a Hong Kong identity card alone (wire specification §2.1.1). */
  readonly allowsExpired: boolean;
  /** Whether the customer is shown the cut-out card and not the photo. */
  readonly showsCut: boolean;
};

/** What a valid Apply asked for, with every default filled in. Holds nothing personal, so it is stored as it is. */
export type Plan = {
  readonly checkMode: CheckMode;
  /** Null in modes without a card. */
  readonly card: CardPlan | null;
  /** Mode 4 has no liveness: there the level says nothing. */
  readonly askedSecurityLevel: SecurityLevel;
  /** Whether an attempt may be judged at a lower level; which one was is said attempt by attempt. Never at level 5. */
  readonly mayBeLower: boolean;
  /** One or two, for levels that ask for actions. */
  readonly actions: readonly ActionName[];
  readonly autoSkipStartPage: boolean;
  readonly autoSkip: boolean;
  readonly skipPrivacyPolicy: boolean;
  /** `#rrggbb` */
  readonly themeColor: string;
  readonly language: Language;
  readonly livenessRetryLimit: number;
  readonly livenessTimeoutSeconds: number;
  /** `Config.Version` PLUS: each attempt's answer carries LivenessInfoTag. */
  readonly withInfoTags: boolean;
};
