import { type Outcome, succeed } from '../errors.ts';
import { assembleResult } from '../result/assemble.ts';
import type { Account } from '../store/records.ts';
import { type ApplyParts, apply } from '../token/apply.ts';
import type { AnswerFields } from './answer.ts';
import type { ParameterRow } from './parameters.ts';
import { applyAnswer, applyRows, toApplyInput } from './shapes/apply-web-verification.ts';
import { resultAnswer, resultRows } from './shapes/get-web-verification-result.ts';

/** One action of the API: what it takes, and what it does. Adding an action is adding a row. */
export type Action = {
  readonly name: string;
  /** Other names that mean the same. */
  readonly aliases: readonly string[];
  readonly parameters: readonly ParameterRow[];
  readonly handle: (account: Account, parameters: Record<string, unknown>) => Promise<Outcome<AnswerFields>>;
};

/** The API version that all of its actions share. */
export const apiVersion = '2018-03-01';

/** The actions' own names, for whoever keeps lists of them. */
export const actionNames = ['ApplyWebVerificationBizTokenIntl', 'GetWebVerificationResultIntl'] as const;

/** The table of actions. Calls a second are a setting of the account, 20 as the vendor's default is for both. */
export function createActions(parts: ApplyParts): readonly Action[] {
  return [
    {
      name: actionNames[0],
      aliases: [],
      parameters: applyRows,
      async handle(account, parameters) {
        const issued = await apply(parts, account, toApplyInput(parameters));
        return issued.ok ? succeed(applyAnswer(issued.value)) : issued;
      },
    },
    {
      name: actionNames[1],
      // The vendor's own printed example sends this name (contracts §1).
      aliases: ['GetWebVerificationResult'],
      parameters: resultRows,
      async handle(account, parameters) {
        const bizToken = parameters.BizToken as string;
        const result = await assembleResult(parts.store, account, bizToken, parts.now());
        return result.ok ? succeed(resultAnswer(result.value)) : result;
      },
    },
  ];
}
