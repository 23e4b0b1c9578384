import type { CardTypeName } from '../cards/card-type.ts';
import type { Language } from '../token/languages.ts';
import type { CardStop } from '../verify/card/decide-card.ts';
import type { ActionPrompt, Challenge, ColorSpan, ShownMark } from '../verify/challenge.ts';

/**
 * What the page and the server say to each other. The page imports these as types only.
 *
 * Routes, all under `/verify`, JSON in and out, the BizToken in the header `x-biz-token` (or `?token=` where a
 * header cannot be set), the tab in `x-tab-id`:
 *
 * | method and path              | body            | answer         | what it does |
 * |------------------------------|-----------------|----------------|---|
 * | GET  /verify?token=          |                 | the page       | nothing: messengers pre-fetch links |
 * | GET  /verify/api/view        |                 | PageView       | nothing |
 * | GET  /verify/api/events      |                 | SSE of `view`  | nothing; a PageView at once and at each change |
 * | GET  /verify/api/agreement?language= |         | Agreement      | nothing; the rule's text, where `hasRuleAgreement` |
 * | GET  /verify/logo/SHA256     |                 | the picture    | nothing; what `ShownLogo.url` names |
 * | POST /verify/api/open        | OpenRequest     | OpenAnswer     | binds this browser and this tab |
 * | POST /verify/api/consent     | ConsentRequest  | PageView       | stores the consent with the text's version |
 * | POST /verify/api/attempts    | AttemptRequest  | PageView       | first good frame: the liveness clock starts |
 * | POST /verify/api/attempts/S/chunks | ChunkNotice | Prompts     | what the recorder made: fixed and stamped before it is sent |
 * | GET  /verify/api/attempts/S/prompts |           | Prompts       | nothing: what is to be shown by now |
 * | PUT  /verify/api/attempts/S/recording | RecordingNotice | PageView | recording over: its size and hash are fixed |
 * | PATCH /verify/api/attempts/S/video | raw bytes, `upload-offset` | UploadState | one piece, durable once answered |
 * | HEAD /verify/api/attempts/S/video  |          | `upload-offset` header | where to resume |
 * | DELETE /verify/api/attempts/S | `?why=` GiveUpReason | PageView | gives up an unfinished recording, uncharged |
 * | PUT  /verify/api/card/front  | the photo's bytes | PageView     | keeps a card's front; one that is kept is replaced |
 * | PUT  /verify/api/card/back   | the photo's bytes | PageView     | the same for its back |
 * | POST /verify/api/card/read   |                 | PageView       | has what is kept read; the views tell how it went |
 * | POST /verify/api/card/retake |                 | PageView       | sets aside what is kept or was read: from the front again |
 * | POST /verify/api/card/confirm |                | PageView       | the customer says that what was read is right |
 * | GET  /verify/api/card/picture?of= |            | the picture    | what `ShownCard.pictureUrl` names, while it is shown |
 * | POST /verify/api/exit        |                 | PageView       | the user leaves: 1410 |
 * | POST /verify/api/handover    |                 | HandoverLink   | a one-time link that moves the binding |
 *
 * Photos of cards are JPEG, PNG or WebP, sent whole as `application/octet-stream`. All calls about cards may be made
 * again when their answer was lost: asking for what is so already changes nothing.
 *
 * A browser is known by its cookie; a page in a frame, whose cookies may be blocked, by the header `x-binding` with the
 * bearer that `open` gave it.
 *
 * Refusals are HTTP 4xx or 5xx with a `Refusal`.
 */

export type { ActionPrompt, ColorSpan, Language, ShownMark };

/** Whose verification this is, seen from the asking browser and tab. */
export type Holder = 'nobody' | 'this-tab' | 'other-tab' | 'other-browser' | 'handed-over';

/**
 * What a recording must answer, as far as the page may know it by now. 0 is when the recorder started. Until the first
 * colour begins and after the last one the screen around the oval is black, so that the first, the marker, is a jump.
 * At level 5 a prompt is released 400 ms before its time by the server's clock, which runs since the attempt began: each
 * release is an event of its own too, so that nobody needs to ask for it.
 */
export type ShownChallenge = Omit<Challenge, 'shown'>;

/** All prompts that are released so far, those from the beginning too. */
export type Prompts = Pick<ShownChallenge, 'actions' | 'colors' | 'markerMs'>;

