import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A merchant's site: where customers come back to. */
export type Merchant = {
  readonly origin: string;
  /** The address to come back to, with a query of the merchant's own. */
  readonly redirectUrl: string;
  /** Paths and queries of all visits so far. */
  readonly visits: readonly string[];
  stop(): Promise<void>;
};

export async function openMerchant(): Promise<Merchant> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    if (request.url !== '/favicon.ico') visits.push(request.url ?? '');
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Shop</title><h1>Welcome back</h1>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    redirectUrl: `${origin}/back?order=7`,
    visits,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
