import { fail, type Outcome, succeed } from '../errors.ts';

/** The API's limit for `CompareImageBase64`, after encoding (wire specification §2.1.1). */
const encodedLimitBytes = 8 * 1024 * 1024;

/** Bytes of a photo in Base64. A `data:` prefix and line breaks are what people paste: both are taken off. */
export function decodeReferencePhoto(base64: string): Outcome<Buffer> {
  if (base64.length > encodedLimitBytes) {
    return fail('InvalidParameterValue', '`CompareImageBase64` must not be larger than 8 MB after encoding.');
  }
  const plain = base64.replace(/^data:[a-z0-9.+/-]*(;[a-z0-9=-]+)*,/i, '').replace(/[\r\n\t ]/g, '');
  const isBase64 = plain.length > 0 && plain.length % 4 !== 1 && /^[A-Za-z0-9+/]+={0,2}$/.test(plain);
  if (!isBase64) return fail('InvalidParameterValue', '`CompareImageBase64` is not Base64.');
  return succeed(Buffer.from(plain, 'base64'));
}
