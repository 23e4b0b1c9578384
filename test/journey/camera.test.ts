import assert from 'node:assert/strict';
import { filmEmptyRoom } from '../support/camera-file.ts';
import { describeJourneys } from '../support/journeys.ts';

describeJourneys('A camera that cannot be had', { camera: filmEmptyRoom }, (town, journey) => {
  journey('for want of permission: the page says how to allow it, and goes on once it is', async () => {
    const issued = await town.apply();
    // Chromium refuses what is not among the permissions granted.
    const customer = await town.customer({ permissions: ['geolocation'] });
    await customer.open(issued.VerificationURL);
    await customer.reaches('start');
    await customer.tap('start');
    await customer.agree();
    await customer.reaches('camera-trouble');
    assert.equal(await customer.page.locator('main').getAttribute('data-reason'), 'camera-refused');
    assert.match(await customer.shown(), /allow/i);
    await customer.tap('retry');
    await customer.reaches('camera-trouble');
    await customer.context.grantPermissions(['camera']);
    await customer.tap('retry');
    await customer.reaches('camera');
    await customer.page.locator('[data-test="hint"][data-hint="no-face"]').waitFor({ timeout: 60_000 });
    const result = await town.result(issued.BizToken);
    assert.deepEqual([result.ErrorCode, result.VerificationDetailList], [null, []], 'no try was spent');
  });

  journey(
    'at an address without TLS: says so before it binds, and the link still works elsewhere',
    async () => {
      const issued = await town.apply({ SkipPrivacyPolicy: true });
      const customer = await town.customer();
      customer.expects(/Cross-Origin-Opener-Policy header has been ignored/);
      await customer.open(issued.VerificationURL.replace(town.server.publicUrl, town.untrustedUrl));
      await customer.reaches('camera-trouble');
      assert.equal(await customer.page.locator('main').getAttribute('data-reason'), 'insecure-page');
      const other = await town.customer();
      await other.comesToCamera(issued.VerificationURL);
    },
  );
});
