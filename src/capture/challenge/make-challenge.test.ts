import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seededRandom, wholeNumbers } from '../../../test/support/seeded-random.ts';
import { type ActionName, actionNames, type Challenge, readChallenge } from '../../verify/challenge.ts';
import { type ChallengeLevel, makeChallenge } from './make-challenge.ts';
import { palette, redShare, relativeLuminance, type Shade } from './palette.ts';
import { cryptoRandom, cutUp, pick, type RandomSource, shuffled } from './random-source.ts';

const number = 10_000;
const levels: readonly ChallengeLevel[] = [2, 3, 4, 5];
/** Longest and shortest that a level may be, ms; level 4 stays under 9 s. */
const durations = { 2: [5000, 7500], 3: [4300, 5000], 4: [6500, 8500], 5: [8000, 10_000] } as const;

const repeatable = (seed: number): RandomSource => wholeNumbers(seededRandom(seed));

/** As many challenges of a level as are asserted over, by the generator that the product uses, of one and of two actions. */
function drawn(level: ChallengeLevel, random: RandomSource = cryptoRandom): readonly Challenge[] {
  return Array.from({ length: number }, (_, index) => {
    const names = shuffled(random, actionNames).slice(0, 1 + (index % 2));
    return makeChallenge(level, level === 3 ? [] : names, random);
  });
}

function shadeOf(color: string): Shade {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return [red, green, blue];
}

/** When the screen changes, from the black before the marker to the black after the last colour. */
function changesOf({ colors }: Challenge): readonly number[] {
  return [...colors.map(({ fromMs }) => fromMs), ...colors.slice(-1).map(({ toMs }) => toMs)];
}

function sharesOf<Key>(keys: readonly Key[]): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1 / keys.length);
  return counts;
}

for (const level of levels) {
  describe(`${number} challenges of level ${level}`, () => {
    const challenges = drawn(level);

    it('are files that the judge reads', () => {
      for (const challenge of challenges) {
        const reading = readChallenge(JSON.stringify(challenge));
        assert.ok(reading.ok, reading.ok ? '' : reading.text);
        assert.deepEqual(reading.challenge, challenge);
      }
    });

    it('take as long as is meant, and no two are equal', () => {
      const [shortest, longest] = durations[level];
      for (const { durationMs } of challenges) assert.ok(durationMs >= shortest && durationMs <= longest);
      assert.equal(new Set(challenges.map((challenge) => JSON.stringify(challenge))).size, number);
    });

    if (level !== 2) {
      it('never change the screen more than three times in any second, the marker counted', () => {
        for (const challenge of challenges) {
          const changes = changesOf(challenge);
          for (const [index, fourthMs] of changes.slice(3).entries()) {
            assert.ok(fourthMs - (changes[index] ?? 0) > 1000, JSON.stringify(challenge));
          }
        }
      });

      it('show each colour for 350 ms or longer, without gaps, from the marker on', () => {
        for (const { colors, markerMs, durationMs } of challenges) {
          assert.equal(colors[0]?.fromMs, markerMs);
          assert.ok((markerMs ?? 0) >= 700);
          for (const [index, { fromMs, toMs }] of colors.entries()) {
            assert.ok(toMs - fromMs >= 350);
            if (index > 0) assert.equal(fromMs, colors[index - 1]?.toMs);
          }
          assert.equal(colors.at(-1)?.toMs, durationMs - 500, 'a recording may lag by 500 ms');
        }
      });

      it('never show a saturated red, by the screen or by its light', () => {
        for (const { colors } of challenges) {
          for (const { color } of colors) {
            const shade = shadeOf(color);
            const [red, green, blue] = shade;
            assert.ok(redShare(shade) < 0.8, color);
            assert.ok(red === 0 || red / (red + green + blue) < 0.8, color);
          }
        }
      });

      it('begin with a jump of brightness, then vary: enough colours, dark and light, each far from the last', () => {
        const least = level === 5 ? 8 : 6;
        for (const { colors } of challenges) {
          const shades = colors.map(({ color }) => shadeOf(color));
          assert.ok(shades.length >= 1 + least);
          assert.ok(relativeLuminance(shades[0] as Shade) > 0.9);
          assert.ok(new Set(colors.map(({ color }) => color)).size >= 5, JSON.stringify(colors));
          for (const channel of [0, 1, 2]) {
            const states = shades.map((shade) => (shade[channel] ?? 0) > 127);
            const turns = states.filter((state, index) => index > 0 && state !== states[index - 1]).length;
            assert.ok(turns >= 3, `channel ${channel} of ${JSON.stringify(colors)}`);
          }
        }
      });
    }

    if (level !== 3) {
      it('give a neutral second first, then each action once, long enough and apart', () => {
        const [least, most] = level === 5 ? [1600, 1900] : [2000, 2300];
        for (const { actions, durationMs } of challenges) {
          assert.equal(new Set(actions.map(({ action }) => action)).size, actions.length);
          let reachedMs = 600;
          for (const { fromMs, toMs } of actions) {
            assert.ok(fromMs >= reachedMs + 400 && toMs - fromMs >= least && toMs - fromMs <= most);
            reachedMs = toMs;
          }
          assert.ok(reachedMs <= durationMs - 400);
        }
      });
    } else {
      it('ask for no action', () => {
        assert.ok(challenges.every(({ actions }) => actions.length === 0));
      });
    }
  });
}

