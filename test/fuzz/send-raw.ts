import { type Agent, request as httpRequest } from 'node:http';
import type { HostileRequest } from './hostile-requests.ts';

/** What came back; status -1 where no answer came at all. */
export type Reply = {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
};

const patienceMs = 60_000;

async function sendOnce(
  port: number,
  agent: Agent | false,
  { method, path, headers, body }: HostileRequest,
): Promise<Reply> {
  return await new Promise((resolve, reject) => {
    const length = body.length > 0 ? { 'content-length': body.length } : {};
    const options = { agent, port, host: '127.0.0.1', method, path, headers: { ...length, ...headers } };
    const sent = httpRequest({ ...options, timeout: patienceMs }, (response) => {
      const chunks: Buffer[] = [];
      const finish = () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(chunks).toString(),
          headers: response.headers,
        });
      // A stream of events does not end by itself; that it begins is enough.
      if (response.headers['content-type'] === 'text/event-stream') {
        finish();
        response.destroy();
        return;
      }
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', finish);
      response.once('error', reject);
    });
    sent.once('timeout', () => sent.destroy(new Error('no answer in time')));
    sent.once('error', reject);
    sent.end(body);
  });
}

/**
 * Sends a request as it is. A connection that the server closed after a malformed request may be taken for the next
 * one: then once more, alone.
 */
export async function sendRaw(port: number, agent: Agent, request: HostileRequest): Promise<Reply> {
  return await sendOnce(port, agent, request)
    .catch(() => sendOnce(port, false, request))
    .catch((error: Error) => ({
      status: -1,
      text: `${error.message} ${request.method} ${request.path.slice(0, 200)}`,
      headers: {},
    }));
}
