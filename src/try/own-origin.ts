import type { FastifyRequest } from 'fastify';

/**
 * The origin under which the browser itself sees this page, so that it comes back to where its cookie is: a machine
 * has many names (localhost, 127.0.0.1, its address). Null unless `Origin` and `Host` agree, as they do for a page
 * of ours and for no other.
 */
export function ownOrigin(request: FastifyRequest): string | null {
  const origin = URL.parse(request.headers.origin ?? '');
  return origin && origin.host === request.headers.host ? origin.origin : null;
}
