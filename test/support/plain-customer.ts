import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { agreementVersion } from '../../page/verify/agreement-version.ts';
import type { PageView, Refusal } from '../../src/capture/page-shapes.ts';

export type PageAnswer = {
  readonly status: number;
  readonly body: (PageView & Refusal & { readonly complete?: boolean }) | null;
  readonly headers: Headers;
};

/** As large as the page's own pieces. */
const pieceBytes = 131_072;

/** One customer's browser without a screen: the page's calls over HTTP, to whichever server answers at the origin. */
export class PlainCustomer {
  readonly #origin: string;
  readonly #headers: Record<string, string>;

  constructor(origin: string, token: string) {
    this.#origin = origin;
    this.#headers = { 'x-biz-token': token, 'x-tab-id': randomUUID() };
  }

  /** What its browser sends with every call: the token, the tab and, once bound, the cookie. */
  get headers(): Readonly<Record<string, string>> {
    return this.#headers;
  }

  async call(
    method: string,
    path: string,
    body?: unknown,
    more: Readonly<Record<string, string>> = {},
  ): Promise<PageAnswer> {
    const isRaw = Buffer.isBuffer(body);
    const type =
      body === undefined ? {} : { 'content-type': isRaw ? 'application/octet-stream' : 'application/json' };
    const response = await fetch(`${this.#origin}/verify/api${path}`, {
      method,
      headers: { ...this.#headers, ...type, ...more },
      ...(body !== undefined && { body: isRaw ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (cookie) this.#headers.cookie = cookie;
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : null, headers: response.headers };
  }

  view = () => this.call('GET', '/view');

  async #must(method: string, path: string, body?: unknown): Promise<PageView> {
    const answer = await this.call(method, path, body);
    if (answer.status !== 200 || !answer.body) {
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    return answer.body;
  }

  /** Taps, agrees and comes to the camera. */
  async arrive(): Promise<void> {
    await this.#must('POST', '/open', {});
    await this.#must('POST', '/consent', { agreementVersion, language: 'en' });
  }

  /** Says what the recorder made, piece by piece, all at once: nobody who records from a camera is so quick. */
  async #announce(seq: string, video: Buffer): Promise<void> {
    const chunkBytes = Math.ceil(video.length / 4);
    for (let index = 0; index * chunkBytes < video.length; index++) {
      const chunk = video.subarray(index * chunkBytes, (index + 1) * chunkBytes);
      const sha256 = createHash('sha256').update(chunk).digest('hex');
      await this.#must('POST', `/attempts/${seq}/chunks`, { index, bytes: chunk.length, sha256 });
    }
  }

  /** Records: what there is to send is known afterwards. Returns the attempt's Seq. */
  async record(video: Buffer, cameraLabel = 'front'): Promise<string> {
    const claims = { source: 'stream', mimeType: 'video/mp4', cameraLabel };
    const { attempt } = await this.#must('POST', '/attempts', claims);
    if (attempt?.asksForChunks) await this.#announce(attempt.seq, video);
    const sha256 = createHash('sha256').update(video).digest('hex');
    await this.#must('PUT', `/attempts/${attempt?.seq}/recording`, { bytes: video.length, sha256 });
    return String(attempt?.seq);
  }

  piece = (seq: string, offset: number, bytes: Buffer) =>
    this.call('PATCH', `/attempts/${seq}/video`, bytes, { 'upload-offset': String(offset) });

  /** Where to resume, by the server's word. */
  async offset(seq: string): Promise<number> {
    const { headers } = await this.call('HEAD', `/attempts/${seq}/video`);
    return Number(headers.get('upload-offset'));
  }

  /** Sends what is missing from an offset on; returns the answer to the last piece. */
  async send(seq: string, video: Buffer, from = 0): Promise<PageAnswer> {
    let last: PageAnswer | null = null;
    for (let offset = from; offset < video.length; offset += pieceBytes) {
      last = await this.piece(seq, offset, video.subarray(offset, offset + pieceBytes));
      if (last.status !== 200) return last;
    }
    if (!last) throw new Error('nothing was left to send');
    return last;
  }

  /** Waits for the verdict on the last attempt; its code. */
  async verdict(patienceMs = 120_000): Promise<number> {
    const until = Date.now() + patienceMs;
    for (;;) {
      const code = (await this.view()).body?.attempt?.code ?? null;
      if (code !== null) return code;
      if (Date.now() > until) throw new Error('no verdict came');
      await sleep(50);
    }
  }
}
