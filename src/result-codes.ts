/**
 * The result codes of the mobile HTML5 flow that we answer, by what they mean (wire specification §4.1; contracts
 * §2 and §3 say which is used when). `ErrorCode`, `LivenessErrorCode` and `CompareErrorCode` on the wire.
 */
export const resultCodes = {
  success: 0,
  alreadyFinished: 14,
  tokenExpired: 15,
  retriesUsedUp: 16,
  engineFailed: 1001,
  spoofed: 1002,
  notReal: 1003,
  noFace: 1004,
  livenessFailed: 1005,
  tooDark: 1201,
  tooBright: 1202,
  lidsUnseen: 1207,
  actionUnseen: 1208,
  mouthUnseen: 1209,
  tooShort: 1303,
  lightFailed: 1401,
  timedOut: 1409,
  userExited: 1410,
  photoUnreadable: 2004,
  photoWithoutFace: 2013,
  similarityTooLow: 2016,
} as const;

export type ResultCode = (typeof resultCodes)[keyof typeof resultCodes];

/** The vendor's text for each code (wire specification §4.1 and §4.4). */
const messages: Readonly<Record<ResultCode, string>> = {
  0: 'Success',
  14: 'Verification has been completed',
  15: 'Token expired',
  16: 'Retry limit has been reached',
  1001: 'Failed to call the liveness engine',
  1002: 'Suspected spoofed recording.',
  1003: 'Real person detection failed',
  1004: 'Face detection failed',
  1005: 'Liveness detection failed',
  1201: 'The lighting is too dim',
  1202: 'The lighting is too strong',
  1207: 'No motions of eye closing are detected.',
  1208: 'No movement is detected.',
  1209: 'No motions of mouth opening are detected.',
  1303: 'The video is too short. Please capture a video longer than 2 seconds.',
  1401: 'Reflection check failed',
  1409: 'Verification process timed out',
  1410: 'User exited voluntarily',
  2004: 'The image passed in is too large or too small.',
  2013: 'Failed to detect a full face.',
  2016: 'The similarity did not reach the passing standard.',
};

/** The text that goes with a code on the wire. Throws on a code that we never answer. */
export function resultMessage(code: number): string {
  const message = messages[code as ResultCode];
  if (message === undefined) throw new Error(`no text for result code ${code}`);
  return message;
}
