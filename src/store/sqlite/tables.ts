import type { Generated } from 'kysely';
import type { Stage } from '../../token/stages.ts';
import type { AttemptStage, CardStage } from '../records.ts';

/** The tables as rows of them come back from SQLite. Times are integer ms; booleans 0 or 1; lists and records JSON. */
export type Tables = {
  accounts: { id: string; name: string; kind: 'merchant' | 'try'; ratePerSecond: number };
  accessKeys: {
    secretId: string;
    accountId: string;
    sealedSecretKey: Uint8Array;
    createdAtMs: number;
    disabledAtMs: number | null;
    actions: string | null;
  };
  verifications: {
    id: string;
    accountId: string;
    tokenHash: string;
    stage: Stage;
    plan: string;
    wrappedKey: Uint8Array;
    sealedPersonal: Uint8Array;
    referencePhotoId: string | null;
    warnings: string;
    issuedAtMs: number;
    deadlineMs: number;
    readableUntilMs: number;
    openedAtMs: number | null;
    endedAtMs: number | null;
    finalCode: number | null;
    bindingHash: string | null;
    tabId: string | null;
    formerBindingHashes: string;
    handoverHash: string | null;
    handoverExpiresAtMs: number | null;
    consent: string | null;
    onHold: number;
    ruleRevision: string | null;
  };
  rules: {
    revision: string;
    id: string;
    accountId: string;
    name: string;
    content: string;
    logo: Uint8Array | null;
    logoSha256: string | null;
    createdAtMs: number;
    deletedAtMs: number | null;
  };
  attempts: {
    seq: string;
    verificationId: string;
    ordinal: number;
    stage: AttemptStage;
    startedAtMs: number;
    timeoutAtMs: number;
    recordMs: number;
    /** Sealed, Base64. */
    claims: string;
    totalBytes: number | null;
    sha256: string | null;
    receivedBytes: number;
    submittedAtMs: number | null;
    judgedAtMs: number | null;
    errorCode: number | null;
    livenessCode: number | null;
    compareCode: number | null;
    similarity: number | null;
    judgement: string | null;
    videoId: string | null;
    bestFrameId: string | null;
    motionTraceId: string | null;
    appliedSecurityLevel: number;
    downgradeReason: string | null;
    challenge: string | null;
    chunks: string;
    shown: string;
    givenUpFor: string | null;
  };
  cards: {
    requestId: string;
    verificationId: string;
    ordinal: number;
    stage: CardStage;
    photos: number;
    submittedAtMs: number | null;
    readAtMs: number | null;
    type: string | null;
    isPass: number | null;
    warnings: string;
    stoppedFor: string | null;
    /** Sealed, Base64. */
    text: string | null;
    judgement: string | null;
    frontId: string | null;
    backId: string | null;
    cutId: string | null;
    backCutId: string | null;
    portraitId: string | null;
  };
  erased: { tokenHash: string; accountId: string; how: 'expired' | 'operator'; forgetAtMs: number };
  audit: { id: Generated<number>; atMs: number; kind: string; body: string; hash: string };
};
