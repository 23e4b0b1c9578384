import type { FieldValue } from '../cards/card-reading.ts';
import type { CardShape, CardTypeName } from '../cards/card-type.ts';
import type { Language } from '../token/languages.ts';
import type { Plan } from '../token/plan.ts';
import type { Stage } from '../token/stages.ts';
import type { WebConfig } from '../token/web-config.ts';
import type { CardStop } from '../verify/card/decide-card.ts';
import type { Challenge, ShownMark } from '../verify/challenge.ts';

/** A merchant. `kind` tells the built-in `/try` account from those that operators make. */
export type Account = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'merchant' | 'try';
  /** Calls a second, per action. */
  readonly ratePerSecond: number;
};

/** One key of an account; at most two are active at a time. */
export type AccessKey = {
  readonly secretId: string;
  readonly secretKey: string;
  readonly account: Account;
  /** Names of the actions that it may call; null: all. */
  readonly actions: readonly string[] | null;
  readonly createdAtMs: number;
  readonly disabledAtMs: number | null;
};

/** What is personal about a verification; sealed under its own key and gone with it. */
export type Personal = {
  readonly redirectUrl: string;
  readonly extra: string | null;
};

/** What a customer is asked to agree to, in one language: plain text, paragraphs with an empty line between. */
export type AgreementText = { readonly version: string; readonly text: string };

export type LogoType = 'image/png' | 'image/jpeg' | 'image/webp';

/** Who may show the page in a frame, and what the frame does at its end. */
export type FrameRule = {
  /** Origins, as browsers write them. */
  readonly origins: readonly string[];
  /** Whether the frame itself goes to the RedirectURL; else the merchant's page is told and goes on. */
  readonly redirects: boolean;
};

/**
 * What an operator keeps for one merchant under a RuleId. It never changes: `revision` names this content for ever, also
 * after the rule was removed.
 */
export type Rule = {
  readonly revision: string;
  /** The RuleId: digits. */
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  /** What Apply's own Config goes over. */
  readonly config: WebConfig;
  /** Null: ours. English is always there where there is one at all. */
  readonly agreement: Readonly<Partial<Record<Language, AgreementText>>> | null;
  /** Null: customers may be sent to every host. */
  readonly redirectHosts: readonly string[] | null;
  /** Null: nobody may show the page in a frame. */
  readonly frame: FrameRule | null;
  readonly logo: {
    readonly sha256: string;
    readonly type: LogoType;
    readonly width: number;
    readonly height: number;
  } | null;
  readonly createdAtMs: number;
};

/** What a customer agreed to: the very text, whose it was, and when. */
export type Consent = {
  readonly version: string;
  /** Of the text: English where there is none in the customer's language. */
  readonly language: Language;
  readonly atMs: number;
  readonly of: 'service' | 'rule';
  readonly text: string;
};

export type Verification = {
  readonly id: string;
  readonly accountId: string;
  /** SHA-256 of the BizToken, hex. */
  readonly tokenHash: string;
  readonly stage: Stage;
  readonly plan: Plan;
  readonly personal: Personal;
  /**
   * Media id of the photo to compare with: the merchant's in mode 2, in mode 1 the portrait of the card once that is
   * confirmed; null in modes that compare with none.
   */
  readonly referencePhotoId: string | null;
  readonly warnings: readonly string[];
  readonly issuedAtMs: number;
  /** End of the window to start and finish. */
  readonly deadlineMs: number;
  /** Until then Get answers; then media and personal fields are erased. */
  readonly readableUntilMs: number;
  readonly openedAtMs: number | null;
  readonly endedAtMs: number | null;
  /** The verification's ErrorCode once it has ended. */
  readonly finalCode: number | null;
  /** SHA-256 of the binding cookie, hex; null before the first tap. */
  readonly bindingHash: string | null;
  readonly tabId: string | null;
  /** SHA-256 of cookies that handed the verification over: they follow along. */
  readonly formerBindingHashes: readonly string[];
  readonly handoverHash: string | null;
  readonly handoverExpiresAtMs: number | null;
  readonly consent: Consent | null;
  readonly onHold: boolean;
  /** Revision of the rule that it was issued with. */
  readonly ruleRevision: string | null;
};

