import assert from 'node:assert/strict';
import { before } from 'node:test';
import { makeChallenge } from '../../src/capture/challenge/make-challenge.ts';
import type { ShownChallenge } from '../../src/capture/page-shapes.ts';
import type { ActionName, Challenge } from '../../src/verify/challenge.ts';
import { measureResponse } from '../../src/verify/liveness/light/light-response.ts';
import { trackScreen } from '../../src/verify/liveness/light/screen-track.ts';
import { rehearse, type StandIn } from '../attack/answer-challenge.ts';
import { hasSources, openLab } from '../attack/lab.ts';
import { filmPerson } from '../support/camera-file.ts';
import { ChallengeWatch } from '../support/challenge-watch.ts';
import type { Customer } from '../support/customer.ts';
import { describeJourneys, type Town } from '../support/journeys.ts';
import { lastDecision } from '../support/last-decision.ts';
import { litTrack } from '../support/lit-track.ts';
import { answerLive, type KnownPrompts } from '../support/live-answer.ts';
import { replaceRecorder } from '../support/recorder-in-place.ts';
import { callJson } from '../support/signed-call.ts';

/** What a level asks here; at level 3 no action. */
type Trial = {
  readonly level: 2 | 3 | 4 | 5;
  readonly asked: readonly ActionName[];
  /** Of the challenge that the first recording answers instead. */
  readonly other: readonly ActionName[];
  /** What such a recording may be refused with, and the reasons for it. */
  readonly codes: readonly number[];
  readonly reasons: RegExp;
};

/** A person may try again, and so may one that is drawn on a busy machine: who is late is refused, as it should be. */
const triesMost = 3;

const actionReasons = 'actions\\.(other-challenge|(nod|shake|blink|mouth)-(mistaken|unseen))';
const colorReasons = 'light\\.(other-colors|weak)';
const allTrials: readonly Trial[] = [
  {
    ...{ level: 2, asked: ['nod', 'blink'], other: ['mouth', 'shake'] },
    ...{ codes: [1002, 1207, 1208], reasons: new RegExp(actionReasons) },
  },
  { level: 3, asked: [], other: [], codes: [1002, 1401], reasons: new RegExp(colorReasons) },
  {
    ...{ level: 4, asked: ['mouth'], other: ['mouth'] },
    ...{ codes: [1002, 1401, 1209], reasons: new RegExp(colorReasons) },
  },
  {
    ...{ level: 5, asked: ['shake', 'mouth'], other: ['nod', 'blink'] },
    ...{ codes: [1002, 1208, 1209, 1401], reasons: new RegExp(`${actionReasons}|${colorReasons}`) },
  },
];

/** Of agreement: what must be reached some other sequences of level 3 reach by chance (docs/threat-model.md). */
const alikeMost = 0.3;

/** Whether a face that is lit by the one is clearly not lit by the other; true where there are no colours. */
function areUnlike(one: Challenge, other: ShownChallenge): boolean {
  const screen = trackScreen({ ...other, shown: [] });
  if (!screen || other.markerMs === null) return true;
  const response = measureResponse(litTrack(one, {}), screen, other.markerMs);
  return response === null || response.anyAgreement < alikeMost;
}

/** A challenge that is not the one issued, nor by chance like it where all colours of that are told at once. */
function drawOther({ level, other }: Trial, issued: ShownChallenge): Challenge {
  for (;;) {
    const drawn = makeChallenge(level, other);
    if (areUnlike(drawn, issued)) return drawn;
  }
}

function toOther(watch: ChallengeWatch, trial: Trial): () => KnownPrompts {
  const isLit = trial.level > 2;
  let drawn: Challenge | null = null;
  return () => {
    const issued = watch.attempt?.challenge;
    if (!issued) return { isLit, actions: [], colors: [], untilMs: -1 };
    drawn ??= drawOther(trial, issued);
    return { ...drawn, isLit, untilMs: Number.POSITIVE_INFINITY };
  };
}

