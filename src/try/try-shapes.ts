import type { CardTypeName } from '../cards/card-type.ts';
import type { CheckMode, SecurityLevel } from '../token/plan.ts';
import type { WarningCode } from '../verify/card/card-verdict.ts';

/**
 * What the page at `/try` and the server say to each other. The page imports these as types only.
 *
 * | method and path       | asks          | answers |
 * |-----------------------|---------------|---|
 * | GET  /try/api/about   |               | About |
 * | POST /try/api/start   | StartRequest  | the envelope of Apply, and a cookie for this browser |
 * | GET  /try/api/result  | `x-biz-token` | the envelope of Get, media shortened; only with the cookie |
 * | GET  /try/api/card/O  | `x-biz-token` | a JPEG, O is a CardPictureName; only with the cookie, 404 where there is none |
 */
export type About = {
  /** Where an SDK on this machine calls the API. */
  readonly apiOrigin: string;
  /** The origin that customers open. */
  readonly publicUrl: string;
};

export type StartRequest = {
  /** The photo to compare with; null in all modes but 2. */
  readonly photoBase64: string | null;
  readonly checkMode: CheckMode;
  /** Null in modes without a card, and for whichever the customer has. */
  readonly cardType: CardTypeName | null;
  /** Says nothing in mode 4, which films nobody. */
  readonly securityLevel: SecurityLevel;
  /** Which browser comes back at the end: this one, to the origin that it asked from, or one on a phone. */
  readonly where: 'here' | 'phone';
};

/** `cut`: the card alone, straightened. `portrait`: the face that is printed on it. */
export type CardPictureName = 'cut' | 'portrait';

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

/** The last card, as far as the page says it in words. */
export type GotCard = {
  readonly IsPass: boolean;
  /** One member, named by the card's type; null where nothing could be read. */
  readonly NormalCardInfo:
    | { readonly [type in CardTypeName]?: Readonly<Record<string, string | null>> }
    | null;
  readonly WarnCardInfos: readonly WarningCode[];
  /** Null where there is no such picture. */
  readonly CardCutImageBase64: string | null;
  readonly HeadImageBase64: string | null;
  readonly RequestId: string;
};

/** The fields of Get that the page says in words; all of them are shown as they came. */
export type Got = {
  readonly ErrorCode: number | null;
  readonly ErrorMsg: string | null;
  readonly VerificationDetailList: readonly {
    readonly ErrorCode: number | null;
    readonly ErrorMsg: string | null;
    readonly Similarity: number | null;
  }[];
  readonly OCRResult: readonly [GotCard] | null;
  readonly RequestId: string;
};
export type ResultEnvelope = { readonly Response: Got | Failed };
