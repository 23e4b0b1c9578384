import type { CardTypeName } from '../../cards/card-type.ts';
import { type Outcome, succeed } from '../../errors.ts';
import type { ApplyInput, Issued } from '../../token/apply.ts';
import { type Language, languages } from '../../token/languages.ts';
import type { WebConfig } from '../../token/web-config.ts';
import type { AnswerFields } from '../answer.ts';
import type { RawParameters } from '../call.ts';
import { type ParameterRow, readParameters } from '../parameters.ts';

/**
 * `ApplyWebVerificationBizTokenIntl` as the vendor spells it (API 2018-03-01; reference page and SDK model 3.0.1335
 * of 2026, wire specification §2.1.1).
 */
const cardTypes: readonly CardTypeName[] = [
  'HKIDCard',
  'MLIDCard',
  'IndonesiaIDCard',
  'PhilippinesVoteID',
  'PhilippinesDrivingLicense',
  'PhilippinesTinID',
  'PhilippinesSSSID',
  'PhilippinesUMID',
  'InternationalIDPassport',
  'ThailandIDCard',
  'SingaporeIDCard',
  'MainlandIDCard',
];

const configRows: readonly ParameterRow[] = [
  { name: 'AutoSkipStartPage', type: 'boolean' },
  { name: 'AutoSkip', type: 'boolean' },
  { name: 'CheckMode', type: 'integer', range: [1, 4] },
  // The vendor's own sample writes IdCardType.
  { name: 'IDCardType', type: 'string', aliases: ['IdCardType'], oneOf: ['', ...cardTypes] },
  { name: 'DisableCheckOcrWarnings', type: 'boolean' },
  { name: 'SecurityLevel', type: 'integer', range: [1, 5] },
  { name: 'SkipPrivacyPolicy', type: 'boolean' },
  { name: 'IdCardCutReturn', type: 'boolean' },
  { name: 'ThemeColor', type: 'string' },
  { name: 'Language', type: 'string', oneOf: ['', ...languages] },
  { name: 'AutoDowngrade', type: 'integer', range: [1, 2] },
  { name: 'ActionList', type: 'string', maxCharacters: 100 },
  { name: 'LivenessRetryLimit', type: 'integer', range: [1, 99] },
  { name: 'LivenessTimeout', type: 'integer', range: [1, 600] },
  { name: 'SelectedWarningCodes', type: 'string', maxCharacters: 200 },
  { name: 'AllowExpiredDocument', type: 'boolean' },
  { name: 'Version', type: 'string', oneOf: ['', 'BASIC', 'PLUS'] },
];

export const applyRows: readonly ParameterRow[] = [
  { name: 'RedirectURL', type: 'string', required: true, maxCharacters: 8192 },
  { name: 'CompareImageBase64', type: 'string' },
  { name: 'Extra', type: 'string', maxCharacters: 1000 },
  { name: 'RuleId', type: 'string', maxCharacters: 200 },
  { name: 'Config', type: 'object', members: configRows },
];

type ConfigShape = {
  readonly AutoSkipStartPage?: boolean;
  readonly AutoSkip?: boolean;
  readonly CheckMode?: number;
  readonly IDCardType?: CardTypeName | '';
  readonly DisableCheckOcrWarnings?: boolean;
  readonly SecurityLevel?: number;
  readonly SkipPrivacyPolicy?: boolean;
  readonly IdCardCutReturn?: boolean;
  readonly ThemeColor?: string;
  readonly Language?: Language | '';
  readonly AutoDowngrade?: number;
  readonly ActionList?: string;
  readonly LivenessRetryLimit?: number;
  readonly LivenessTimeout?: number;
  readonly SelectedWarningCodes?: string;
  readonly AllowExpiredDocument?: boolean;
  readonly Version?: string;
};
type ApplyShape = {
  readonly RedirectURL: string;
  readonly CompareImageBase64?: string;
  readonly Extra?: string;
  readonly RuleId?: string;
  readonly Config?: ConfigShape;
};

const configNames = {
  AutoSkipStartPage: 'autoSkipStartPage',
  AutoSkip: 'autoSkip',
  CheckMode: 'checkMode',
  IDCardType: 'cardType',
  DisableCheckOcrWarnings: 'disableWarnings',
  SecurityLevel: 'securityLevel',
  SkipPrivacyPolicy: 'skipPrivacyPolicy',
  IdCardCutReturn: 'showCut',
  ThemeColor: 'themeColor',
  Language: 'language',
  AutoDowngrade: 'autoDowngrade',
  ActionList: 'actionList',
  LivenessRetryLimit: 'livenessRetryLimit',
  LivenessTimeout: 'livenessTimeoutSeconds',
  SelectedWarningCodes: 'selectedWarningCodes',
  AllowExpiredDocument: 'allowExpired',
  Version: 'version',
} as const satisfies Record<keyof ConfigShape, keyof ApplyInput['config']>;

/** The fields of `Config`, as the vendor spells them. */
export const configFieldNames: readonly string[] = Object.keys(configNames);

function toWebConfig(shape: ConfigShape): WebConfig {
  const named = Object.entries(shape).flatMap(([name, value]) =>
    Object.hasOwn(configNames, name) ? [[configNames[name as keyof ConfigShape], value]] : [],
  );
  return Object.fromEntries(named);
}

/**
 * Reads a Config that stands by itself, as an operator's rule has one, by the same table as Apply's. Names that the table
 * does not know are refused: no SDK is in between whose version could differ.
 */
export function readConfig(given: RawParameters): Outcome<WebConfig> {
  const read = readParameters(configRows, given, false);
  return read.ok ? succeed(toWebConfig(read.value)) : read;
}

/** Our names to the vendor's. */
export function configShapeOf(config: WebConfig): ConfigShape {
  const named = Object.entries(configNames).flatMap(([name, own]) =>
    config[own] === undefined ? [] : [[name, config[own]]],
  );
  return Object.fromEntries(named);
}

/** The vendor's names to ours. */
export function toApplyInput(read: Record<string, unknown>): ApplyInput {
  const shape = read as ApplyShape;
  return {
    redirectUrl: shape.RedirectURL,
    compareImageBase64: shape.CompareImageBase64 || null,
    extra: shape.Extra ?? null,
    ruleId: shape.RuleId ?? null,
    config: toWebConfig(shape.Config ?? {}),
  };
}

/** Both spellings of the URL: SDKs differ in which they read (wire specification §8, fact 7). */
export function applyAnswer({ bizToken, verificationUrl }: Issued): AnswerFields {
  return { VerificationUrl: verificationUrl, BizToken: bizToken, VerificationURL: verificationUrl };
}
