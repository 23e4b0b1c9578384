import assert from 'node:assert/strict';
import { filmEmptyRoom } from '../support/camera-file.ts';
import { cardEntry } from '../support/card-answer.ts';
import { comesToCard, sendsFile, stopReason } from '../support/card-customer.ts';
import { photographCard } from '../support/card-photos.ts';
import { describeJourneys } from '../support/journeys.ts';

const hongKong = { type: 'HKIDCard', layout: '2018' } as const;

describeJourneys('What a merchant sets for cards', { camera: filmEmptyRoom }, (town, journey) => {
  journey('is stopped by no warning that the merchant did not select', async () => {
    const glaring = await photographCard({ ...hongKong, seed: 2, attack: 'glare' });
    for (const config of [{ DisableCheckOcrWarnings: true }, { SelectedWarningCodes: '-9102,-9108' }]) {
      const issued = await town.apply({ CheckMode: 4, SkipPrivacyPolicy: true, ...config });
      const customer = await town.customer();
      await comesToCard(customer, issued.VerificationURL);
      assert.equal(await sendsFile(customer, glaring.front), 'card-details', await customer.shown());
      await customer.tap('card-confirm');
      assert.equal(await customer.learnsCode(), 0);
      const entry = await cardEntry(town, issued.BizToken);
      assert.deepEqual([entry.IsPass, entry.WarnCardInfos.includes(-9107)], [true, true], 'it is listed');
    }
  });

  journey('of an edition that is no longer valid is refused where the merchant says so', async () => {
    const old = await photographCard({ type: 'HKIDCard', layout: '2003', seed: 4 });
    const warnings = { DisableCheckOcrWarnings: true, SkipPrivacyPolicy: true, IDCardType: 'HKIDCard' };
    const issued = await town.apply({ CheckMode: 4, AllowExpiredDocument: false, ...warnings });
    const customer = await town.customer();
    await comesToCard(customer, issued.VerificationURL);
    assert.equal(await sendsFile(customer, old.front), 'card-stopped', await customer.shown());
    assert.equal(await stopReason(customer), 'expired');
    const entry = await cardEntry(town, issued.BizToken);
    assert.deepEqual([entry.IsPass, entry.NormalCardInfo?.HKIDCard?.HKIDVersion], [false, 'HKID-2003']);
    const allowing = await town.apply({ CheckMode: 4, ...warnings });
    const other = await town.customer();
    await comesToCard(other, allowing.VerificationURL);
    assert.equal(await sendsFile(other, old.front), 'card-details', await other.shown());
  });
});
