import type { RefusalReason } from './page-shapes.ts';

/** A page call that is turned down; the rim turns it into the HTTP answer. */
export class Refused extends Error {
  readonly reason: RefusalReason;
  readonly retryAfterSeconds: number | undefined;

  constructor(reason: RefusalReason, retryAfterSeconds?: number) {
    super(reason);
    this.reason = reason;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The HTTP status that goes with each reason. */
export const refusalStatus: Readonly<Record<RefusalReason, number>> = {
  'unknown-token': 404,
  ended: 410,
  'not-yours': 403,
  'other-tab': 409,
  'handover-spent': 410,
  'no-consent': 409,
  'no-attempts-left': 409,
  'level-not-possible': 409,
  'given-up-too-often': 409,
  'wrong-stage': 409,
  'wrong-offset': 409,
  'wrong-content': 422,
  'too-large': 413,
  'not-a-photo': 415,
  'heic-photo': 415,
  'no-photos-left': 409,
  busy: 503,
  'too-many-requests': 429,
  'bad-request': 400,
  internal: 500,
};
