import assert from 'node:assert/strict';
import { cardAnswer, cardEntry } from '../support/card-answer.ts';
import { comesToCard, learnsReading, shownFields } from '../support/card-customer.ts';
import { filmCard } from '../support/card-film.ts';
import { portraitPhoto } from '../support/face-photos.ts';
import { describeJourneys } from '../support/journeys.ts';

const film = { type: 'HKIDCard', layout: '2018', awaySeconds: 2, inPlaceSeconds: 15 } as const;
let printed: Readonly<Record<string, string | null>> | null = null;

async function camera(path: string): Promise<void> {
  printed = (await filmCard({ ...film, portrait: await portraitPhoto('anna') }, path)).fields;
}

describeJourneys('A card before the camera', { camera }, (town, journey) => {
  journey('is told to be fitted in, taken by itself once it is, taken again, used and read', async () => {
    const issued = await town.apply({ CheckMode: 4, IDCardType: 'HKIDCard' });
    const customer = await town.customer();
    await comesToCard(customer, issued.VerificationURL);
    await customer.page.locator('[data-test="card-hint"][data-hint="fit"]').waitFor({ timeout: 60_000 });
    assert.equal(await customer.place('card-shutter').isEnabled(), true, 'there is always a shutter');
    await customer.reaches('card-preview');
    assert.equal((await cardAnswer(town, issued.BizToken)).OCRResult, null, 'nothing was sent yet');
    await customer.tap('card-again');
    await customer.reaches('card-camera');
    await customer.reaches('card-preview');
    await customer.tap('card-use');
    assert.equal(await learnsReading(customer), 'card-details', await customer.shown());
    assert.equal((await shownFields(customer)).number, printed?.IdNum);
    await customer.tap('card-retake');
    await customer.reaches('card-camera');
    const kept = await cardEntry(town, issued.BizToken);
    assert.equal(kept.IsPass, true, 'until another card was read the last one stands');
  });

  journey('is taken by hand at any time, and kept as it was sent', async () => {
    const issued = await town.apply({ CheckMode: 4, SkipPrivacyPolicy: true });
    const customer = await town.customer();
    await comesToCard(customer, issued.VerificationURL);
    await customer.tap('card-shutter');
    await customer.reaches('card-preview');
    const sent = customer.page.waitForRequest(/\/card\/front$/);
    await customer.tap('card-use');
    const photo = (await sent).postDataBuffer()?.toString('base64');
    assert.equal(await learnsReading(customer), 'card-details', await customer.shown());
    await customer.tap('card-confirm');
    assert.equal(await customer.learnsCode(), 0);
    const entry = await cardEntry(town, issued.BizToken);
    assert.equal(entry.CardImageBase64, photo);
    assert.deepEqual([entry.IsPass, entry.CardInfo?.HKIDCard?.IdNum], [true, printed?.IdNum]);
  });
});
