import { randomUUID } from 'node:crypto';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { constants, createDeflateRaw, createGzip, deflateRawSync, gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fail, failureMessage, type MessageLanguage, type Outcome } from '../errors.ts';
import { type AnswerFields, serialise } from './answer.ts';
import { answerCall, type CallParts } from './answer-call.ts';
import { languageOf, type WireRequest } from './call.ts';

/**
 * Bodies up to the API's 10 MB (wire specification §1.5), with room for a JSON that holds 8 MB of Base64 and for
 * forms, where `+` and `/` take three bytes. The vendor holds v1 to 1 MB; we do not.
 */
const bodyLimitBytes = 12 * 1024 * 1024;
const queryLimitBytes = 32 * 1024;

/** For `maxHeaderSize` of the HTTP server: a query as long as the API allows, and headers as long as Node's default. */
export const requestHeadLimitBytes = queryLimitBytes + 16 * 1024;

/** Below this a compressed answer is hardly smaller. */
const compressFromBytes = 1024;

type Encoding = 'gzip' | 'deflate' | null;

/** gzip or deflate, only when asked for, never anything else: other encodings break Go's SDK (§1.2.2). */
function encodingFor(header: string | undefined): Encoding {
  const asked = (header ?? '').split(',').map((part) => part.trim().toLowerCase());
  const takes = (name: string) =>
    asked.some((part) => part === name || (part.startsWith(`${name};`) && !/q=0(\.0*)?$/.test(part)));
  return takes('gzip') ? 'gzip' : takes('deflate') ? 'deflate' : null;
}

/** Media are compressed already, Base64 of them by a quarter: the quickest level gets all there is. */
const quick = { level: constants.Z_BEST_SPEED };

function compressor(encoding: 'gzip' | 'deflate'): Transform {
  // Go's SDK reads deflate as the raw stream, without zlib's frame (§1.2.2).
  return encoding === 'gzip' ? createGzip(quick) : createDeflateRaw(quick);
}

function send(reply: FastifyReply, content: string | Readable, encoding: Encoding): FastifyReply {
  reply.header('vary', 'accept-encoding');
  if (typeof content === 'string') {
    // As bytes, or Fastify would add a charset that the vendor does not send.
    if (encoding === null || content.length < compressFromBytes) return reply.send(Buffer.from(content));
    const bytes = encoding === 'gzip' ? gzipSync(content, quick) : deflateRawSync(content, quick);
    return reply.header('content-encoding', encoding).send(bytes);
  }
  if (encoding === null) return reply.send(content);
  // A medium that fails half-way destroys the connection: a cut-off answer must not look whole.
  const compressed = pipeline(content, compressor(encoding), () => undefined);
  return reply.header('content-encoding', encoding).send(compressed);
}

/** The vendor's envelope. `Error` is absent on success, since PHP's SDK asks only whether it is there (§1.6). */
function envelope(
  outcome: Outcome<AnswerFields>,
  language: MessageLanguage,
  requestId: string,
): AnswerFields {
  if (outcome.ok) return { Response: { ...outcome.value, RequestId: requestId } };
  const { failure } = outcome;
  return {
    Response: {
      Error: { Code: failure.code, Message: failureMessage(failure, language) },
      RequestId: requestId,
    },
  };
}

function wireRequest(request: FastifyRequest): WireRequest {
  const question = request.url.indexOf('?');
  return {
    method: request.method,
    rawQuery: question < 0 ? '' : request.url.slice(question + 1),
    headers: request.headers as WireRequest['headers'],
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  };
}

/** Every answer is HTTP 200: on any other status the SDKs throw the code away (§1.6). */
function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: Outcome<AnswerFields>,
  language: MessageLanguage,
): FastifyReply {
  const traceId = request.headers['x-tc-traceid'];
  if (typeof traceId === 'string' && /^[\w-]{1,64}$/.test(traceId)) reply.header('x-tc-traceid', traceId);
  reply.code(200).header('content-type', 'application/json').header('cache-control', 'no-store');
  const encoding = encodingFor(request.headers['accept-encoding'] as string | undefined);
  return send(reply, serialise(envelope(outcome, language, randomUUID())), encoding);
}

/** Mounts the vendor's API at `/`. Bodies stay raw bytes until their signature holds. */
export function registerWire(app: FastifyInstance, parts: CallParts): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: bodyLimitBytes }, (_request, body, done) =>
    done(null, body),
  );

  app.setErrorHandler((error: { code?: string; statusCode?: number }, request, reply) => {
    const language = languageOf(request.headers['x-tc-language']);
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
      return answer(request, reply, fail('RequestSizeLimitExceeded', '10 MB'), language);
    }
    // What Fastify itself refuses (a content length that lies, an empty content type) is the caller's doing.
    const isCallers = (error.statusCode ?? 500) < 500;
    if (!isCallers) parts.log.error({ error }, 'a call failed');
    const outcome = isCallers
      ? fail('InvalidParameter', 'The HTTP request is malformed.')
      : fail('InternalError');
    return answer(request, reply, outcome, language);
  });

  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/',
    bodyLimit: bodyLimitBytes,
    handler: async (request, reply) => {
      const asked = wireRequest(request);
      if (asked.rawQuery.length > queryLimitBytes) {
        const language = languageOf(asked.headers['x-tc-language']);
        return answer(request, reply, fail('RequestSizeLimitExceeded', '32 KB in a query'), language);
      }
      const { outcome, language } = await answerCall(parts, asked);
      return answer(request, reply, outcome, language);
    },
  });
}
