import type { Challenge } from '../../src/verify/challenge.ts';
import type { Encoding } from '../support/video-encoder.ts';
import { trialOf } from './all-species.ts';
import type { Lab } from './lab.ts';
import type { Level, Species } from './species.ts';

/** A recording that was written, and what was asked of it. */
export type MadeRecording = {
  readonly person: string;
  readonly variant: string;
  readonly challenge: Challenge | null;
};

/** Makes one recording of a species and writes it, compressed as a page's recorder does it, to a path. */
export async function makeRecording(
  lab: Lab,
  species: Species,
  level: Level,
  index: number,
  path: string,
): Promise<MadeRecording> {
  const trial = trialOf(species, level, index);
  const { person, variant, challenge, framesPerSecond, pictures } = await species.make(lab, trial);
  const encoding: Encoding = {
    codec: trial.random.next() < 0.7 ? 'h264' : 'vp8',
    framesPerSecond,
    kilobitsPerSecond: trial.random.pick([700, 1000, 1000, 1500, 2500]),
  };
  await lab.encoder.encode(path, pictures, encoding);
  return { person, variant, challenge };
}
