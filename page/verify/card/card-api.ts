import type { PageView } from '../../../src/capture/page-shapes.ts';
import { type Answer, failureOf, offline } from '../api.ts';
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
  /** A picture's address as an image element can load it. */
  pictureUrl(path: string): string;
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
  token: string,
  tabId: string,
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
    request.setRequestHeader('x-biz-token', token);
    request.setRequestHeader('x-tab-id', tabId);
    if (bytes) request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(bytes);
    if (more.signal?.aborted) abort();
  });
}

/** Speaks to the server about the card of one token, for one tab. */
export function createCardApi(token: string, tabId: string): CardApi {
  const post = (path: string) => call(token, tabId, { method: 'POST', path });
  return {
    send: (side, bytes, signal, onProgress) =>
      call(token, tabId, { method: 'PUT', path: side, bytes, signal, onProgress }),
    read: () => post('read'),
    retake: () => post('retake'),
    confirm: () => post('confirm'),
    pictureUrl: (path) =>
      `${path}${path.includes('?') ? '&' : '?'}token=${encodeURIComponent(token)}&tab=${encodeURIComponent(tabId)}`,
  };
}
