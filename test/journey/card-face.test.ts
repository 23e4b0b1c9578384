import assert from 'node:assert/strict';
import { filmPerson, filmPhoto, photographPerson } from '../support/camera-file.ts';
import { assertJpeg, bytesOf, cardAnswer, cardEntry } from '../support/card-answer.ts';
import { comesToCard, sendsFile, stopReason } from '../support/card-customer.ts';
import { photographCard } from '../support/card-photos.ts';
import type { Customer } from '../support/customer.ts';
import { emptyPhoto, portraitPhoto } from '../support/face-photos.ts';
import { describeJourneys } from '../support/journeys.ts';
import { clipPath } from '../support/shared-data.ts';

const person = 'd13';
const noClips = clipPath(person) ? false : 'the clips of living people are not here';
const hongKong = { type: 'HKIDCard', layout: '2018' } as const;

/** Up to the camera that films the face: the card is read and confirmed. */
async function bringsCard(customer: Customer, url: string, photo: Buffer): Promise<void> {
  await comesToCard(customer, url);
  assert.equal(await sendsFile(customer, photo), 'card-details', await customer.shown());
  await customer.tap('card-confirm');
  await customer.reaches('camera', 'recording');
}

describeJourneys(
  'A card and a living face (mode 1)',
  { camera: (path) => filmPerson(person, path) },
  (town, journey) => {
    journey(
      'pass together where the portrait is of the person, and the merchant gets all of both',
      async (t) => {
        t.diagnostic('live clips: run');
        // From the end of the clip, which the camera does not show.
        const card = await photographCard({ ...hongKong, portrait: await photographPerson(person, 11) });
        const issued = await town.apply({ CheckMode: 1, IDCardType: 'HKIDCard' });
        const customer = await town.customer();
        await bringsCard(customer, issued.VerificationURL, card.front);
        const between = await cardAnswer(town, issued.BizToken);
        assert.deepEqual([between.ErrorCode, between.VerificationDetailList], [null, []]);
        await customer.records();
        assert.equal(await customer.learnsCode(), 0, await customer.shown());

        const result = await town.result(issued.BizToken);
        const [attempt] = result.VerificationDetailList;
        t.diagnostic(`similarity ${attempt?.Similarity}`);
        assert.deepEqual([result.ErrorCode, result.VerificationDetailList.length], [0, 1]);
        assert.deepEqual([attempt?.LivenessErrorCode, attempt?.CompareErrorCode], [0, 0]);
        assert.ok((attempt?.Similarity ?? 0) >= 70, `similarity ${attempt?.Similarity}`);
        assert.ok(bytesOf(result.VideoBase64).length > 10_000);
        const entry = await cardEntry(town, issued.BizToken);
        const { fields, normal } = card.truth;
        assert.deepEqual([entry.IsPass, entry.OriginalCardInfo], [true, null]);
        assert.deepEqual(
          [entry.CardInfo, entry.NormalCardInfo],
          [{ HKIDCard: fields }, { HKIDCard: normal }],
        );
        for (const part of ['CardImageBase64', 'CardCutImageBase64', 'HeadImageBase64'] as const) {
          assertJpeg(entry[part], part);
        }
      },
    );

    journey("fail with 2016 where the card is another person's", async (t) => {
      const card = await photographCard({ ...hongKong, portrait: await photographPerson('d10', 11) });
      const issued = await town.apply({ CheckMode: 1, LivenessRetryLimit: 1, SkipPrivacyPolicy: true });
      const customer = await town.customer();
      await bringsCard(customer, issued.VerificationURL, card.front);
      await customer.records();
      assert.equal(await customer.learnsCode(), 16);
      const result = await town.result(issued.BizToken);
      const [attempt] = result.VerificationDetailList;
      t.diagnostic(`similarity ${attempt?.Similarity}`);
      assert.equal(result.ErrorCode, 2016);
      assert.deepEqual([attempt?.LivenessErrorCode, attempt?.CompareErrorCode], [0, 2016]);
      assert.ok((attempt?.Similarity ?? 100) < 70);
      assert.equal((await cardEntry(town, issued.BizToken)).IsPass, true, 'the card itself was in order');
    });

    journey('never come together where the card has no portrait to compare with', async () => {
      const card = await photographCard({ ...hongKong, portrait: await emptyPhoto() });
      const issued = await town.apply({ CheckMode: 1, SkipPrivacyPolicy: true });
      const customer = await town.customer();
      await comesToCard(customer, issued.VerificationURL);
      assert.equal(await sendsFile(customer, card.front), 'card-stopped', await customer.shown());
      assert.equal(await stopReason(customer), 'portrait-missing');
      assert.equal((await cardEntry(town, issued.BizToken)).IsPass, false);
    });
  },
  noClips,
);

if (noClips) {
  describeJourneys('A card and a photo of its portrait (mode 1)', { camera: filmPhoto }, (town, journey) => {
    journey('is refused, and the card stands as it was read', async () => {
      const card = await photographCard({ ...hongKong, portrait: await portraitPhoto('annaAgain') });
      const issued = await town.apply({ CheckMode: 1, LivenessRetryLimit: 1 });
      const customer = await town.customer();
      await bringsCard(customer, issued.VerificationURL, card.front);
      await customer.records();
      assert.equal(await customer.learnsCode(), 16);
      const { ErrorCode } = await cardAnswer(town, issued.BizToken);
      assert.ok([1002, 1003].includes(ErrorCode ?? 0), `refused with ${ErrorCode}`);
      assert.equal((await cardEntry(town, issued.BizToken)).IsPass, true);
    });
  });
}
