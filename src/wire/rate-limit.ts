import { RateLimiterMemory } from 'rate-limiter-flexible';
import { fail, type Outcome, succeed } from '../errors.ts';

/** Counts the calls of an account for one action within a second. */
export type RateLimit = (accountId: string, action: string, ratePerSecond: number) => Promise<Outcome<null>>;

/** Accounts have rates of their own, so the limiter only counts and the rate is compared here. */
const uncounted = 1_000_000_000;

/** The limiter of one process, with the vendor's own message (wire specification §1.7). */
export function createRateLimit(): RateLimit {
  const limiter = new RateLimiterMemory({ points: uncounted, duration: 1 });
  return async (accountId, action, ratePerSecond) => {
    const { consumedPoints } = await limiter.consume(`${accountId}/${action}`);
    if (consumedPoints <= ratePerSecond) return succeed(null);
    return fail(
      'RequestLimitExceeded',
      `Your current request times equals to \`${consumedPoints}\` in a second, which exceeds the frequency limit ` +
        `\`${ratePerSecond}\` for a second. Please reduce the frequency of calls.`,
    );
  };
}
