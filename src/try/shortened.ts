import type { AnswerFields, AnswerValue } from '../wire/answer.ts';

/** How much of a medium is shown: enough to see that it is there and what it begins with. */
const shownBytes = 48;

async function beginning(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  let first: Uint8Array | null = null;
  let total = 0;
  for await (const chunk of bytes) {
    first ??= chunk;
    total += chunk.length;
  }
  const shown = Buffer.from(first ?? []).toString('base64', 0, shownBytes);
  return `${shown}… (${Math.ceil(total / 1024)} KB before Base64, shortened on this page)`;
}

/** The answer as it is, but with media cut short, for people to read. */
export async function shortened(fields: AnswerFields): Promise<AnswerFields> {
  const short: Record<string, AnswerValue> = {};
  for (const [name, value] of Object.entries(fields)) {
    const media = value as { readonly base64Of?: () => AsyncIterable<Uint8Array> } | null;
    short[name] = typeof media?.base64Of === 'function' ? await beginning(media.base64Of()) : value;
  }
  return short;
}
