import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PageView } from '../src/capture/page-shapes.ts';
import { callSigned } from './call-signed.ts';
import type { ServerProcess } from './server-process.ts';

export type Timed = { readonly token: string; readonly verdictMs: number; readonly code: number };

/** One customer from Apply to the verdict, as the page does it; timed from the end of the upload. */
export async function verifyOnce(server: ServerProcess, video: Buffer, photo: Buffer): Promise<Timed> {
  const applied = await callSigned(server, 'ApplyWebVerificationBizTokenIntl', {
    RedirectURL: 'https://shop.example/back',
    CompareImageBase64: photo.toString('base64'),
    Config: { SecurityLevel: 1, SkipPrivacyPolicy: true },
  });
  const token = String(applied.BizToken);
  const headers: Record<string, string> = { 'x-biz-token': token, 'x-tab-id': randomUUID() };
  const call = async (method: string, path: string, body?: string | Buffer, more = {}): Promise<Response> => {
    const type = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
    const response = await fetch(`${server.origin}/verify/api${path}`, {
      method,
      headers: { ...headers, ...type, ...more },
      ...(body !== undefined && { body: body as string }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const opened = await call('POST', '/open', '{}');
  headers.cookie = String(opened.headers.get('set-cookie')).split(';')[0] ?? '';
  const begun = (await (await call('POST', '/attempts', '{"mimeType":"video/mp4"}')).json()) as PageView;
  const seq = begun.attempt?.seq;
  const sha256 = createHash('sha256').update(video).digest('hex');
  await call('PUT', `/attempts/${seq}/recording`, JSON.stringify({ bytes: video.length, sha256 }));
  for (let offset = 0; offset < video.length; offset += 131_072) {
    const piece = video.subarray(offset, offset + 131_072);
    const raw = { 'content-type': 'application/octet-stream', 'upload-offset': String(offset) };
    await call('PATCH', `/attempts/${seq}/video`, piece, raw);
  }
  const uploadedAt = performance.now();
  for (;;) {
    const view = (await (await call('GET', '/view')).json()) as PageView;
    const code = view.attempt?.code ?? null;
    if (code !== null) return { token, verdictMs: performance.now() - uploadedAt, code };
    await sleep(10);
  }
}