function toIssued({ actions, colors, untilMs }: ChallengeWatch, { level }: Trial): KnownPrompts {
  return { actions, colors, untilMs, isLit: level > 2 };
}

/** Records until a recording is judged: on a busy machine the page may stop one for a colour that it did not come to show. */
async function records(customer: Customer): Promise<number> {
  await customer.records();
  if ((await customer.reaches('result', 'end', 'camera-trouble')) === 'camera-trouble')
    return await triesAgain(customer);
  return await customer.learnsCode();
}

async function triesAgain(customer: Customer): Promise<number> {
  await customer.tap('retry');
  if ((await customer.reaches('light-notice', 'camera', 'recording')) === 'light-notice')
    await customer.tap('light');
  return await records(customer);
}

type Answer = {
  readonly ErrorCode: number;
  readonly VerificationDetailList: readonly {
    readonly LivenessErrorCode: number;
    readonly AppliedSecurityLevel: number;
  }[];
};

async function resultOf({ server }: Town, BizToken: string): Promise<Answer> {
  const call = 'GetWebVerificationResultIntl';
  const { Response } = await callJson(server.port, server.credentials, call, { BizToken });
  return Response as unknown as Answer;
}

/**
 * A person who does what the very challenge asks, rendered for it while it is shown, and first what another one asked. Each
 * level takes half a minute.
 */
export const answerAt = (...levels: readonly Trial['level'][]): void =>
  describeJourneys(
    'Somebody who answers what is asked (SIMULATED)',
    { camera: (path) => filmPerson('d10', path) },
    (town, journey) => {
      let standIn: StandIn;
      before(async () => {
        standIn = await rehearse(await openLab(), 1);
      });

      for (const trial of allTrials.filter(({ level }) => levels.includes(level))) {
        const title = `level ${trial.level}: is refused with the answer to another challenge, and passes with its own`;
        journey(title, async (t) => {
          const { level, asked } = trial;
          const issued = await town.apply({
            ...{ SecurityLevel: level, LivenessRetryLimit: 1 + triesMost },
            ...(asked.length > 0 && { ActionList: asked.join(',') }),
          });
          const customer = await town.customer();
          const watch = await ChallengeWatch.on(customer);
          let films = 0;
          let isRefused = false;
          await replaceRecorder(customer, () => {
            films += 1;
            const known = isRefused ? () => toIssued(watch, trial) : toOther(watch, trial);
            return answerLive(standIn, known, films);
          });
          await customer.comesToCamera(issued.VerificationURL);

          const refused = await records(customer);
          isRefused = true;
          const { reasons } = lastDecision(town.server);
          const why = reasons.filter(({ refuses }) => refuses).map(({ id }) => id);
          t.diagnostic(`level ${level}: to another challenge ${refused}: ${why.join(', ')}`);
          assert.ok(trial.codes.includes(refused), `code ${refused}`);
          assert.ok(
            why.some((id) => trial.reasons.test(id)),
            why.join(', '),
          );

          const codes = [await triesAgain(customer)];
          while (codes.at(-1) !== 0 && codes.length < triesMost) codes.push(await triesAgain(customer));
          const { signals } = lastDecision(town.server);
          t.diagnostic(`level ${level}: to its own ${codes.join(', ')}; ${signals['timing.lateMs']} ms late`);
          const { ErrorCode, VerificationDetailList } = await resultOf(town, issued.BizToken);
          assert.equal(ErrorCode, 0);
          assert.deepEqual(
            VerificationDetailList.map((attempt) => attempt.LivenessErrorCode).sort((a, b) => a - b),
            [refused, ...codes].sort((a, b) => a - b),
          );
          assert.ok(VerificationDetailList.every((attempt) => attempt.AppliedSecurityLevel === level));
        });
      }
    },
    hasSources() ? false : 'the clips of living people are not here',
  );
