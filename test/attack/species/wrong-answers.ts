import type { ActionName, ActionPrompt } from '../../../src/verify/challenge.ts';
import { randomChallenge } from '../challenges.ts';
import { clipEvents } from '../clip-events.ts';
import type { Lab } from '../lab.ts';
import { filmSession, fitSession, happenings, planStretch, type Session } from '../sessions.ts';
import { clipSeconds, type LongClip, longClips } from '../sources.ts';
import type { Recording, Species, Trial } from '../species.ts';

const acting = [2, 4, 5] as const;

function record(
  lab: Lab,
  trial: Trial,
  session: Session,
  actions: readonly ActionPrompt[],
  variant: string,
): Recording {
  const { person, framesPerSecond } = session;
  const challenge = { ...session.challenge!, actions };
  return { person, variant, challenge, framesPerSecond, pictures: filmSession(lab, session, trial.random) };
}

export const wrongOrder: Species = {
  name: 'wrong order',
  kind: 'injection',
  levels: acting,
  simulates: 'Two real actions of a clip, each done when the other was asked for; SIMULATED: light, camera.',
  async make(lab, trial) {
    const pairs = happenings.filter(({ length }) => length === 2);
    const pair = pairs[trial.index % pairs.length]!;
    const session = fitSession(
      pair,
      challengeFor(
        trial,
        pair.map(({ action }) => action),
      ),
      trial.random,
    );
    const [first, second] = session.challenge!.actions as [ActionPrompt, ActionPrompt];
    const swapped = [
      { ...first, action: second.action },
      { ...second, action: first.action },
    ];
    return record(lab, trial, session, swapped, `${first.action} before ${second.action}`);
  },
};

function challengeFor({ level, random }: Trial, actions: readonly ActionName[]) {
  if (level !== 2 && level !== 4 && level !== 5) throw new Error(`Level ${level} asks for no action.`);
  return randomChallenge(level, random, actions);
}

export const lateAction: Species = {
  name: 'late action',
  kind: 'injection',
  levels: acting,
  simulates: 'A real action of a clip, 0.6 to 1.5 s after its window had closed; SIMULATED: light, camera.',
  async make(lab, trial) {
    const { random, index } = trial;
    const { clip, action, fromMs } = lateEvents[index % lateEvents.length]!;
    const challenge = challengeFor(trial, [action]);
    const window = { action, fromMs: 1000, toMs: 1000 + windowMs };
    const seconds = challenge.durationMs / 1000;
    const planned = planStretch(clip, seconds, challenge, random);
    const fromSeconds = (fromMs - window.toMs - random.between(late.leastMs, late.mostMs)) / 1000;
    const session = {
      ...planned,
      fromSeconds,
      seconds: Math.min(planned.seconds, clipSeconds[clip] - fromSeconds - 0.1),
    };
    return record(lab, trial, session, [window], action);
  },
};

const windowMs = 2000;
const late = { leastMs: 600, mostMs: 1500 };

/** Events with enough of the clip before them, in which the same does not happen. */
const lateEvents = clipEvents.filter((event): event is typeof event & { clip: LongClip } => {
  const earliestMs = event.fromMs - late.mostMs - windowMs - 1000;
  const isAlone = clipEvents.every(
    ({ clip, action, fromMs, toMs }) =>
      clip !== event.clip || action !== event.action || fromMs >= event.fromMs || toMs < earliestMs + 500,
  );
  return isAlone && earliestMs >= 0 && (longClips as readonly string[]).includes(event.clip);
});

export const missingAction: Species = {
  name: 'missing action',
  kind: 'injection',
  levels: acting,
  simulates: 'A real clip in which what is asked for does not happen; SIMULATED: light, camera.',
  async make(lab, trial) {
    const { random } = trial;
    for (;;) {
      const challenge = challengeFor(trial, [random.pick(['blink', 'mouth', 'nod', 'shake'] as const)]);
      const person = longClips[trial.index % longClips.length]!;
      const session = planStretch(person, challenge.durationMs / 1000, challenge, random);
      if (!answers(session))
        return record(lab, trial, session, challenge.actions, challenge.actions[0]!.action);
    }
  },
};

/** Whether something of the kind happens anywhere near a window. */
function answers({ person, fromSeconds, challenge }: Session): boolean {
  return challenge!.actions.some(({ action, fromMs, toMs }) =>
    clipEvents.some(
      (event) =>
        event.clip === person &&
        event.action === action &&
        event.toMs > 1000 * fromSeconds + fromMs - 500 &&
        event.fromMs < 1000 * fromSeconds + toMs + 500,
    ),
  );
}
