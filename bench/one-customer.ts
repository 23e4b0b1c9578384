import { setTimeout as sleep } from 'node:timers/promises';
import type { MortalServer } from '../test/support/mortal-server.ts';
import { PlainCustomer } from '../test/support/plain-customer.ts';
import { type Answer, callJson } from '../test/support/signed-call.ts';
import type { Recording } from './recording.ts';

export type Timed = { readonly token: string; readonly verdictMs: number; readonly code: number };

/** One signed call of the API; throws the API's error. */
export async function callSigned(
  server: MortalServer,
  action: string,
  parameters: unknown,
): Promise<Answer['Response']> {
  const { Response } = await callJson(server.port, server.credentials, action, parameters);
  if (Response.Error) throw new Error(`${action}: ${JSON.stringify(Response.Error)}`);
  return Response;
}

/** One customer from Apply to the verdict, as the page does it; timed from the end of the upload. */
export async function verifyOnce(server: MortalServer, { video, photo }: Recording): Promise<Timed> {
  const applied = await callSigned(server, 'ApplyWebVerificationBizTokenIntl', {
    RedirectURL: 'https://shop.example/back',
    CompareImageBase64: photo.toString('base64'),
    Config: { SecurityLevel: 1 },
  });
  const token = String(applied.BizToken);
  const customer = new PlainCustomer(server.origin, token);
  await customer.arrive();
  const seq = await customer.record(video);
  await customer.send(seq, video);
  const uploadedAt = performance.now();
  for (;;) {
    const code = (await customer.view()).body?.attempt?.code ?? null;
    if (code !== null) return { token, verdictMs: performance.now() - uploadedAt, code };
    await sleep(10);
  }
}
