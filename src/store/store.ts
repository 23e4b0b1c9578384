import type { Stage } from '../token/stages.ts';
import type { Bytes } from './media.ts';
import type { AccessKey, Account, Attempt, Card, LogoType, Rule, Verification } from './records.ts';

/** What is known of a verification when it is issued; the rest of the record starts empty. */
export type NewVerification = Pick<
  Verification,
  | 'id'
  | 'accountId'
  | 'tokenHash'
  | 'plan'
  | 'personal'
  | 'warnings'
  | 'issuedAtMs'
  | 'deadlineMs'
  | 'readableUntilMs'
  | 'ruleRevision'
> & { readonly referencePhoto: Uint8Array | null };

/** What remains of an erased verification, for 30 days, so that Get can tell expired from unknown. */
export type Erased = {
  readonly erased: true;
  readonly accountId: string;
  readonly how: 'expired' | 'operator';
};

/** The parts of a verification that change without a change of stage. */
export type VerificationChanges = Partial<
  Pick<
    Verification,
    | 'openedAtMs'
    | 'endedAtMs'
    | 'finalCode'
    | 'bindingHash'
    | 'tabId'
    | 'formerBindingHashes'
    | 'handoverHash'
    | 'handoverExpiresAtMs'
    | 'consent'
    | 'onHold'
    | 'referencePhotoId'
  >
>;
export type AttemptChanges = Partial<
  Omit<Attempt, 'seq' | 'verificationId' | 'ordinal' | 'claims' | 'challenge'>
>;

/** What happens to an attempt together with its verification. */
export type AttemptStep = {
  readonly seq: string;
  readonly changes: AttemptChanges;
  /** What the audit log keeps of it, where it was decided on. */
  readonly decision?: Readonly<Record<string, unknown>>;
};

export type CardChanges = Partial<Omit<Card, 'requestId' | 'verificationId' | 'ordinal'>>;

/** What happens to a card together with its verification. */
export type CardStep = {
  readonly requestId: string;
  readonly changes: CardChanges;
  /** What it is called in the audit log. */
  readonly event: 'card.submitted' | 'card.read' | 'card.confirmed';
  /** What the audit log keeps of it, where something was decided. */
  readonly decision?: Readonly<Record<string, unknown>>;
};

export interface Accounts {
  create(account: Account): Promise<void>;
  byName(name: string): Promise<Account | null>;
  setRate(accountId: string, ratePerSecond: number): Promise<void>;
  /**
   * Refuses a third active key: accounts have two so that keys can be rotated. `actions`: all that it may call; every
   * action where it is absent.
   */
  addKey(
    accountId: string,
    secretId: string,
    secretKey: string,
    nowMs: number,
    actions?: readonly string[],
  ): Promise<'added' | 'two-already'>;
  /** Disabled keys too: the caller decides. A change by another process is seen within 1 s. */
  findKey(secretId: string): Promise<AccessKey | null>;
  listKeys(): Promise<readonly Omit<AccessKey, 'secretKey'>[]>;
  disableKey(secretId: string, nowMs: number): Promise<boolean>;
}

export interface Verifications {
  create(verification: NewVerification): Promise<void>;
  byId(id: string): Promise<Verification | null>;
  byTokenHash(tokenHash: string): Promise<Verification | Erased | null>;
  /**
   * Changes fields without a change of stage, but only while the fields of `expected` still stand as the caller
   * saw them. False when they do not, or the record is gone.
   */
  amend(
    id: string,
    changes: VerificationChanges,
    expected?: Partial<Pick<Verification, 'bindingHash' | 'handoverHash'>>,
  ): Promise<boolean>;
  /**
   * Moves to another stage, with what goes with it, in one transaction, but only from the stage that the caller
   * saw. False when somebody was quicker. Throws on a move that `token/stages.ts` does not allow.
   */
  move(
    id: string,
    from: Stage,
    to: Stage,
    changes?: VerificationChanges,
    step?: AttemptStep | CardStep,
  ): Promise<boolean>;
  /** Ids of running verifications whose window closed before `nowMs`. */
  overdue(nowMs: number): Promise<readonly string[]>;
  /** Ids whose three days are over and that no hold keeps. */
  dueForErasure(nowMs: number): Promise<readonly string[]>;
  /**
   * Destroys the key, the record, its attempts, its cards and its media. What stays is the token's hash until `forgetAtMs`.
   * When this returns nothing of it is left in the data folder.
   */
  erase(id: string, how: Erased['how'], forgetAtMs: number): Promise<boolean>;
  forgetErased(nowMs: number): Promise<void>;
  count(stage: Stage): Promise<number>;
}

