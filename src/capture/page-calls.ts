import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { addressKey } from '../operate/address-key.ts';
import { Refused } from './refused.ts';

/** Counts page calls, so that one address or one token cannot keep the server busy. */
export type PageCalls = {
  /** Throws `Refused('too-many-requests')` over the limit. */
  countAddress(address: string): Promise<void>;
  countToken(tokenHash: string): Promise<void>;
};

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new Refused('too-many-requests', Math.ceil(error.msBeforeNext / 1000));
  }
}

export function createPageCalls(limits: {
  readonly pageCallsPerMinute: number;
  readonly tokenCallsPerMinute: number;
}): PageCalls {
  const byAddress = new RateLimiterMemory({ points: limits.pageCallsPerMinute, duration: 60 });
  const byToken = new RateLimiterMemory({ points: limits.tokenCallsPerMinute, duration: 60 });
  return {
    countAddress: (address) => consume(byAddress, addressKey(address)),
    countToken: (tokenHash) => consume(byToken, tokenHash),
  };
}