export type AttemptView = {
  readonly seq: string;
  readonly stage: 'recording' | 'uploading' | 'judging' | 'judged';
  /** How long to record, in ms, decided by the server: a little longer than the challenge, where there is one. */
  readonly recordMs: number;
  /** Null where the recording is judged silent: at level 1, or where the attempt was put there. Other tabs see none. */
  readonly challenge: ShownChallenge | null;
  /** Whether every piece that the recorder makes (one in 500 ms) must be announced at once. */
  readonly asksForChunks: boolean;
  /** Until the liveness clock runs out; relative, since a browser's clock may be wrong. Null once recorded. */
  readonly timeoutInMs: number | null;
  readonly receivedBytes: number;
  /** Null until the recording notice fixed it. */
  readonly totalBytes: number | null;
  /** SHA-256 (hex) that the recording notice fixed, so that a reloaded page knows its stored recording again. */
  readonly sha256: string | null;
  /** The attempt's ErrorCode, once judged. */
  readonly code: number | null;
};

export type { CardStop };

/** What was read, for the customer to look at; only in the stage `to-confirm` and only in the tab that holds it. */
export type ShownCard = {
  readonly typeName: CardTypeName;
  /** Our names of this type's fields, in the card's order; fields that the card has not are left out. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /**
   * The cut-out card, or the photo as it was sent (IdCardCutReturn). Relative to the origin, with a query: the page adds
   * `&token=` and `&tab=`, since an image cannot set headers.
   */
  readonly pictureUrl: string;
  /**
   * The card's corners in that picture, in its pixels once it is turned as its EXIF says: the page shows what lies between
   * them. Null where the picture is the cut-out card.
   */
  readonly corners: readonly { readonly x: number; readonly y: number }[] | null;
};

/**
 * `none`: the front is wanted. `front-stored`: the back too. `stored`: all that is wanted is here, ask for the reading.
 * `reading`: being read, also after a reload. `stopped`: see `stoppedFor`; go on with `retake` (or a new front).
 * `to-confirm`: see `shown`; go on with `confirm` or `retake`. `confirmed`: mode 1 goes on to liveness, mode 4 has ended.
 */
export type CardStage =
  | 'none'
  | 'front-stored'
  | 'stored'
  | 'reading'
  | 'stopped'
  | 'to-confirm'
  | 'confirmed';

export type CardView = {
  /** The type that the merchant asked for; null: whichever the customer has. */
  readonly type: CardTypeName | null;
  /**
   * Whether the back is wanted too: of the type asked for, or, where none was asked for, of the type that the front
   * turned out to be; then the stage goes from `reading` back to `front-stored`.
   */
  readonly hasBack: boolean;
  readonly stage: CardStage;
  /** In the stage `stopped`. */
  readonly stoppedFor: CardStop | null;
  /** How many cards were stopped so far. */
  readonly stops: number;
  /** After three stops the page offers the way out. */
  readonly mayLeave: boolean;
  /** How many more photos are taken. */
  readonly photosLeft: number;
  readonly shown: ShownCard | null;
};

export type EndView = {
  readonly how: 'passed' | 'failed' | 'retries-used-up' | 'expired' | 'abandoned';
  /** The verification's ErrorCode. */
  readonly code: number;
  /** Where the browser goes next, `token` already added. Null for a browser that does not hold the verification. */
  readonly redirectUrl: string | null;
};

/** The rule's picture. */
export type ShownLogo = {
  /** Relative to the origin; what is there never changes. */
  readonly url: string;
  /** What it says to whom does not see it. */
  readonly alt: string;
  /** Of the picture, in pixels. */
  readonly width: number;
  readonly height: number;
};

/** What a page that is shown in a merchant's frame must know. */
export type FrameView = {
  /** Who may hear of what happens. */
  readonly origins: readonly string[];
  /** Whether the frame itself goes to `redirectUrl` at the end; else only the merchant's page is told. */
  readonly redirects: boolean;
};

/** A rule's own agreement: plain text, paragraphs with an empty line between. */
export type Agreement = {
  /** Of the text: English where there is none in the language that was asked for. */
  readonly language: Language;
  readonly version: string;
  readonly text: string;
};

