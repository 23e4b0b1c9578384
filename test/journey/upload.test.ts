import assert from 'node:assert/strict';
import type { Request, Route } from 'playwright-core';
import { filmPhoto } from '../support/camera-file.ts';
import type { Customer } from '../support/customer.ts';
import { describeJourneys } from '../support/journeys.ts';
import { sendFrom } from '../support/send-from.ts';

type Piece = { readonly from: number; readonly to: number };

function pieceOf(request: Request): Piece {
  const from = Number(request.headers()['upload-offset']);
  return { from, to: from + (request.postDataBuffer()?.length ?? 0) };
}

/**
 * Notes the pieces that the server acknowledged, and lets the test decide what becomes of each answer. The first piece comes from one
 * address and all others from another, as when a phone changes its network.
 */
async function watchPieces(customer: Customer, afterPiece: (nth: number, route: Route) => Promise<boolean>) {
  const acknowledged: Piece[] = [];
  await customer.page.route('**/verify/api/attempts/*/video', async (route) => {
    if (route.request().method() !== 'PATCH') return await route.continue();
    const answer = await sendFrom(acknowledged.length === 0 ? '127.0.0.1' : '127.0.0.2', route.request());
    assert.equal(answer.status, 200);
    acknowledged.push(pieceOf(route.request()));
    if (await afterPiece(acknowledged.length, route)) return;
    await route.fulfill(answer);
  });
  return acknowledged;
}

function assertNoByteTwice(pieces: readonly Piece[]): void {
  pieces.forEach(({ from, to }, at) => {
    assert.equal(from, pieces[at - 1]?.to ?? 0, 'each piece begins where the acknowledged ones end');
    assert.ok(to > from);
  });
}

// On a busy machine Chromium records few pictures; this long a recording still takes several pieces.
const setting = { camera: filmPhoto, server: ['--record-ms', '6000'] };

describeJourneys('An upload over a bad line', setting, (town, journey) => {
  journey(
    'goes on where it was cut off, from another address, and sends no acknowledged byte again',
    async () => {
      const issued = await town.apply({ LivenessRetryLimit: 1 });
      const customer = await town.customer();
      customer.expects(/ERR_INTERNET_DISCONNECTED/, /ERR_FAILED|ERR_CONNECTION/);
      // The first piece arrives, its answer does not, and then the line is gone altogether.
      const pieces = await watchPieces(customer, async (nth, route) => {
        if (nth !== 1) return false;
        await customer.context.setOffline(true);
        await route.abort('connectionreset');
        return true;
      });
      await customer.comesToCamera(issued.VerificationURL);
      await customer.records();
      await customer.page.locator('[data-waiting="true"]').waitFor({ timeout: 120_000 });
      assert.equal(pieces.length, 1, 'nothing travels while the line is gone');
      assert.deepEqual((await town.result(issued.BizToken)).VerificationDetailList, []);
      await customer.context.setOffline(false);
      await customer.reaches('waiting', 'end');
      assertNoByteTwice(pieces);
      assert.ok(pieces.length >= 2, `${pieces.length} pieces`);
      await customer.learnsCode();
      const result = await town.result(issued.BizToken);
      assert.equal(result.VerificationDetailList.length, 1);
      assert.ok((result.VideoBase64?.length ?? 0) > 10_000);
    },
  );

  journey('goes on after a reload in the middle of it', async () => {
    const issued = await town.apply({ LivenessRetryLimit: 1 });
    const customer = await town.customer();
    const held: Route[] = [];
    let isHolding = true;
    const pieces = await watchPieces(customer, async (_nth, route) => {
      if (isHolding) held.push(route);
      return isHolding;
    });
    await customer.comesToCamera(issued.VerificationURL);
    await customer.records();
    await customer.reaches('sending');
    while (held.length === 0) await customer.page.waitForTimeout(50);
    isHolding = false;
    await customer.reload();
    await customer.reaches('waiting', 'end');
    assertNoByteTwice(pieces);
    assert.ok(pieces.length >= 2, `${pieces.length} pieces`);
    await customer.learnsCode();
    assert.equal((await town.result(issued.BizToken)).VerificationDetailList.length, 1);
  });
});
