/**
 * What the page at `/try` and the server say to each other. The page imports these as types only.
 *
 * | method and path       | asks          | answers |
 * |-----------------------|---------------|---|
 * | GET  /try/api/about   |               | About |
 * | POST /try/api/start   | StartRequest  | the envelope of Apply, and a cookie for this browser |
 * | GET  /try/api/result  | `x-biz-token` | the envelope of Get, media shortened; only with the cookie |
 */
export type About = {
  /** Where an SDK on this machine calls the API. */
  readonly apiOrigin: string;
  /** The origin that customers open. */
  readonly publicUrl: string;
};

export type StartRequest = {
  /** The photo to compare with; null in mode 3. */
  readonly photoBase64: string | null;
  readonly checkMode: 2 | 3;
  /** Which browser comes back at the end: this one, to the origin that it asked from, or one on a phone. */
  readonly where: 'here' | 'phone';
};

type Failed = {
  readonly Error: { readonly Code: string; readonly Message: string };
  readonly RequestId: string;
};

export type Applied = {
  readonly BizToken: string;
  readonly VerificationURL: string;
  readonly VerificationUrl: string;
  readonly RequestId: string;
};
export type StartEnvelope = { readonly Response: Applied | Failed };

/** The fields of Get that the page says in words; all of them are shown as they came. */
export type Got = {
  readonly ErrorCode: number | null;
  readonly ErrorMsg: string | null;
  readonly VerificationDetailList: readonly {
    readonly ErrorCode: number | null;
    readonly ErrorMsg: string | null;
    readonly Similarity: number | null;
  }[];
  readonly RequestId: string;
};
export type ResultEnvelope = { readonly Response: Got | Failed };
