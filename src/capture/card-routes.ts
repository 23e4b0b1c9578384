import { buffer } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import type { Card } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { currentCard, isCardConfirmed } from '../token/cards-made.ts';
import { confirmCard, keepPhoto, retakeCard, type Side, submitCard } from './cards.ts';
import type { PageDesk, PageParts } from './page-desk.ts';
import { type Caller, requireHolder } from './page-gate.ts';
import { maxPhotoBytes } from './page-view.ts';
import { photoKind } from './photo-kind.ts';
import { Refused } from './refused.ts';

/** The calls that bring photos of cards: whole, since they are small beside a video. */
function registerPhotoRoutes(app: FastifyInstance, desk: PageDesk, parts: PageParts): void {
  for (const side of ['front', 'back'] satisfies readonly Side[]) {
    app.put<{ Body: Buffer }>(
      `/card/${side}`,
      {
        bodyLimit: maxPhotoBytes,
        // Before the body is read: ten megabytes of a stranger's cost a line of headers.
        onRequest: async (request) => requireHolder(await desk.identified(request)),
      },
      (request) =>
        desk.inTurn(request, async (caller) => {
          requireHolder(caller);
          if (!Buffer.isBuffer(request.body)) throw new Refused('bad-request');
          await keepPhoto(parts.store, caller.standing, side, request.body);
          return await desk.view(caller);
        }),
    );
  }
}

/** The medium that a customer is shown, while there is something to confirm and by this card's id alone. */
function shownMedium({ standing }: Caller, requestId: unknown): { card: Card; name: string } {
  const card = currentCard(standing.cards);
  if (card?.stage !== 'to-confirm' || card.requestId !== requestId) throw new Refused('wrong-stage');
  const cutId = standing.verification.plan.card?.showsCut ? card.cutId : null;
  const name = cutId ?? card.frontId;
  if (name === null) throw new Refused('wrong-stage');
  return { card, name };
}

/** In mode 4 confirming ends the verification: who asks again because the answer was lost is told so once more. */
function requireConfirming(caller: Caller): void {
  if (caller.holder === 'this-tab' && isCardConfirmed(caller.standing.cards)) return;
  requireHolder(caller);
}

async function picture(store: Store, { card, name }: { card: Card; name: string }) {
  const bytes = await buffer(store.media.read(card.verificationId, name));
  return { bytes, type: `image/${photoKind(bytes)}` };
}

/** The calls about cards, from the first photo to the customer's word that all was read right. */
export function registerCardRoutes(app: FastifyInstance, desk: PageDesk, parts: PageParts): void {
  const { store, now } = parts;
  registerPhotoRoutes(app, desk, parts);

  app.post('/card/read', async (request) => {
    const view = await desk.inTurn(request, async (caller) => {
      requireHolder(caller);
      const waiting = await store.verifications.count('reading');
      if (waiting >= parts.judgeQueueLimit) throw new Refused('busy', 5);
      await submitCard(store, caller.standing, now());
      return await desk.view(caller);
    });
    parts.cardReading.nudge();
    return view;
  });

  app.post('/card/retake', (request) =>
    desk.inTurn(request, async (caller) => {
      requireHolder(caller);
      await retakeCard(store, caller.standing);
      return await desk.view(caller);
    }),
  );

  app.post('/card/confirm', (request) =>
    desk.inTurn(request, async (caller) => {
      requireConfirming(caller);
      await confirmCard(store, caller.standing, now());
      return await desk.view(caller);
    }),
  );

  app.get('/card/picture', async (request, reply) => {
    const caller = await desk.identified(request);
    requireHolder(caller);
    const { of } = request.query as { of?: unknown };
    const { bytes, type } = await picture(store, shownMedium(caller, of));
    return reply.header('x-content-type-options', 'nosniff').type(type).send(bytes);
  });
}
