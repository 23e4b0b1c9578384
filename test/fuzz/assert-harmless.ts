import assert from 'node:assert/strict';
import type { WireServer } from '../support/wire-server.ts';
import type { Bombardment } from './bombard.ts';

/** Every layer of the door, by the code that only it answers. */
const layers = [
  'none',
  'AuthFailure.InvalidAuthorization',
  'AuthFailure.SecretIdNotFound',
  'AuthFailure.SignatureFailure',
  'InvalidAction',
  'InvalidParameter',
  'UnknownParameter',
  'MissingParameter',
  'InvalidParameterValue',
  'InvalidParameterValue.BizTokenIllegal',
];

/**
 * Fails unless every request was answered in the envelope, none by an internal error, and each layer of the door
 * at least `leastOfEach` times: else the requests test less than they seem to.
 */
export function assertHarmless(
  { codes, faults }: Bombardment,
  server: WireServer,
  leastOfEach: number,
): void {
  assert.deepEqual(faults.slice(0, 5), []);
  const complaint = server.log.find((line) => line.includes('a call failed'));
  assert.equal(codes.InternalError ?? 0, 0, complaint);
  for (const code of layers) {
    assert.ok((codes[code] ?? 0) >= leastOfEach, `only ${codes[code] ?? 0} were answered ${code}`);
  }
  assert.equal(({} as Record<string, unknown>).polluted, undefined);
}
