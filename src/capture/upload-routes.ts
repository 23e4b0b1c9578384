import type { FastifyInstance } from 'fastify';
import { fixRecording, giveUpAttempt, runningBySeq } from './attempts.ts';
import { announceChunk } from './challenge/chunks.ts';
import { promptsOf } from './challenge/released.ts';
import { pageBodies } from './page-bodies.ts';
import type { PageDesk, PageParts } from './page-desk.ts';
import { requireHolder } from './page-gate.ts';
import type { ChunkNotice, GiveUpReason, Prompts, RecordingNotice } from './page-shapes.ts';
import { Refused } from './refused.ts';
import { maxPieceBytes, submitRecording, takePiece } from './upload.ts';

type OneAttempt = { Params: { seq: string } };

function offsetOf(header: string | string[] | undefined): number {
  if (typeof header !== 'string' || !/^\d{1,12}$/.test(header)) throw new Refused('bad-request');
  return Number(header);
}

/** The calls that bring a recording to the server, piece by piece. */
export function registerUploadRoutes(app: FastifyInstance, desk: PageDesk, parts: PageParts): void {
  const { store, now, judging } = parts;

  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: maxPieceBytes },
    (_request, body, done) => done(null, body),
  );

  app.put<OneAttempt & { Body: RecordingNotice }>(
    '/attempts/:seq/recording',
    { schema: { body: pageBodies.recording } },
    (request) =>
      desk.inTurn(request, async (caller) => {
        requireHolder(caller);
        const attempt = runningBySeq(caller.standing, request.params.seq);
        await fixRecording(store, attempt, request.body, parts.maxVideoBytes);
        return await desk.view(caller);
      }),
  );

  app.post<OneAttempt & { Body: ChunkNotice }>(
    '/attempts/:seq/chunks',
    { schema: { body: pageBodies.chunk } },
    (request): Promise<Prompts> =>
      desk.inTurn(request, async (caller) => {
        requireHolder(caller);
        const attempt = runningBySeq(caller.standing, request.params.seq);
        await announceChunk(store, attempt, request.body, parts.maxVideoBytes, now());
        return promptsOf(attempt, now());
      }),
  );

  app.get<OneAttempt>('/attempts/:seq/prompts', async (request): Promise<Prompts> => {
    const caller = await desk.identified(request);
    requireHolder(caller);
    return promptsOf(runningBySeq(caller.standing, request.params.seq), now());
  });

  app.patch<OneAttempt & { Body: Buffer }>(
    '/attempts/:seq/video',
    { bodyLimit: maxPieceBytes },
    async (request, reply) => {
      const offset = offsetOf(request.headers['upload-offset']);
      if (!Buffer.isBuffer(request.body)) throw new Refused('bad-request');
      const state = await desk.inTurn(request, async (caller) => {
        requireHolder(caller);
        const attempt = runningBySeq(caller.standing, request.params.seq);
        return await takePiece(store, attempt, offset, request.body, now());
      });
      if (state.complete) judging.nudge();
      return reply.header('upload-offset', state.receivedBytes).send(state);
    },
  );

  app.head<OneAttempt>('/attempts/:seq/video', async (request, reply) => {
    const reached = await desk.inTurn(request, async (caller) => {
      requireHolder(caller);
      const attempt = runningBySeq(caller.standing, request.params.seq);
      // All bytes came but the submission failed: asking where to resume makes it up.
      if (attempt.stage === 'uploading' && attempt.receivedBytes === attempt.totalBytes) {
        await submitRecording(store, attempt, now());
        judging.nudge();
      }
      return attempt.receivedBytes;
    });
    return reply.header('upload-offset', reached).send();
  });

  app.delete<OneAttempt & { Querystring: { why?: GiveUpReason } }>(
    '/attempts/:seq',
    { schema: { querystring: pageBodies.giveUp } },
    (request) =>
      desk.inTurn(request, async (caller) => {
        requireHolder(caller);
        const attempt = runningBySeq(caller.standing, request.params.seq);
        await giveUpAttempt(store, caller.standing, attempt, request.query.why ?? null);
        return await desk.view(caller);
      }),
  );
}
