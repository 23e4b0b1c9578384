import assert from 'node:assert/strict';
import { filmEmptyRoom } from '../support/camera-file.ts';
import { assertJpeg, cardAnswer, cardEntry } from '../support/card-answer.ts';
import { comesToCard, sendsFile, shownFields } from '../support/card-customer.ts';
import { photographCard } from '../support/card-photos.ts';
import type { Customer } from '../support/customer.ts';
import { describeJourneys } from '../support/journeys.ts';

const card = await photographCard({ type: 'SingaporeIDCard', layout: 'nric' });

const sideAsked = (customer: Customer) => customer.page.locator('h1').innerText();

describeJourneys('A card with two sides', { camera: filmEmptyRoom }, (town, journey) => {
  journey('is asked for its back as well, also after a reload, and comes with both', async () => {
    // Whether the photos look honest is the matter of other tests.
    const config = { CheckMode: 4, DisableCheckOcrWarnings: true, SkipPrivacyPolicy: true };
    const issued = await town.apply({ ...config, IDCardType: 'SingaporeIDCard' });
    const customer = await town.customer();
    await comesToCard(customer, issued.VerificationURL);
    assert.match(await sideAsked(customer), /^Front of your Singapore identity card/);
    assert.equal(await sendsFile(customer, card.front), 'card-camera');
    assert.equal(await sideAsked(customer), 'Now its back');
    await customer.reload();
    await customer.reaches('card-camera');
    assert.equal(await sideAsked(customer), 'Now its back');
    assert.equal((await cardAnswer(town, issued.BizToken)).OCRResult, null, 'one side alone is not read');
    assert.equal(await sendsFile(customer, card.back as Buffer), 'card-details', await customer.shown());
    const { address, number } = await shownFields(customer);
    assert.deepEqual([number, address], [card.truth.normal.LicenseNumber, card.truth.normal.Address]);
    await customer.tap('card-confirm');
    assert.equal(await customer.learnsCode(), 0);
    const entry = await cardEntry(town, issued.BizToken);
    const { fields, normal } = card.truth;
    assert.deepEqual(entry.CardInfo, { SingaporeIDCard: fields });
    assert.deepEqual(entry.NormalCardInfo, { SingaporeIDCard: normal });
    assert.equal(entry.IsPass, true);
    assert.equal(entry.CardImageBase64 === entry.CardBackImageBase64, false);
    for (const part of ['CardImageBase64', 'CardBackImageBase64', 'CardBackCutImageBase64'] as const) {
      assertJpeg(entry[part], part);
    }
  });
});
