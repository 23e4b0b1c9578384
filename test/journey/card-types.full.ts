import assert from 'node:assert/strict';
import { designs } from '../../src/specimen/designs.ts';
import { filmEmptyRoom } from '../support/camera-file.ts';
import { cardEntry } from '../support/card-answer.ts';
import { comesToCard, sendsFile, shownFields } from '../support/card-customer.ts';
import { photographCard } from '../support/card-photos.ts';
import { describeJourneys } from '../support/journeys.ts';

/** Punctuation and spaces are for the accuracy run to count; here every field is to arrive. */
const folded = (text: string | null) => text?.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '') ?? null;

/** Thai script is read with errors of single characters, which the accuracy run counts too. */
const isThai = (text: string | null) => text !== null && /\p{Script=Thai}/u.test(text);

describeJourneys('A card of each type, recognised', { camera: filmEmptyRoom }, (town, journey) => {
  for (const { type, layouts } of designs) {
    journey(`${type} comes with all that is printed on it`, async () => {
      const { front, back, truth } = await photographCard({ type, layout: layouts[0]?.id ?? '', seed: 2 });
      // Warnings have a run of their own, over thousands of cards.
      const issued = await town.apply({
        CheckMode: 4,
        DisableCheckOcrWarnings: true,
        SkipPrivacyPolicy: true,
      });
      const customer = await town.customer();
      await comesToCard(customer, issued.VerificationURL);
      let step = await sendsFile(customer, front);
      if (back) {
        // Only now it is known that there is a back.
        assert.equal(step, 'card-camera', await customer.shown());
        step = await sendsFile(customer, back);
      }
      assert.equal(step, 'card-details', await customer.shown());
      assert.ok(Object.keys(await shownFields(customer)).length >= 3);
      await customer.tap('card-confirm');
      assert.equal(await customer.learnsCode(), 0);
      const { IsPass, NormalCardInfo } = await cardEntry(town, issued.BizToken);
      assert.equal(IsPass, true);
      assert.deepEqual(Object.keys(NormalCardInfo ?? {}), [type]);
      const member = NormalCardInfo?.[type] ?? {};
      assert.deepEqual(Object.keys(member).sort(), Object.keys(truth.normal).sort());
      for (const [name, printed] of Object.entries(truth.normal)) {
        if (!isThai(printed)) assert.equal(folded(member[name] ?? null), folded(printed), name);
      }
    });
  }
});
