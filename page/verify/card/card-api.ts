import type { PageView } from '../../../src/capture/page-shapes.ts';
import { type Answer, type Api, failureOf, offline } from '../api.ts';
import type { CardSide } from './photo.ts';

/** The page's calls about cards; `src/capture/page-shapes.ts` says what each does. */
export type CardApi = {
  /** `onProgress` gets the bytes that have left this device. */
  send(
    side: CardSide,
    bytes: ArrayBuffer,
    signal: AbortSignal,
    onProgress: (sentBytes: number) => void,
  ): Promise<Answer<PageView>>;
  read(): Promise<Answer<PageView>>;
  retake(): Promise<Answer<PageView>>;
  confirm(): Promise<Answer<PageView>>;
  /** A picture's address as an image element can load it; null in a frame, where an image would be asked for by nobody. */
  pictureUrl(path: string): string | null;
  /** The picture itself; rejects where there is none. */
  picture(path: string): Promise<Blob>;
};

const callTimeoutMs = 15_000;
/** A photo has about 1 MB: even 150 kbit/s carry it in this time. */
const sendTimeoutMs = 60_000;

type Call = {
  readonly method: string;
  readonly path: string;
  readonly bytes?: ArrayBuffer;
  readonly signal?: AbortSignal;
  readonly onProgress?: (sentBytes: number) => void;
};

/** One call by XMLHttpRequest, which alone tells how far an upload is. */
function call(
  headers: Readonly<Record<string, string>>,
  { method, path, bytes, ...more }: Call,
): Promise<Answer<PageView>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    more.signal?.addEventListener('abort', abort);
    request.upload.onprogress = ({ loaded }) => more.onProgress?.(loaded);
    request.onloadend = async () => {
      more.signal?.removeEventListener('abort', abort);
      const { status } = request;
      if (status === 0) return resolve({ ok: false, failure: offline });
      const json = async () => JSON.parse(request.responseText);
      if (status >= 400) return resolve({ ok: false, failure: await failureOf({ status, json }) });
      const value: PageView | null = await json().catch(() => null);
      resolve(value ? { ok: true, value } : { ok: false, failure: offline });
    };
    request.open(method, `/verify/api/card/${path}`);
    request.timeout = bytes ? sendTimeoutMs : callTimeoutMs;
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    if (bytes) request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(bytes);
    if (more.signal?.aborted) abort();
  });
}

/** Speaks to the server about the card of one token, for one tab. `own`: the page's other calls, and who it is. */
export function createCardApi(own: Pick<Api, 'headers' | 'bearer'>, token: string, tabId: string): CardApi {
  const post = (path: string) => call(own.headers(), { method: 'POST', path });
  return {
    send: (side, bytes, signal, onProgress) =>
      call(own.headers(), { method: 'PUT', path: side, bytes, signal, onProgress }),
    read: () => post('read'),
    retake: () => post('retake'),
    confirm: () => post('confirm'),
    pictureUrl: (path) =>
      own.bearer() === null
        ? `${path}${path.includes('?') ? '&' : '?'}token=${encodeURIComponent(token)}&tab=${encodeURIComponent(tabId)}`
        : null,
    async picture(path) {
      const response = await fetch(path, { headers: own.headers() });
      if (!response.ok) throw new Error(`no picture: ${response.status}`);
      return await response.blob();
    },
  };
}
