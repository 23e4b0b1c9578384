import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Challenge } from '../../src/verify/challenge.ts';
import type { Picture } from '../support/video-encoder.ts';
import { allSpecies, trialOf } from './all-species.ts';
import { hasSources, type Lab, openLab } from './lab.ts';
import { planSession } from './sessions.ts';
import type { Level, Species } from './species.ts';

const skip = hasSources() ? false : 'the clips and photos that the lab copies are not here';

/** Some pictures of a recording, spread over its first 2.5 s. */
async function somePictures(
  lab: Lab,
  species: Species,
  level: Level,
  index = 0,
): Promise<readonly Picture[]> {
  const { pictures, framesPerSecond } = await species.make(lab, trialOf(species, level, index));
  const kept: Picture[] = [];
  let at = 0;
  for await (const picture of pictures) {
    if (at % Math.round(framesPerSecond / 2) === 0) kept.push({ ...picture, data: picture.data.slice() });
    at += 1;
    if (kept.length === 6) break;
  }
  return kept;
}

const named = (name: string): Species => {
  const species = allSpecies.find((candidate) => candidate.name === name);
  if (!species) throw new Error(`There is no species "${name}".`);
  return species;
};

/** Mean difference of two pictures, in shades. */
function differenceOf(first: Picture, second: Picture): number {
  let sum = 0;
  for (let at = 0; at < first.data.length; at += 97) sum += Math.abs(first.data[at]! - second.data[at]!);
  return sum / (first.data.length / 97);
}

describe('the species of the attack lab', () => {
  it('each have a name of their own, and say what is simulated in them', () => {
    assert.equal(new Set(allSpecies.map(({ name }) => name)).size, allSpecies.length);
    assert.deepEqual(
      allSpecies.filter(
        ({ simulates }) => !/SIMULATED|session that (would|passed)|same recordings/i.test(simulates),
      ),
      [],
    );
  });

  it('begin with the strongest attack, which is on no level that asks for nothing', () => {
    assert.match(allSpecies[0]!.name, /^rendered injection, sequence known/);
    assert.deepEqual(allSpecies[0]!.levels, [3, 4, 5]);
  });
});

describe('recordings of the attack lab', { skip }, () => {
  let lab: Lab;
  before(async () => {
    lab = await openLab();
  });

  for (const [name, level] of [
    ['photo on bent paper', 3],
    ['video on a phone', 3],
    ['right colours flat over the face', 4],
    ['right colours softly over the face', 5],
  ] as const) {
    it(`are the same again for the same seed: ${name}`, async () => {
      const [first, second] = [
        await somePictures(lab, named(name), level),
        await somePictures(lab, named(name), level),
      ];
      assert.equal(first.length, 6);
      for (const [at, { data }] of first.entries()) assert.ok(Buffer.from(data).equals(second[at]!.data));
    });
  }

  it('differ from number to number', async () => {
    const species = named('photo on flat paper');
    const [first, second] = [await somePictures(lab, species, 1, 0), await somePictures(lab, species, 1, 1)];
    assert.ok(differenceOf(first[0]!, second[0]!) > 10);
  });

  it('of a session replayed are asked another challenge than they were made for', async () => {
    const replayed = await named('session replayed into another challenge').make(
      lab,
      trialOf(named('session replayed into another challenge'), 3, 0),
    );
    const own = await named('bona fide').make(lab, trialOf(named('bona fide'), 3, 0));
    assert.notDeepEqual(replayed.challenge?.colors, own.challenge?.colors);
  });

  it('of a session replayed for the same merchant are asked the same actions, at other moments', async () => {
    const species = named('session replayed, the same actions asked again');
    const { challenge, variant } = await species.make(lab, trialOf(species, 2, 12));
    const own = planSession(trialOf(species, 2, 12)).challenge!;
    const namesOf = (asked: Challenge) => asked.actions.map(({ action }) => action).sort();
    assert.deepEqual(namesOf(challenge!), namesOf(own));
    assert.equal(variant, own.actions.map(({ action }) => action).join(' + '));
    assert.notDeepEqual(challenge!.actions, own.actions);
  });

  it('of a loop come again after 1 to 2 s, and no others do', async () => {
    const repeats = async (name: string) => {
      const { pictures } = await named(name).make(lab, trialOf(named(name), 1, 0));
      const seen = new Set<string>();
      let again = 0;
      for await (const { data } of pictures) {
        const key = Buffer.from(data.subarray(300_000, 300_900)).toString('hex');
        if (seen.has(key)) again += 1;
        seen.add(key);
      }
      return again;
    };
    assert.ok((await repeats('loop')) > 20);
    assert.equal(await repeats('bona fide'), 0);
  });
});