/** An attempt of which the movements are kept, as a medium of its verification. */
export type TracedAttempt = {
  readonly seq: string;
  readonly verificationId: string;
  readonly motionTraceId: string;
};

export interface Attempts {
  add(attempt: Attempt): Promise<void>;
  bySeq(seq: string): Promise<Attempt | null>;
  /** All attempts of a verification, oldest first. */
  of(verificationId: string): Promise<readonly Attempt[]>;
  amend(seq: string, changes: AttemptChanges): Promise<void>;
  /** Whole recordings that still owe a verdict, oldest first: what a restart must judge. */
  owedVerdict(): Promise<readonly Attempt[]>;
  /** The latest `limit` attempts of an account's verifications of which the movements are kept, latest first. */
  traced(accountId: string, limit: number): Promise<readonly TracedAttempt[]>;
  /** Attempts still recording whose time was over before `nowMs`. */
  timedOut(nowMs: number): Promise<readonly Attempt[]>;
}

export interface Cards {
  add(card: Card): Promise<void>;
  /** All cards of a verification, oldest first. */
  of(verificationId: string): Promise<readonly Card[]>;
  byRequestId(requestId: string): Promise<Card | null>;
  /** Throws for a card that is gone. */
  amend(requestId: string, changes: CardChanges): Promise<void>;
  /** Cards that still owe a reading, oldest first: what a restart must read. */
  owedReading(): Promise<readonly Card[]>;
}

/** What operators keep under RuleIds. A change by another process is seen at once. */
export interface Rules {
  /** `logo`: the file that `rule.logo` tells of. */
  add(rule: Rule, logo: Uint8Array | null): Promise<void>;
  /** The rule of this account under this id; null: none, or another account's, or removed. */
  inForce(accountId: string, id: string): Promise<Rule | null>;
  /** Removed ones too. */
  byRevision(revision: string): Promise<Rule | null>;
  /** All in force, oldest first, with the names of their accounts. */
  list(): Promise<readonly (Rule & { readonly accountName: string })[]>;
  /** No verification can be issued with it any more; those that were keep it. False when there is none. */
  remove(id: string, nowMs: number): Promise<boolean>;
  logo(sha256: string): Promise<{ readonly bytes: Uint8Array; readonly type: LogoType } | null>;
  /** Destroys what was removed before then and no verification points at any more. */
  forgetRemoved(removedBeforeMs: number): Promise<void>;
}

/** The media of verifications, by the verification's id: the store finds the key. */
export interface VerificationMedia {
  put(verificationId: string, name: string, plain: Bytes): Promise<void>;
  read(verificationId: string, name: string): AsyncIterable<Buffer>;
  plainSize(verificationId: string, name: string): Promise<number | null>;
  delete(verificationId: string, name: string): Promise<void>;
}

export type AuditLine = {
  readonly id: number;
  readonly atMs: number;
  readonly kind: string;
  readonly body: string;
};

/** The hash-chained log of decisions: each line's hash covers the line before it. */
export interface Audit {
  append(kind: string, body: Readonly<Record<string, unknown>>): Promise<void>;
  /** The first line whose hash does not fit, or null when the chain holds. */
  firstBroken(): Promise<AuditLine | null>;
  lines(afterId: number, limit: number): Promise<readonly AuditLine[]>;
}

export interface Store {
  readonly accounts: Accounts;
  readonly verifications: Verifications;
  readonly attempts: Attempts;
  readonly cards: Cards;
  readonly rules: Rules;
  readonly media: VerificationMedia;
  readonly audit: Audit;
  /** Throws when the store cannot be written: what `/readyz` and `doctor` ask. */
  probe(): Promise<void>;
  close(): Promise<void>;
}
