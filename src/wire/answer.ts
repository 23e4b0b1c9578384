import { Readable } from 'node:stream';

/** Bytes that are written as one Base64 text, without ever being whole in memory. */
export type Base64Media = { readonly base64Of: () => AsyncIterable<Uint8Array> };

/** A value of an answer: JSON, with media anywhere in it. */
export type AnswerValue =
  | null
  | boolean
  | number
  | string
  | Base64Media
  | readonly AnswerValue[]
  | { readonly [name: string]: AnswerValue };

/** The output fields of an action. */
export type AnswerFields = { readonly [name: string]: AnswerValue };

function isMedia(value: object): value is Base64Media {
  return typeof (value as Partial<Base64Media>).base64Of === 'function';
}

function holdsMedia(value: AnswerValue): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return isMedia(value) || Object.values(value).some((member) => holdsMedia(member as AnswerValue));
}

/** Base64 in multiples of 3 bytes, so that the pieces join to one text without padding in between. */
async function* base64(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const all = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    const whole = all.length - (all.length % 3);
    yield all.toString('base64', 0, whole);
    rest = all.subarray(whole);
  }
  yield rest.toString('base64');
}

async function* write(value: AnswerValue): AsyncGenerator<string> {
  if (!holdsMedia(value)) yield JSON.stringify(value);
  else if (isMedia(value as object)) {
    yield '"';
    yield* base64((value as Base64Media).base64Of());
    yield '"';
  } else if (Array.isArray(value)) {
    for (const [index, member] of value.entries()) {
      yield index === 0 ? '[' : ',';
      yield* write(member);
    }
    yield ']';
  } else {
    for (const [index, [name, member]] of Object.entries(value as AnswerFields).entries()) {
      yield `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`;
      yield* write(member);
    }
    yield '}';
  }
}

/** An answer as JSON: a text where it is small, a stream where media are in it. */
export function serialise(answer: AnswerFields): string | Readable {
  return holdsMedia(answer) ? Readable.from(write(answer), { objectMode: false }) : JSON.stringify(answer);
}
