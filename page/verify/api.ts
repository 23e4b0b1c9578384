import type {
  Agreement,
  AttemptRequest,
  ChunkNotice,
  ConsentRequest,
  GiveUpReason,
  HandoverLink,
  Language,
  OpenAnswer,
  OpenRequest,
  PageView,
  Prompts,
  RecordingNotice,
  Refusal,
  RefusalReason,
  UploadState,
} from '../../src/capture/page-shapes.ts';

/**
 * Why a call brought nothing: the server's reason, `offline` where no answer came, or `cookies-blocked` where it was
 * not made, since a browser that cannot keep its cookie would bind the verification and lose it at once.
 */
export type Failure = {
  readonly reason: RefusalReason | 'offline' | 'cookies-blocked';
  readonly retryAfterSeconds: number | null;
};
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

/** The page's calls; `src/capture/page-shapes.ts` says what each does. */
export type Api = {
  /** What each call says of itself: which verification, which tab, and in a frame which browser. */
  headers(): Readonly<Record<string, string>>;
  /** What a page in a frame is known by; null elsewhere, where a cookie does it. Held here and nowhere else. */
  bearer(): string | null;
  view(): Promise<Answer<PageView>>;
  /** The rule's agreement. */
  agreement(language: Language): Promise<Answer<Agreement>>;
  open(request: OpenRequest): Promise<Answer<PageView>>;
  consent(request: ConsentRequest): Promise<Answer<PageView>>;
  beginAttempt(request: AttemptRequest): Promise<Answer<PageView>>;
  giveUpAttempt(seq: string, why?: GiveUpReason): Promise<Answer<PageView>>;
  announceChunk(seq: string, notice: ChunkNotice): Promise<Answer<Prompts>>;
  prompts(seq: string): Promise<Answer<Prompts>>;
  announceRecording(seq: string, notice: RecordingNotice): Promise<Answer<PageView>>;
  sendPiece(
    seq: string,
    offset: number,
    piece: Uint8Array<ArrayBuffer>,
    signal: AbortSignal,
  ): Promise<Answer<UploadState>>;
  /** How many bytes the server has. */
  reachedOffset(seq: string): Promise<Answer<number>>;
  exit(): Promise<Answer<PageView>>;
  handover(): Promise<Answer<HandoverLink>>;
};

/** A call without bytes that takes longer has lost its line; a piece may take as long as a slow line needs. */
const callTimeoutMs = 15_000;
const pieceTimeoutMs = 60_000;

type Call = {
  readonly body?: unknown;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
};

export const offline: Failure = { reason: 'offline', retryAfterSeconds: null };

/** Reads a refusal. */
export async function failureOf(response: Pick<Response, 'status' | 'json'>): Promise<Failure> {
  const refusal: Partial<Refusal> | null = await response.json().catch(() => null);
  // HEAD has no body, and a proxy in between answers in its own words: then the status must do.
  const byStatus: Readonly<Record<number, RefusalReason>> = {
    404: 'unknown-token',
    403: 'not-yours',
    409: 'wrong-stage',
    410: 'ended',
    413: 'too-large',
    429: 'too-many-requests',
  };
  const reason = refusal?.refusal ?? byStatus[response.status] ?? 'internal';
  return { reason, retryAfterSeconds: refusal?.retryAfterSeconds ?? null };
}

/** A signal that stops a call when its time is over or the caller stops it. */
function limitTime(limitMs: number, outer: AbortSignal | undefined) {
  const inner = new AbortController();
  const stop = () => inner.abort();
  const timer = setTimeout(stop, limitMs);
  if (outer?.aborted) stop();
  outer?.addEventListener('abort', stop);
  const release = () => {
    clearTimeout(timer);
    outer?.removeEventListener('abort', stop);
  };
  return { signal: inner.signal, release };
}

/** Speaks to the server for one token and one tab. */
export function createApi(token: string, tabId: string): Api {
  let bearer: string | null = null;
  const own = () => ({
    'x-biz-token': token,
    'x-tab-id': tabId,
    ...(bearer !== null && { 'x-binding': bearer }),
  });

  async function call<Value>(
    method: string,
    path: string,
    { body, bytes, headers, signal: outer }: Call,
    read: (response: Response) => Value | Promise<Value>,
  ): Promise<Answer<Value>> {
    const { signal, release } = limitTime(bytes ? pieceTimeoutMs : callTimeoutMs, outer);
    const contentType: Record<string, string> = bytes
      ? { 'content-type': 'application/octet-stream' }
      : body === undefined
        ? {}
        : { 'content-type': 'application/json' };
    try {
      const response = await fetch(`/verify/api${path}`, {
        method,
        headers: { ...own(), ...contentType, ...headers },
        body: bytes ?? (body === undefined ? null : JSON.stringify(body)),
        credentials: 'same-origin',
        signal,
      });
      if (!response.ok) return { ok: false, failure: await failureOf(response) };
      return { ok: true, value: await read(response) };
    } catch {
      return { ok: false, failure: offline };
    } finally {
      release();
    }
  }

  const json = <Value>(method: string, path: string, body?: unknown) =>
    call(method, path, { body }, (response) => response.json() as Promise<Value>);
  const attempt = (seq: string) => `/attempts/${encodeURIComponent(seq)}`;

  return {
    headers: own,
    bearer: () => bearer,
    view: () => json<PageView>('GET', '/view'),
    agreement: (language) => json<Agreement>('GET', `/agreement?language=${language}`),
    async open(request) {
      const answer = await json<OpenAnswer>('POST', '/open', request);
      if (answer.ok && answer.value.bearer !== undefined) bearer = answer.value.bearer;
      return answer;
    },
    consent: (request) => json<PageView>('POST', '/consent', request),
    beginAttempt: (request) => json<PageView>('POST', '/attempts', request),
    giveUpAttempt: (seq, why) => json<PageView>('DELETE', attempt(seq) + (why ? `?why=${why}` : '')),
    announceChunk: (seq, notice) => json<Prompts>('POST', `${attempt(seq)}/chunks`, notice),
    prompts: (seq) => json<Prompts>('GET', `${attempt(seq)}/prompts`),
    announceRecording: (seq, notice) => json<PageView>('PUT', `${attempt(seq)}/recording`, notice),
    sendPiece: (seq, offset, bytes, signal) =>
      call(
        'PATCH',
        `${attempt(seq)}/video`,
        { bytes, signal, headers: { 'upload-offset': String(offset) } },
        (response) => response.json() as Promise<UploadState>,
      ),
    reachedOffset: (seq) =>
      call('HEAD', `${attempt(seq)}/video`, {}, (response) => Number(response.headers.get('upload-offset'))),
    exit: () => json<PageView>('POST', '/exit'),
    handover: () => json<HandoverLink>('POST', '/handover'),
  };
}
