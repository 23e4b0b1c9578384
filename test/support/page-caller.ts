import { createHash, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { agreementVersion } from '../../page/verify/agreement-version.ts';
import type { PageView, Refusal, UploadState } from '../../src/capture/page-shapes.ts';

type Answer = {
  readonly status: number;
  readonly body: PageView & Refusal & Partial<UploadState>;
  readonly bytes: Buffer;
  readonly headers: Record<string, unknown>;
};
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'HEAD' | 'DELETE';

/** One browser with its cookies, calling the page's API as the page does. */
export class PageCaller {
  readonly #app: FastifyInstance;
  readonly #token: string;
  readonly #cookies = new Map<string, string>();
  readonly #address: string;
  tabId: string = randomUUID();

  constructor(app: FastifyInstance, token: string, address = '10.0.0.1') {
    this.#app = app;
    this.#token = token;
    this.#address = address;
  }

  async call(
    method: Method,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const isRaw = Buffer.isBuffer(body);
    const response = await this.#app.inject({
      method,
      url: `/verify/api${path}`,
      remoteAddress: this.#address,
      headers: {
        'x-biz-token': this.#token,
        'x-tab-id': this.tabId,
        ...(isRaw && { 'content-type': 'application/octet-stream' }),
        ...headers,
      },
      cookies: Object.fromEntries(this.#cookies),
      ...(body !== undefined && { payload: body as Buffer }),
    });
    for (const cookie of response.cookies) this.#cookies.set(cookie.name, cookie.value);
    const { statusCode: status, rawPayload, body: text } = response;
    const isJson = /json/.test(String(response.headers['content-type']));
    return {
      status,
      body: isJson && text ? JSON.parse(text) : null,
      bytes: rawPayload,
      headers: response.headers,
    };
  }

  view = () => this.call('GET', '/view');
  open = (handover?: string) => this.call('POST', '/open', handover === undefined ? {} : { handover });
  consent = (said: object = {}) =>
    this.call('POST', '/consent', { agreementVersion, language: 'en', ...said });

  photo = (side: 'front' | 'back', bytes: Buffer) => this.call('PUT', `/card/${side}`, bytes);
  readCard = () => this.call('POST', '/card/read');
  confirmCard = () => this.call('POST', '/card/confirm');
  retakeCard = () => this.call('POST', '/card/retake');

  camera = (more: object = {}) => ({ source: 'stream', mimeType: 'video/mp4', ...more });

  async begin(more: object = {}): Promise<string> {
    const { body } = await this.call('POST', '/attempts', this.camera(more));
    if (!body.attempt) throw new Error(`no attempt: ${JSON.stringify(body)}`);
    return body.attempt.seq;
  }

  notice = (seq: string, bytes: Buffer) =>
    this.call('PUT', `/attempts/${seq}/recording`, {
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  piece = (seq: string, offset: number, bytes: Buffer) =>
    this.call('PATCH', `/attempts/${seq}/video`, bytes, { 'upload-offset': String(offset) });
}
