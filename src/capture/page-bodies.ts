import Type from 'typebox';
import { languages } from '../token/languages.ts';
import { chunksMost } from './challenge/chunks.ts';

const sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const bytes = Type.Integer({ minimum: 1, maximum: 1_000_000_000 });

/** What the page shows in a recording is an action or a colour; there are never so many. */
const shownMost = 64;

/** What page calls must look like, checked before anything is done with them. */
export const pageBodies = {
  open: Type.Object({
    handover: Type.Optional(Type.String({ maxLength: 100 })),
    framed: Type.Optional(Type.Boolean()),
  }),
  agreement: Type.Object({ language: Type.Enum([...languages]) }),
  consent: Type.Object({
    agreementVersion: Type.String({ minLength: 1, maxLength: 50 }),
    language: Type.Enum([...languages]),
  }),
  attempt: Type.Object({
    source: Type.Enum(['stream', 'file']),
    wants: Type.Optional(Type.Enum(['actions'])),
    mimeType: Type.String({ maxLength: 100 }),
    cameraLabel: Type.Optional(Type.String({ maxLength: 200 })),
    frameWidth: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
    frameHeight: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
  }),
  recording: Type.Object({
    bytes,
    sha256,
    shown: Type.Optional(
      Type.Array(
        Type.Object({
          what: Type.String({ maxLength: 20 }),
          atMs: Type.Number({ minimum: -60_000, maximum: 60_000 }),
        }),
        { maxItems: shownMost },
      ),
    ),
  }),
  chunk: Type.Object({ index: Type.Integer({ minimum: 0, maximum: chunksMost - 1 }), bytes, sha256 }),
  giveUp: Type.Object({ why: Type.Optional(Type.Enum(['face-lost', 'second-face'])) }),
};
