import { once } from 'node:events';
import { type IncomingMessage, request as openRequest } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Request } from 'playwright-core';

/**
 * Makes a browser's request from another address of this machine, as a phone's requests come from another one when it leaves the
 * house and its wireless network. `address`: one that the machine has; all of 127.0.0.0/8 where that is Linux.
 */
export async function sendFrom(address: string, request: Request) {
  const { 'content-length': _, ...headers } = await request.allHeaders();
  const bytes = request.postDataBuffer() ?? Buffer.alloc(0);
  const call = openRequest(request.url(), {
    method: request.method(),
    headers: { ...headers, 'content-length': bytes.length },
    localAddress: address,
  });
  call.end(bytes);
  const [answer] = (await once(call, 'response')) as [IncomingMessage];
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers as Record<string, string>,
    body: await buffer(answer),
  };
}
