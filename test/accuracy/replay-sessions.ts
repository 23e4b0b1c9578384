import { trialOf } from '../attack/all-species.ts';
import { openFileJudge } from '../attack/judge-file.ts';
import type { Lab } from '../attack/lab.ts';
import { makeRecording } from '../attack/make-recording.ts';
import { filmSession, planSession } from '../attack/sessions.ts';
import { replayedSession, sameActionsReplayed } from '../attack/species/replayed-sessions.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { record, traceOf } from './replay-films.ts';

/** A session of the attack lab that was fed in again at level 2, judged where the server has seen it before. */
export type JudgedReplay = {
  readonly species: string;
  readonly person: string;
  /** What refused it; of these `replay.seen-before` alone needs to have seen it. */
  readonly refusals: readonly string[];
};

/** The lab's own recordings; before each its session is filmed once, by another hand and camera. */
export async function* judgeReplays(lab: Lab, path: string, count: number): AsyncGenerator<JudgedReplay> {
  const judge = await openFileJudge(lab.vision);
  for (const species of [replayedSession, sameActionsReplayed]) {
    for (let index = 0; index < count; index++) {
      const session = planSession(trialOf(species, 2, index));
      const random = seededRandom(70_000 + index);
      await record(lab, path, filmSession(lab, session, random), session, random);
      const trace = await traceOf(lab, path);
      if (!trace) throw new Error('The face was hardly seen the first time.');
      const { person, challenge } = await makeRecording(lab, species, 2, index, path);
      const earlier = { recordings: [{ seq: 'first', trace }], refuses: true };
      const { reasons } = await judge(path, challenge, earlier);
      const refusals = reasons.filter(({ refuses }) => refuses).map(({ id }) => id);
      yield { species: species.name, person, refusals };
    }
  }
}