/** One piece of a recording, fixed by its hash before its bytes came, and when that was by the server's clock. */
export type AnnouncedChunk = {
  readonly index: number;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  readonly atMs: number;
};

export type AttemptStage = 'recording' | 'uploading' | 'submitted' | 'judged' | 'void';

/** One go at the liveness check. `void` ones were given up or failed on our side: not charged, not shown. */
export type Attempt = {
  readonly seq: string;
  readonly verificationId: string;
  readonly ordinal: number;
  readonly stage: AttemptStage;
  readonly startedAtMs: number;
  /** By when the recording must be over (LivenessTimeout). */
  readonly timeoutAtMs: number;
  readonly recordMs: number;
  /** What the browser said of its recorder and camera: a signal, never believed. */
  readonly claims: Readonly<Record<string, string | number>>;
  readonly totalBytes: number | null;
  readonly sha256: string | null;
  readonly receivedBytes: number;
  /** ReqTimestamp on the wire. */
  readonly submittedAtMs: number | null;
  readonly judgedAtMs: number | null;
  readonly errorCode: number | null;
  readonly livenessCode: number | null;
  readonly compareCode: number | null;
  readonly similarity: number | null;
  /** JSON of reasons, signals, stages and scale, for the operator. */
  readonly judgement: string | null;
  readonly videoId: string | null;
  readonly bestFrameId: string | null;
  /** What later recordings are held against: how the face moved. */
  readonly motionTraceId: string | null;
  readonly appliedSecurityLevel: number;
  /** Why the applied level is lower than the asked one; null when it is not. */
  readonly downgradeReason: string | null;
  /** What its recording must answer, made for this attempt alone; null where it is judged silent. */
  readonly challenge: Challenge | null;
  /** Pieces that the recorder made, as they were announced while it ran, by their index. */
  readonly chunks: readonly AnnouncedChunk[];
  /** What the page says it showed when, of the whole recording. */
  readonly shown: readonly ShownMark[];
  /** Why the page broke it off; null where it said nothing, or did not. */
  readonly givenUpFor: string | null;
};

/**
 * `collecting`: photos are coming. `reading`: what came is owed a reading. `stopped` and `to-confirm`: it was read.
 * `confirmed`: the customer said that it is right.
 */
export type CardStage = 'collecting' | 'reading' | 'stopped' | 'to-confirm' | 'confirmed';

/** What was read from a card: personal, sealed, and gone when a later card is read. */
export type CardText = {
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly cardInfo: CardShape | null;
  readonly normalCardInfo: CardShape | null;
};

/** One card as it was photographed; another try is another record. */
export type Card = {
  /** `RequestId` in the OCRResult on the wire. */
  readonly requestId: string;
  readonly verificationId: string;
  readonly ordinal: number;
  readonly stage: CardStage;
  /** How many photos came for it, those that were replaced too. */
  readonly photos: number;
  readonly submittedAtMs: number | null;
  readonly readAtMs: number | null;
  /** What it turned out to be. */
  readonly type: CardTypeName | null;
  /** Null until it was read. */
  readonly isPass: boolean | null;
  /** All warnings, those that did not stop it too: negative, as on the wire. */
  readonly warnings: readonly number[];
  readonly stoppedFor: CardStop | null;
  readonly text: CardText | null;
  /** JSON of reasons, warnings with scores and thresholds, confidence, corners and stages, for the operator. */
  readonly judgement: string | null;
  /** Media ids of the photos as they were sent, and of what was cut out of them. */
  readonly frontId: string | null;
  readonly backId: string | null;
  readonly cutId: string | null;
  readonly backCutId: string | null;
  readonly portraitId: string | null;
};