describe('the chances of a challenge', () => {
  it('leave every colour possible at every place after the first two, none likely', () => {
    const challenges = drawn(3, repeatable(4));
    for (const place of [2, 3, 4, 5, 6]) {
      const shares = sharesOf(challenges.map(({ colors }) => colors[place]?.color));
      assert.equal(shares.size, palette.length);
      for (const [color, share] of shares) assert.ok(share > 0.05 && share < 0.2, `${color}: ${share}`);
    }
    const second = sharesOf(challenges.map(({ colors }) => colors[1]?.color));
    assert.ok(second.size >= 5 && Math.max(...second.values()) < 0.3, JSON.stringify([...second]));
  });

  it('hardly ever repeat the colours of another challenge, whatever their times', () => {
    const orders = drawn(3, repeatable(5)).map(({ colors }) => colors.map(({ color }) => color).join());
    assert.ok(new Set(orders).size > 0.85 * number, `${new Set(orders).size} orders`);
    assert.ok(Math.max(...sharesOf(orders).values()) < 0.001);
  });

  it('ask for two actions in either order as often', () => {
    const random = repeatable(6);
    const asked: readonly ActionName[] = ['blink', 'shake'];
    const first = Array.from({ length: number }, () => makeChallenge(2, asked, random).actions[0]?.action);
    const share = sharesOf(first).get('blink') ?? 0;
    assert.ok(Math.abs(share - 0.5) < 0.02, String(share));
  });

  it('put an action that is asked for alone anywhere within its time', () => {
    const random = repeatable(7);
    const starts = Array.from({ length: 2000 }, () => makeChallenge(5, ['nod'], random).actions[0]?.fromMs);
    const share = (from: number, to: number) =>
      starts.filter((start = 0) => start >= from && start < to).length / 2000;
    for (const from of [1000, 2000, 3000, 4000, 5000]) {
      assert.ok(
        share(from, from + 1000) > 0.12 && share(from, from + 1000) < 0.25,
        `${from}: ${share(from, from + 1000)}`,
      );
    }
  });
});

describe('a source of chances', () => {
  it('cuts a stretch into pieces that fit, whatever the stretch', () => {
    const random = repeatable(8);
    for (let totalMs = 700; totalMs < 9000; totalMs += 7) {
      const pieces = cutUp(random, totalMs, 350, 550);
      assert.equal(
        pieces.reduce((sum, ms) => sum + ms, 0),
        totalMs,
      );
      assert.ok(pieces.every((ms) => ms >= 350 && ms <= 550));
    }
    assert.throws(() => cutUp(random, 600, 350, 550));
  });

  it('uses the whole range, bounds included', () => {
    const seen = new Set(Array.from({ length: 1000 }, () => cryptoRandom.between(3, 6)));
    assert.deepEqual([...seen].sort(), [3, 4, 5, 6]);
    assert.throws(() => pick(cryptoRandom, []));
  });
});
