import type { CDPSession } from 'playwright-core';
import type { Customer } from '../test/support/customer.ts';

/**
 * As Chromium's developer tools slow a page down: 400 kbit/s, 400 ms from a request to the first byte of its answer, a
 * processor four times slower (the page's own thread; workers are not slowed). What it takes to open a connection is not in it.
 */
export const line = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
export const slowerBy = 4;

/** Chromium's debugging protocol for a customer's tab. */
export async function devtoolsOf({ context, page }: Customer): Promise<CDPSession> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Performance.enable');
  return devtools;
}
