import assert from 'node:assert/strict';
import { filmPhoto } from '../support/camera-file.ts';
import { describeJourneys } from '../support/journeys.ts';
import { KeyboardUser } from '../support/keyboard.ts';

describeJourneys('Somebody with a keyboard alone', { camera: filmPhoto }, (town, journey) => {
  journey(
    'comes from the link to the verdict, sees where the keyboard is, and waves questions away',
    async () => {
      const issued = await town.apply({ LivenessRetryLimit: 1 });
      const customer = await town.customer({ hasTouch: false, isMobile: false });
      const user = new KeyboardUser(customer);
      await customer.open(issued.VerificationURL);
      await user.arrivesAt('start');
      await user.presses('handover', 'Enter');
      await user.arrivesAt('handover');
      await customer.place('handover-link').waitFor();
      await customer.page.keyboard.press('Escape');
      // The link has bound this browser.
      assert.equal(await user.arrivesAt('start', 'agreement'), 'agreement');
      await user.presses('exit', 'Enter');
      await user.arrivesAt('exit');
      await customer.page.keyboard.press('Escape');
      await user.arrivesAt('agreement');
      await user.presses('agree-box', 'Space');
      await user.presses('agree', 'Enter');
      await user.arrivesAt('camera');
      // It begins by itself where the detector sees the face well; else it is started by hand.
      if ((await customer.reachesOrShows('recording', 'record')) === 'record')
        await user.presses('record', 'Enter');
      await user.arrivesAt('recording');
      await user.arrivesAt('end');
      assert.equal(await customer.learnsCode(), 16);
      await user.presses('next', 'Enter');
      await customer.arrivesAt(town.merchant.origin);
    },
  );
});
