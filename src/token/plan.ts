import type { Language } from './languages.ts';

/** Which checks a verification makes: 1 card + liveness + comparison, 2 liveness + comparison, 3 liveness, 4 card. */
export type CheckMode = 1 | 2 | 3 | 4;

/** 1 silent, 2 action, 3 light, 4 action and light, 5 action and light at high security. */
export type SecurityLevel = 1 | 2 | 3 | 4 | 5;

/** What a valid Apply asked for, with every default filled in. Holds nothing personal, so it is stored as it is. */
export type Plan = {
  readonly checkMode: CheckMode;
  readonly askedSecurityLevel: SecurityLevel;
  readonly appliedSecurityLevel: SecurityLevel;
  /** Why the applied level is lower than the asked one; null when it is not. */
  readonly downgradeReason: string | null;
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
