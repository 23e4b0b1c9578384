import type { AnswerFields, AnswerValue, Base64Media } from '../wire/answer.ts';

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

async function shortValue(value: AnswerValue): Promise<AnswerValue> {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return await Promise.all(value.map(shortValue));
  const { base64Of } = value as Partial<Base64Media>;
  return typeof base64Of === 'function'
    ? await beginning(base64Of())
    : await shortened(value as AnswerFields);
}

/** The answer as it is, but with media cut short wherever they are in it, for people to read. */
export async function shortened(fields: AnswerFields): Promise<AnswerFields> {
  const short: Record<string, AnswerValue> = {};
  for (const [name, value] of Object.entries(fields)) short[name] = await shortValue(value);
  return short;
}
