import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { evidenceOf } from '../../test/support/living-person.ts';
import type { ActionName, Challenge } from './challenge.ts';
import type { Signals } from './evidence.ts';
import type { ActionEvent } from './liveness/actions/action-event.ts';
import { stretchToLookAtAgain } from './second-look.ts';

function asking(...actions: readonly ActionName[]): Challenge {
  const prompts = actions.map((action, at) => ({ action, fromMs: 1500 + 2500 * at, toMs: 3000 + 2500 * at }));
  return { level: 2, durationMs: 7000, actions: prompts, colors: [], markerMs: null, shown: [] };
}

const blink: ActionEvent = { action: 'blink', fromMs: 1900, peakMs: 2000, toMs: 2200, size: 0.6 };
const mouth: ActionEvent = { action: 'mouth', fromMs: 4200, peakMs: 4700, toMs: 5200, size: 0.9 };

const stretchOf = (challenge: Challenge, events: readonly ActionEvent[], signals: Partial<Signals> = {}) => {
  const actions = { events, flatTurnMs: 0 };
  return stretchToLookAtAgain({ ...evidenceOf({ ...signals, actions }), challenge });
};

describe('every frame is looked at', () => {
  test('round a blink that was asked for and not seen, from before its window to where its lids are back at the longest lag', () => {
    assert.deepEqual(stretchOf(asking('blink'), []), { fromMs: 1100, toMs: 4400 });
    assert.deepEqual(stretchOf(asking('mouth', 'blink'), [{ ...mouth, fromMs: 1700, peakMs: 2200 }]), {
      fromMs: 3600,
      toMs: 6900,
    });
  });

  test('nowhere when the blink was seen, or none was asked for', () => {
    assert.equal(stretchOf(asking('blink'), [blink]), null);
    assert.equal(stretchOf(asking('mouth'), [{ ...mouth, fromMs: 1700, peakMs: 2200 }]), null);
  });

  test('nowhere when the recording is refused all the same', () => {
    assert.equal(stretchOf(asking('blink', 'mouth'), []), null);
    assert.equal(stretchOf(asking('blink'), [], { samePerson: { leastCosine: 0.1 } }), null);
  });
});
