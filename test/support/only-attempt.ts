import assert from 'node:assert/strict';
import type { ServerProgram } from './server-program.ts';
import { callJson } from './signed-call.ts';

export type Applied = {
  readonly LivenessErrorCode: number;
  readonly AppliedSecurityLevel: number;
  readonly DowngradeReason?: string;
};

/** The one attempt, with our own fields, which the vendor's SDK leaves out. */
export async function onlyAttempt(
  { server }: { readonly server: ServerProgram },
  BizToken: string | undefined,
): Promise<Applied> {
  const call = 'GetWebVerificationResultIntl';
  const { Response } = await callJson(server.port, server.credentials, call, { BizToken });
  const attempts = Response.VerificationDetailList as readonly Applied[];
  assert.equal(attempts.length, 1);
  return attempts[0] as Applied;
}
