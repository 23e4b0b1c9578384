import type { CardTypeName } from '../cards/card-type.ts';
import { fail, type Outcome, succeed } from '../errors.ts';
import { type Language, languages } from './languages.ts';
import type { CardPlan, CheckMode, Plan, SecurityLevel } from './plan.ts';
import { stoppingWarnings } from './stopping-warnings.ts';

/** How a merchant wants the page, as far as the merchant said; types and ranges are checked already. */
export type WebConfig = {
  readonly autoSkipStartPage?: boolean;
  readonly autoSkip?: boolean;
  readonly checkMode?: number;
  /** Empty: whichever the customer has. */
  readonly cardType?: CardTypeName | '';
  readonly disableWarnings?: boolean;
  readonly showCut?: boolean;
  readonly allowExpired?: boolean;
  readonly securityLevel?: number;
  readonly skipPrivacyPolicy?: boolean;
  readonly themeColor?: string;
  readonly language?: string;
  readonly autoDowngrade?: number;
  readonly actionList?: string;
  readonly livenessRetryLimit?: number;
  readonly livenessTimeoutSeconds?: number;
  readonly selectedWarningCodes?: string;
  readonly version?: string;
};

/** What this server can do today; the rest is refused by name, or downgraded where the merchant allows it. */
export const availableSecurityLevels: readonly number[] = [1];

const defaultThemeColor = '#2d72f1';

/** `Config` → the plan of steps, with the vendor's defaults (wire specification §2.1.1). */
export function planOf(config: WebConfig, forbidDowngrade: boolean): Outcome<Plan> {
  const checkMode = (config.checkMode ?? 2) as CheckMode;
  const actions = checkActionList(config);
  if (!actions.ok) return actions;
  const card = cardPlanOf(config, checkMode);
  if (!card.ok) return card;
  const level = checkMode === 4 ? withoutLiveness(config) : levelOf(config, forbidDowngrade);
  if (!level.ok) return level;
  return succeed({
    checkMode,
    card: card.value,
    ...level.value,
    autoSkipStartPage: config.autoSkipStartPage ?? false,
    autoSkip: config.autoSkip ?? false,
    skipPrivacyPolicy: config.skipPrivacyPolicy ?? false,
    themeColor: themeColorOf(config.themeColor),
    language: languageOf(config.language),
    livenessRetryLimit: config.livenessRetryLimit ?? 99,
    livenessTimeoutSeconds: config.livenessTimeoutSeconds ?? 45,
    withInfoTags: config.version === 'PLUS',
  });
}

/** Warnings are checked in every mode, so that a wrong list is not found out when the mode changes. */
function cardPlanOf(config: WebConfig, checkMode: CheckMode): Outcome<CardPlan | null> {
  const warnings = stoppingWarnings(config.selectedWarningCodes ?? '', config.disableWarnings ?? false);
  if (!warnings.ok) return warnings;
  if (checkMode === 2 || checkMode === 3) return succeed(null);
  return succeed({
    askedType: config.cardType || null,
    stoppingWarnings: warnings.value,
    allowsExpired: config.allowExpired ?? true,
    showsCut: config.showCut ?? false,
  });
}

type Levels = Pick<Plan, 'askedSecurityLevel' | 'appliedSecurityLevel' | 'downgradeReason'>;

/** Mode 4 judges no recording, so no level can be missing. */
function withoutLiveness({ securityLevel }: WebConfig): Outcome<Levels> {
  const asked = (securityLevel ?? 3) as SecurityLevel;
  return succeed({ askedSecurityLevel: asked, appliedSecurityLevel: asked, downgradeReason: null });
}

function levelOf(config: WebConfig, forbidDowngrade: boolean): Outcome<Levels> {
  const asked = (config.securityLevel ?? 3) as SecurityLevel;
  if (availableSecurityLevels.includes(asked)) {
    return succeed({ askedSecurityLevel: asked, appliedSecurityLevel: asked, downgradeReason: null });
  }
  const missing = `\`Config.SecurityLevel\` ${asked}${config.securityLevel === undefined ? ' (the default)' : ''} is not available on this server yet`;
  if (forbidDowngrade)
    return fail('InvalidParameterValue', `${missing}, and its operator forbids a lower one.`);
  if ((config.autoDowngrade ?? 1) === 2) {
    return fail('InvalidParameterValue', `${missing}, and \`Config.AutoDowngrade\` 2 forbids a lower one.`);
  }
  const downgradeReason = `Security level ${asked} is not available on this server yet; judged silent.`;
  return succeed({ askedSecurityLevel: asked, appliedSecurityLevel: 1, downgradeReason });
}

const actions = ['blink', 'mouth', 'nod', 'shake'];

/** One or two known actions, and only at levels that ask for actions (contracts §1). */
function checkActionList({ actionList, securityLevel }: WebConfig): Outcome<null> {
  if (actionList === undefined || actionList === '') return succeed(null);
  const level = securityLevel ?? 3;
  const list = actionList.split(',').map((action) => action.trim());
  if (level === 1 || level === 3) {
    return fail(
      'InvalidParameterValue',
      `\`Config.ActionList\` goes with \`Config.SecurityLevel\` 2, 4 or 5, not ${level}.`,
    );
  }
  const isGood =
    list.length <= 2 &&
    new Set(list).size === list.length &&
    list.every((action) => actions.includes(action));
  if (isGood) return succeed(null);
  const rule = `one or two of ${actions.join(', ')} (at \`Config.SecurityLevel\` ${level})`;
  return fail('InvalidParameterValue', `\`Config.ActionList\` must be ${rule}.`);
}

/** A colour in a bad format is the default colour, not an error (wire specification §2.1.1). */
function themeColorOf(text: string | undefined): string {
  return text !== undefined && /^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : defaultThemeColor;
}

function languageOf(text: string | undefined): Language {
  return languages.find((language) => language === text?.toLowerCase()) ?? 'en';
}
