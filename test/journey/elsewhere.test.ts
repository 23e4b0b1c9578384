import assert from 'node:assert/strict';
import { filmPhoto } from '../support/camera-file.ts';
import type { Customer } from '../support/customer.ts';
import { describeJourneys } from '../support/journeys.ts';

async function handoverLinkOf(customer: Customer): Promise<string> {
  await customer.tap('handover');
  return (await customer.place('handover-link').getAttribute('href', { timeout: 60_000 })) ?? '';
}

describeJourneys('More than one browser', { camera: filmPhoto }, (town, journey) => {
  journey("a messenger's preview binds nothing, whatever it fetches", async () => {
    const issued = await town.apply();
    const headers = { 'user-agent': 'WhatsApp/2.24 A', purpose: 'prefetch' };
    for (const method of ['GET', 'HEAD', 'GET']) {
      const answer = await fetch(issued.VerificationURL, { method, headers });
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('set-cookie'), null);
    }
    // Some previews run the page's program too.
    const preview = await town.customer();
    await preview.open(issued.VerificationURL);
    await preview.reaches('start');
    const customer = await town.customer();
    await customer.comesToCamera(issued.VerificationURL);
    assert.equal((await town.result(issued.BizToken)).ErrorCode, null);
  });

  journey('a second tab is told so, and can go on there', async () => {
    const issued = await town.apply();
    const first = await town.customer();
    await first.open(issued.VerificationURL);
    await first.reaches('start');
    await first.tap('start');
    await first.reaches('agreement');
    const second = await town.tabOf(first);
    await second.open(issued.VerificationURL);
    await second.reaches('other-tab');
    await second.tap('continue-here');
    await second.agree();
    await second.reaches('camera');
    // What it records then is given up by who takes over, and not by it.
    await second.records();
    // The first tab learns of it without being touched, and can have it back.
    await first.reaches('other-tab');
    await first.page.bringToFront();
    await first.tap('continue-here');
    await first.reaches('camera');
    await second.reaches('other-tab');
  });

  journey('a hand-over moves it to another phone; the first follows, a third is refused', async () => {
    const issued = await town.apply({ LivenessRetryLimit: 1, SkipPrivacyPolicy: true });
    const first = await town.customer();
    await first.open(issued.VerificationURL);
    await first.reaches('start');
    const link = await handoverLinkOf(first);
    const phone = await town.customer();
    await phone.open(link);
    await phone.reaches('take-over');
    const [bindings, holder] = [phone.calls.filter(({ method }) => method !== 'GET'), await first.shown()];
    assert.deepEqual(bindings, [], 'looking at the link moves nothing');
    assert.match(holder, /^step handover/);
    await phone.tap('take-over');
    await phone.reaches('camera', 'recording');
    await first.reaches('following');

    const third = await town.customer();
    third.expects(/status of 410/);
    await third.open(issued.VerificationURL);
    await third.reaches('other-browser');
    await third.open(link);
    await third.reaches('take-over');
    await third.tap('take-over');
    await third.reaches('trouble');
    assert.equal(await third.page.locator('main').getAttribute('data-reason'), 'handover-spent');
    await third.tap('retry');
    await third.reaches('other-browser');

    await phone.records();
    await first
      .place('following-status')
      .filter({ hasText: /^Other device: \S/ })
      .waitFor({ timeout: 60_000 });
    await phone.reaches('end');
    await first.reaches('end');
    assert.equal(await first.learnsCode(), await phone.learnsCode(), 'both show the result');
    await third.reload();
    assert.equal(await third.learnsCode(), 14, 'a stranger learns only that it is over');
    assert.equal((await town.result(issued.BizToken)).VerificationDetailList.length, 1);
    await phone.tap('next');
    await phone.arrivesAt(town.merchant.origin);
  });
});
