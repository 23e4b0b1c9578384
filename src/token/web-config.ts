import { fail, type Outcome, succeed } from '../errors.ts';
import { type Language, languages } from './languages.ts';
import type { CheckMode, Plan, SecurityLevel } from './plan.ts';

/** How a merchant wants the page, as far as the merchant said; types and ranges are checked already. */
export type WebConfig = {
  readonly autoSkipStartPage?: boolean;
  readonly autoSkip?: boolean;
  readonly checkMode?: number;
  readonly cardType?: string;
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
export const availableCheckModes: readonly number[] = [2, 3];
export const availableSecurityLevels: readonly number[] = [1];

const defaultThemeColor = '#2d72f1';

/** `Config` → the plan of steps, with the vendor's defaults (wire specification §2.1.1). */
export function planOf(config: WebConfig, forbidDowngrade: boolean): Outcome<Plan> {
  const checkMode = (config.checkMode ?? 2) as CheckMode;
  if (!availableCheckModes.includes(checkMode)) {
    const can = availableCheckModes.join(' and ');
    return fail(
      'InvalidParameterValue',
      `\`Config.CheckMode\` ${checkMode} is not available on this server yet; it can do ${can}.`,
    );
  }
  const actions = checkActionList(config);
  if (!actions.ok) return actions;
  const codes = checkWarningCodes(config.selectedWarningCodes);
  if (!codes.ok) return codes;
  const level = levelOf(config, forbidDowngrade);
  if (!level.ok) return level;
  return succeed({
    checkMode,
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

type Levels = Pick<Plan, 'askedSecurityLevel' | 'appliedSecurityLevel' | 'downgradeReason'>;

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

function checkWarningCodes(codes: string | undefined): Outcome<null> {
  if (codes === undefined || /^(-\d{4}(,\s*-\d{4})*)?$/.test(codes.trim())) return succeed(null);
  return fail('InvalidParameterValue', '`Config.SelectedWarningCodes` must be codes such as `-9101,-9107`.');
}

/** A colour in a bad format is the default colour, not an error (wire specification §2.1.1). */
function themeColorOf(text: string | undefined): string {
  return text !== undefined && /^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : defaultThemeColor;
}

function languageOf(text: string | undefined): Language {
  return languages.find((language) => language === text?.toLowerCase()) ?? 'en';
}
