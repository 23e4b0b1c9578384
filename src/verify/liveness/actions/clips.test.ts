import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { clipEvents } from '../../../../test/attack/clip-events.ts';
import { type ClipName, clipPath } from '../../../../test/support/shared-data.ts';
import { watchRecording } from '../../../../test/support/watched-recording.ts';
import { loadVision } from '../../../vision/faces.ts';
import type { ActionName, Challenge } from '../../challenge.ts';
import { judgeActions } from '../../decide-actions.ts';
import type { Sighting } from '../../face-watch.ts';
import { measureActions } from './actions.ts';

const skip = clipPath('d18') ? false : 'the clips of living people are not here';

/** A challenge made to fit what was labelled in a clip: each window opens a quarter of a second before. */
function fitting(clip: ClipName, ...places: readonly number[]): Challenge {
  const events = clipEvents.filter((event) => event.clip === clip);
  const actions = places.map((place) => {
    const { action, fromMs, toMs } = events[place]!;
    return { action, fromMs: Math.max(0, fromMs - 250), toMs: toMs + 100 };
  });
  return { level: 2, durationMs: 15_000, actions, colors: [], markerMs: null, shown: [] };
}

/** The same windows, other actions asked for. */
const asking = (challenge: Challenge, ...actions: readonly ActionName[]): Challenge => ({
  ...challenge,
  actions: challenge.actions.map((prompt, at) => ({ ...prompt, action: actions[at]! })),
});

describe('people in clips', { skip }, () => {
  const sightings = new Map<ClipName, readonly Sighting[]>();
  before(async () => {
    const vision = await loadVision();
    for (const clip of ['d0', 'd13', 'd18'] as const)
      sightings.set(clip, await watchRecording(vision, clipPath(clip)!));
  });
  const judge = (clip: ClipName, challenge: Challenge) =>
    judgeActions(challenge, measureActions(challenge, sightings.get(clip)!), null).map(({ code }) => code);

  test('who open their mouth and then blink pass where that was asked for', () => {
    assert.deepEqual(judge('d18', fitting('d18', 0, 3)), []);
  });

  test('who blink behind glasses are seen to', () => {
    assert.deepEqual(judge('d13', fitting('d13', 0, 3)), []);
  });

  test('whose eyes are narrow are seen to blink', () => {
    assert.deepEqual(judge('d0', fitting('d0', 0)), []);
  });

  test('who open their mouth do not pass for nodding or shaking their head', () => {
    const challenge = fitting('d18', 0, 3);
    assert.ok(judge('d18', asking(challenge, 'nod', 'shake')).length > 0);
  });

  test('who did it in the other order do not pass', () => {
    assert.ok(judge('d18', asking(fitting('d18', 0, 3), 'blink', 'mouth')).length > 0);
  });

  test('who only grin have not opened their mouth', () => {
    const grin = asking(fitting('d0', 0), 'mouth');
    const early = { ...grin, actions: grin.actions.map((prompt) => ({ ...prompt, fromMs: 600 })) };
    assert.deepEqual(judge('d0', early), [1209]);
  });
});