export type PageView = {
  readonly holder: Holder;
  readonly language: Language;
  /** `#rrggbb` */
  readonly themeColor: string;
  readonly checkMode: 1 | 2 | 3 | 4;
  /** What the merchant asked for; an attempt may be put lower where `mayBeLower` says so. */
  readonly securityLevel: 1 | 2 | 3 | 4 | 5;
  /**
   * Whether an attempt may be judged at a lower level: silent where the device can only hand over a file
   * (`source: 'file'`), by actions alone at levels 3 and 4 where the customer wants no flashing (`wants: 'actions'`).
   * Where it may not, such an attempt is refused (`level-not-possible`).
   */
  readonly mayBeLower: boolean;
  readonly skipStartPage: boolean;
  readonly skipAgreement: boolean;
  readonly skipResultOnSuccess: boolean;
  readonly consented: boolean;
  /** Whether the customer agrees to the rule's own text (`GET /agreement`) and not to the page's. */
  readonly hasRuleAgreement: boolean;
  /** Null where no rule brings one. */
  readonly logo: ShownLogo | null;
  /** Null where nobody may show the page in a frame. */
  readonly frame: FrameView | null;
  readonly windowEndsInMs: number;
  /** For how long after issue all of it is kept, in seconds: what the customer is told before the camera opens. */
  readonly keptSeconds: number;
  readonly attemptsLeft: number;
  /** The last attempt, null before the first and for browsers that do not hold the verification. */
  readonly attempt: AttemptView | null;
  /** Null in modes without a card (2, 3) and for browsers that do not hold the verification. */
  readonly card: CardView | null;
  /** Null while the verification is running. */
  readonly end: EndView | null;
  readonly limits: {
    readonly maxVideoBytes: number;
    readonly pieceBytes: number;
    /** Of one photo of a card. */
    readonly maxPhotoBytes: number;
  };
};

export type OpenRequest = {
  readonly handover?: string;
  /** The page is in a frame: its cookie must come from another site's page, and may be blocked all the same. */
  readonly framed?: boolean;
};
/** `bearer`: for the header `x-binding`, in frames alone; to be held in memory. */
export type OpenAnswer = PageView & { readonly bearer?: string };
/** Version and language of the text that was shown: the rule's, or the page's own. */
export type ConsentRequest = { readonly agreementVersion: string; readonly language: Language };
export type AttemptRequest = {
  /** `stream`: recorded from the camera by the page. `file`: the device can only hand over a finished film. */
  readonly source: 'stream' | 'file';
  /** The customer chose a check without flashing; without meaning at levels that do not flash. */
  readonly wants?: 'actions';
  /** What the recorder will produce, as the browser names it; kept as a signal, never believed. */
  readonly mimeType: string;
  readonly cameraLabel?: string;
  readonly frameWidth?: number;
  readonly frameHeight?: number;
};
/**
 * One piece that the recorder made, announced as it appears. Several may be on their way at once; saying the same again
 * is harmless. Empty ones are not announced.
 */
export type ChunkNotice = {
  /** From 0, without gaps. */
  readonly index: number;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
};
export type RecordingNotice = {
  readonly bytes: number;
  readonly sha256: string;
  /** When the page showed what, in ms since the recorder started; at most 64. */
  readonly shown?: readonly ShownMark[];
};
/** Why the page stopped a recording: the face left the picture, or another came into it. */
export type GiveUpReason = 'face-lost' | 'second-face';
export type UploadState = { readonly receivedBytes: number; readonly complete: boolean };
export type HandoverLink = { readonly url: string; readonly expiresInMs: number };

export type RefusalReason =
  | 'unknown-token'
  | 'ended'
  | 'not-yours'
  | 'other-tab'
  | 'handover-spent'
  | 'no-consent'
  | 'no-attempts-left'
  /** The device cannot do the level that the merchant wants, and a lower one is not allowed. */
  | 'level-not-possible'
  /** So many recordings were broken off that no further challenge is given in this verification. */
  | 'given-up-too-often'
  | 'wrong-stage'
  | 'wrong-offset'
  | 'wrong-content'
  | 'too-large'
  /** The bytes are no JPEG, PNG or WebP. */
  | 'not-a-photo'
  /** HEIC or HEIF, which phones' albums hold: the customer must choose or make a JPEG. */
  | 'heic-photo'
  | 'no-photos-left'
  | 'busy'
  | 'too-many-requests'
  | 'bad-request'
  | 'internal';
export type Refusal = { readonly refusal: RefusalReason; readonly retryAfterSeconds?: number };
