/**
 * In order of preference: H.264 in MP4 is decoded fastest on the server and is all that Safari makes; VP8 is what
 * every other browser has.
 */
const mimeTypes = [
  'video/mp4;codecs=avc1.42E01E',
  'video/mp4',
  'video/webm;codecs=vp8',
  'video/webm',
] as const;

/** What this browser will record, null where it can record no video that the server reads. */
export function recordableMimeType(): string | null {
  if (typeof MediaRecorder === 'undefined') return null;
  return mimeTypes.find((mimeType) => MediaRecorder.isTypeSupported(mimeType)) ?? null;
}
