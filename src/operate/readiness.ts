import type { FastifyInstance } from 'fastify';

/** What must be in place before the server says that it is ready, and what is still missing. */
export type Readiness = {
  done(part: string): void;
  failed(part: string, reason: string): void;
  missing(): readonly string[];
};

export function createReadiness(parts: readonly string[]): Readiness {
  const reasons = new Map(parts.map((part) => [part, `${part}: not yet`]));
  return {
    done: (part) => void reasons.delete(part),
    failed: (part, reason) => void reasons.set(part, `${part}: ${reason}`),
    missing: () => [...reasons.values()],
  };
}

/** `/healthz`: the process lives. `/readyz`: it can do its work, else 503 and why not. */
export function registerHealth(app: FastifyInstance, readiness: Readiness, probe: () => Promise<void>): void {
  app.get('/healthz', async () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    const stored = await probe().then(
      () => [],
      (error: Error) => [`store: ${error.message}`],
    );
    const reasons = [...readiness.missing(), ...stored];
    reply.code(reasons.length === 0 ? 200 : 503).header('cache-control', 'no-store');
    return { status: reasons.length === 0 ? 'ready' : 'not ready', reasons };
  });
}
