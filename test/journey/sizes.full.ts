import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lostFromView } from '../access/room-to-use.ts';
import { filmPerson, photographPerson } from '../support/camera-file.ts';
import { comesToCard, sendsFile } from '../support/card-customer.ts';
import { photographCard } from '../support/card-photos.ts';
import { describeJourneys } from '../support/journeys.ts';
import { clipPath } from '../support/shared-data.ts';

const person = 'd13';
const noClips = clipPath(person) ? false : 'the clips of living people are not here';

/** Each of the sizes that the page is made for once, in both schemes and both directions. */
const windows = [
  { width: 360, height: 640, colorScheme: 'light', Language: 'en' },
  { width: 390, height: 844, colorScheme: 'dark', Language: 'ar' },
  { width: 768, height: 1024, colorScheme: 'light', Language: 'th' },
  { width: 1280, height: 800, colorScheme: 'dark', Language: 'zh-tc' },
] as const;

/** Where whoever wants to look finds what each step looked like. */
const pictures = fileURLToPath(new URL('../../.cache/journeys/sizes/', import.meta.url));
mkdirSync(pictures, { recursive: true });

describeJourneys(
  'A card and a living face, on every size of screen',
  { camera: (path) => filmPerson(person, path) },
  (town, journey) => {
    for (const { width, height, colorScheme, Language } of windows) {
      journey(
        `${width}x${height}, ${colorScheme}, ${Language}: nothing is lost from view, and it passes`,
        async () => {
          const card = await photographCard({
            ...{ type: 'HKIDCard', layout: '2018' },
            portrait: await photographPerson(person, 11),
          });
          const issued = await town.apply({ CheckMode: 1, IDCardType: 'HKIDCard', Language });
          const customer = await town.customer({ viewport: { width, height }, colorScheme });
          const { page } = customer;
          const lost: string[] = [];
          const look = async (step: string) => {
            await page.screenshot({ path: join(pictures, `${width}-${step}.png`) });
            lost.push(...(await lostFromView(page)).map((what) => `${step}: ${what}`));
          };
          await customer.open(issued.VerificationURL);
          await customer.reaches('start');
          await look('start');
          await comesToCard(customer, issued.VerificationURL);
          await look('card-camera');
          assert.equal(await sendsFile(customer, card.front), 'card-details', await customer.shown());
          await look('card-details');
          await customer.tap('card-confirm');
          await customer.reaches('camera', 'recording');
          await customer.records();
          await look('recording');
          await customer.reaches('waiting', 'end');
          assert.equal(await customer.learnsCode(), 0, await customer.shown());
          await look('end');
          assert.deepEqual(lost, []);
          assert.equal((await town.result(issued.BizToken)).ErrorCode, 0);
        },
      );
    }
  },
  noClips,
);
