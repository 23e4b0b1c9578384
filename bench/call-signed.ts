import type { ServerProcess } from './server-process.ts';
import { signTc3 } from './sign-tc3.ts';

/** One signed call of the API; throws the API's error. */
export async function callSigned(
  server: ServerProcess,
  action: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const body = JSON.stringify(parameters);
  const { host, ...headers } = signTc3({
    body,
    host: new URL(server.origin).host,
    action,
    key: server.credentials,
  });
  const response = await fetch(server.origin, { method: 'POST', body, headers });
  const { Response: answer } = (await response.json()) as { Response: Record<string, unknown> };
  if (answer.Error) throw new Error(`${action} to ${host}: ${JSON.stringify(answer.Error)}`);
  return answer;
}
