import type { Pairs } from './v1.ts';

/** The boundary of a multipart content type; null when it names none (RFC 2046 §5.1.1). */
export function boundaryOf(contentType: string): string | null {
  const found = /;\s*boundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/i.exec(contentType);
  return found?.[1] ?? found?.[2] ?? null;
}

function partOf(bytes: Buffer): readonly [string, string] | null {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const head = bytes.subarray(0, headEnd).toString('utf8');
  const name = /content-disposition:[^\r\n]*;\s*name="([^"]*)"/i.exec(head)?.[1];
  if (name === undefined) return null;
  const isBinary = /content-type:\s*application\/octet-stream/i.test(head);
  return [name, bytes.subarray(headEnd + 4).toString(isBinary ? 'base64' : 'utf8')];
}

/**
 * Reads a whole form-data body, as SDKs send binary parameters: text parts are values, binary parts (those with a
 * content type of octet-stream) become Base64, which is how our actions declare them. Null when it is malformed.
 * The body is in memory already, for its signature, so nothing is streamed.
 */
export function parseMultipart(body: Buffer, boundary: string): Pairs | null {
  const delimiter = Buffer.from(`--${boundary}`);
  const pairs: (readonly [string, string])[] = [];
  let start = body.indexOf(delimiter);
  if (start !== 0) return null;
  for (;;) {
    start += delimiter.length;
    if (body.subarray(start, start + 2).toString() === '--') return pairs;
    if (body.subarray(start, start + 2).toString() !== '\r\n' || pairs.length > 1000) return null;
    const end = body.indexOf(Buffer.concat([Buffer.from('\r\n'), delimiter]), start);
    if (end < 0) return null;
    const part = partOf(body.subarray(start + 2, end));
    if (!part) return null;
    pairs.push(part);
    start = end + 2;
  }
}
