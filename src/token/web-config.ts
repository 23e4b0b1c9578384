import type { CardTypeName } from '../cards/card-type.ts';
import { fail, type Outcome, succeed } from '../errors.ts';
import { type ActionName, actionNames } from '../verify/challenge.ts';
import type { Language } from './languages.ts';
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
  /** Empty: the default. */
  readonly language?: Language | '';
  readonly autoDowngrade?: number;
  readonly actionList?: string;
  readonly livenessRetryLimit?: number;
  readonly livenessTimeoutSeconds?: number;
  readonly selectedWarningCodes?: string;
  readonly version?: string;
};

const defaultThemeColor = '#2d72f1';

/** `Config` → the plan of steps, with the vendor's defaults (wire specification §2.1.1). */
export function planOf(config: WebConfig, forbidDowngrade: boolean): Outcome<Plan> {
  const checkMode = (config.checkMode ?? 2) as CheckMode;
  const actions = checkActionList(config);
  if (!actions.ok) return actions;
  const card = cardPlanOf(config, checkMode);
  if (!card.ok) return card;
  return succeed({
    checkMode,
    card: card.value,
    ...levelOf(config, checkMode, forbidDowngrade),
    actions: actions.value,
    autoSkipStartPage: config.autoSkipStartPage ?? false,
    autoSkip: config.autoSkip ?? false,
    skipPrivacyPolicy: config.skipPrivacyPolicy ?? false,
    themeColor: themeColorOf(config.themeColor),
    language: config.language || 'en',
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

type Level = Pick<Plan, 'askedSecurityLevel' | 'mayBeLower'>;

/** `AutoDowngrade` is on by default, as the vendor's is. Level 5 knows none, and mode 4 has no liveness. */
function levelOf(config: WebConfig, checkMode: CheckMode, forbidDowngrade: boolean): Level {
  const askedSecurityLevel = (config.securityLevel ?? 3) as SecurityLevel;
  const hasLower = checkMode !== 4 && askedSecurityLevel > 1 && askedSecurityLevel < 5;
  return { askedSecurityLevel, mayBeLower: hasLower && config.autoDowngrade !== 2 && !forbidDowngrade };
}

const defaultActions: readonly ActionName[] = ['blink'];

function isActionList(list: readonly string[]): list is readonly ActionName[] {
  const known: readonly string[] = actionNames;
  return (
    list.length <= 2 && new Set(list).size === list.length && list.every((action) => known.includes(action))
  );
}

/** One or two known actions, and only at levels that ask for actions (contracts §1); by default the vendor's, a blink. */
function checkActionList({ actionList, securityLevel }: WebConfig): Outcome<readonly ActionName[]> {
  if (actionList === undefined || actionList === '') return succeed(defaultActions);
  const level = securityLevel ?? 3;
  if (level === 1 || level === 3) {
    return fail(
      'InvalidParameterValue',
      `\`Config.ActionList\` goes with \`Config.SecurityLevel\` 2, 4 or 5, not ${level}.`,
    );
  }
  const list = actionList.split(',').map((action) => action.trim());
  if (isActionList(list)) return succeed(list);
  const rule = `one or two of ${actionNames.join(', ')} (at \`Config.SecurityLevel\` ${level})`;
  return fail('InvalidParameterValue', `\`Config.ActionList\` must be ${rule}.`);
}

export function isThemeColor(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}

/** A colour in a bad format is the default colour, not an error (wire specification §2.1.1). */
function themeColorOf(text: string | undefined): string {
  return text !== undefined && isThemeColor(text) ? text.toLowerCase() : defaultThemeColor;
}
