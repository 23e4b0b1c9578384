import Type from 'typebox';
import { languages } from '../token/languages.ts';

/** What page calls must look like, checked before anything is done with them. */
export const pageBodies = {
  open: Type.Object({ handover: Type.Optional(Type.String({ maxLength: 100 })) }),
  consent: Type.Object({
    agreementVersion: Type.String({ minLength: 1, maxLength: 50 }),
    language: Type.Enum([...languages]),
  }),
  attempt: Type.Object({
    mimeType: Type.String({ maxLength: 100 }),
    cameraLabel: Type.Optional(Type.String({ maxLength: 200 })),
    frameWidth: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
    frameHeight: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
  }),
  recording: Type.Object({
    bytes: Type.Integer({ minimum: 1 }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  }),
};
