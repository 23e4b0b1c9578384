import assert from 'node:assert/strict';
import { filmPerson, photographPerson } from '../support/camera-file.ts';
import { describeJourneys } from '../support/journeys.ts';
import { clipPath } from '../support/shared-data.ts';

const person = 'd13';
const noClips = clipPath(person) ? false : 'the clips of living people are not here';
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

describeJourneys(
  'A living person before the camera',
  { camera: (path) => filmPerson(person, path) },
  (town, journey) => {
    journey("passes against the person's own photo, and the merchant gets all of it", async (t) => {
      t.diagnostic('live clips: run');
      // From the end of the clip, which the camera does not show.
      const photo = await photographPerson(person, 11);
      const issued = await town.apply(
        { CheckMode: 2 },
        { CompareImageBase64: base64(photo), Extra: 'order 7' },
      );
      const before = await town.result(issued.BizToken);
      assert.deepEqual([before.ErrorCode, before.VerificationDetailList], [null, []]);
      const customer = await town.customer();
      await customer.comesToCamera(issued.VerificationURL);
      await customer.records();
      assert.equal(await customer.learnsCode(), 0);
      await customer.tap('next');
      const back = await customer.arrivesAt(town.merchant.origin);
      assert.equal(back.href, `${town.merchant.redirectUrl}&token=${issued.BizToken}`);

      const result = await town.result(issued.BizToken);
      t.diagnostic(`similarity ${result.VerificationDetailList[0]?.Similarity}`);
      assert.deepEqual([result.ErrorCode, result.ErrorMsg, result.Extra], [0, 'Success', 'order 7']);
      assert.equal(result.VerificationDetailList.length, 1);
      const [attempt] = result.VerificationDetailList;
      assert.ok(attempt);
      assert.deepEqual([attempt.ErrorCode, attempt.LivenessErrorCode, attempt.CompareErrorCode], [0, 0, 0]);
      assert.ok(attempt.Similarity !== null && attempt.Similarity >= 70, `similarity ${attempt.Similarity}`);
      const video = Buffer.from(result.VideoBase64 ?? '', 'base64');
      assert.equal(video.toString('latin1', 4, 8), 'ftyp', 'the video is an MP4');
      const frame = Buffer.from(result.BestFrameBase64 ?? '', 'base64');
      assert.deepEqual([...frame.subarray(0, 2)], [0xff, 0xd8], 'the best frame is a JPEG');
    });

    journey("fails against another person's photo", async (t) => {
      const photo = await photographPerson('d10', 11);
      const issued = await town.apply(
        { CheckMode: 2, LivenessRetryLimit: 1 },
        { CompareImageBase64: base64(photo) },
      );
      const customer = await town.customer();
      await customer.comesToCamera(issued.VerificationURL);
      await customer.records();
      await customer.learnsCode();
      const result = await town.result(issued.BizToken);
      t.diagnostic(`similarity ${result.VerificationDetailList[0]?.Similarity}`);
      assert.equal(result.ErrorCode, 2016);
      const [attempt] = result.VerificationDetailList;
      assert.deepEqual([attempt?.LivenessErrorCode, attempt?.CompareErrorCode], [0, 2016]);
      assert.ok(attempt?.Similarity !== null && (attempt?.Similarity ?? 100) < 70);
    });

    journey('passes without any photo in mode 3, and with AutoSkip sees no result page', async () => {
      const issued = await town.apply({ CheckMode: 3, AutoSkip: true });
      const customer = await town.customer();
      await customer.comesToCamera(issued.VerificationURL);
      await customer.records();
      const back = await customer.arrivesAt(town.merchant.origin);
      assert.equal(back.searchParams.get('token'), issued.BizToken);
      assert.ok(!customer.steps.some(({ step }) => step === 'end'));
      const result = await town.result(issued.BizToken);
      assert.equal(result.ErrorCode, 0);
      const [attempt] = result.VerificationDetailList;
      assert.deepEqual(
        [attempt?.LivenessErrorCode, attempt?.CompareErrorCode, attempt?.Similarity],
        [0, null, null],
      );
    });
  },
  noClips,
);
