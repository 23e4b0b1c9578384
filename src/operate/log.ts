import { type Logger, pino } from 'pino';

/** Where the program says what it does: ids and causes, never names, numbers, images, keys or tokens. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** One JSON object a line on stderr; stdout belongs to what a command answers. */
export function createLog(level = process.env.SELFSAME_LOG ?? 'info'): Logger {
  if (!levels.includes(level)) throw new Error(`SELFSAME_LOG must be one of ${levels.join(', ')}`);
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: {
        error: pino.stdSerializers.err,
        // A URL's query holds BizTokens, and in the API's GET form whole requests.
        req: (request: { method: string; url: string }) => ({
          method: request.method,
          path: request.url.split('?')[0],
        }),
        res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      },
    },
    pino.destination({ fd: 2, sync: false }),
  );
}
