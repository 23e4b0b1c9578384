import type {
  About,
  Applied,
  CardPictureName,
  Got,
  GotCard,
  ResultEnvelope,
  StartEnvelope,
  StartRequest,
} from '../../src/try/try-shapes.ts';

export type { About, Applied, Got, GotCard, ResultEnvelope, StartEnvelope, StartRequest };

/** What went wrong, in words for the person who tries. */
export class CallFailed extends Error {}

async function call<Value>(path: string, init: RequestInit = {}): Promise<Value> {
  const response = await fetch(`/try/api/${path}`, { credentials: 'same-origin', ...init }).catch(() => null);
  if (!response) throw new CallFailed('The server does not answer. Is it still running?');
  const body: unknown = await response.json().catch(() => null);
  if (body === null) throw new CallFailed(`The server answered ${response.status} and no JSON.`);
  return body as Value;
}

export const about = () => call<About>('about');

export const start = (request: StartRequest) =>
  call<StartEnvelope>('start', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });

export const result = (token: string) =>
  call<ResultEnvelope>('result', { headers: { 'x-biz-token': token } });

/** One picture of the card; null where there is none to be had. */
export async function cardPicture(token: string, name: CardPictureName): Promise<Blob | null> {
  const init = { credentials: 'same-origin', headers: { 'x-biz-token': token } } as const;
  const response = await fetch(`/try/api/card/${name}`, init).catch(() => null);
  return response?.ok ? await response.blob() : null;
}
