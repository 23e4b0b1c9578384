import { fail, type Outcome, succeed } from '../errors.ts';
import type { WarningCode } from '../verify/card/card-verdict.ts';

/** The warnings that this server gives (wire specification §4.5). */
const given: readonly WarningCode[] = [-9101, -9102, -9103, -9104, -9107, -9108];

/**
 * Codes that the vendor's pages name and that this server never gives: -9105 stands in the vendor's own example
 * without a meaning, -9109 says that a capability is not switched on. Merchants who copy them are not refused.
 */
const neverGiven: readonly number[] = [-9105, -9109];

/**
 * `SelectedWarningCodes` → the warnings that stop the flow: all when it is empty, none when warnings are switched off
 * (wire specification §2.1.1).
 */
export function stoppingWarnings(selected: string, areOff: boolean): Outcome<readonly WarningCode[]> {
  if (areOff) return succeed([]);
  const texts = selected.split(',').map((text) => text.trim());
  if (texts.length === 1 && texts[0] === '') return succeed(given);
  const known: readonly number[] = [...given, ...neverGiven];
  const wrong = texts.find((text) => !/^-\d{4}$/.test(text) || !known.includes(Number(text)));
  if (wrong !== undefined) {
    const rule = `codes of ${known.join(', ')}, with commas between them`;
    return fail('InvalidParameterValue', `\`Config.SelectedWarningCodes\` must be ${rule}.`);
  }
  return succeed(given.filter((code) => texts.some((text) => Number(text) === code)));
}
