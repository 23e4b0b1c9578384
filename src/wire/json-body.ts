import { fail, type Outcome, succeed } from '../errors.ts';
import type { RawParameters } from './call.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a JSON body whose signature held. Empty means no parameters; nulls are dropped, as SDKs do. Duplicate names
 * count once, the last one (RFC 8259 §4 leaves it open). However deep the nesting, nothing follows it: parameters are
 * read by the names of the action's table alone.
 */
export function parseJsonBody(body: Buffer): Outcome<RawParameters> {
  if (body.length === 0) return succeed({});
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(body));
  } catch {
    return fail('InvalidParameter', 'The body is not valid JSON in UTF-8.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fail('InvalidParameter', 'The body must be a JSON object.');
  }
  return succeed(value as RawParameters);
}
