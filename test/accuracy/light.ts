// Measures the light signal on SIMULATED films and writes docs/light.md:
//   node test/accuracy/light.ts [--cases N] [--lamps N] [--films FILE]
// Takes about 12 minutes on an idle core; needs the clips beside the checkout. With `--films` the colours that were read are also
// written there, line by line, and a run that was broken off goes on from it; what is measured from them is measured anew.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { RegionColors } from '../../src/verify/liveness/light/region-colors.ts';
import { loadVision } from '../../src/vision/faces.ts';
import type { ClipName } from '../support/shared-data.ts';
import { findVideoEncoder } from '../support/video-encoder.ts';
import { type DrawnSpecies, drawnSpecies, type HalvedClip, halveClip, readFilm } from './light-films.ts';
import { type MeasuredFilm, measureFilm } from './light-measured.ts';
import { reportLight } from './light-report.ts';
import { firstWithLamp, lightCase, lightClips } from './light-scenes.ts';

type Film = {
  readonly at: number;
  readonly species: DrawnSpecies;
  readonly colors: readonly RegionColors[];
};

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100' },
    lamps: { type: 'string', default: '60' },
    films: { type: 'string' },
  },
});
const known = new Map<string, Film>();
if (values.films && existsSync(values.films)) {
  for (const line of readFileSync(values.films, 'utf8').trim().split('\n')) {
    const film = JSON.parse(line) as Film;
    known.set(`${film.at} ${film.species}`, film);
  }
}
const encoder = await findVideoEncoder();
if (!encoder) throw new Error('This needs ffmpeg or node-av.');
const vision = await loadVision();
const clips = new Map<ClipName, HalvedClip>();
for (const name of lightClips) clips.set(name, await halveClip(name, vision, encoder.name));

const measured: MeasuredFilm[] = [];
const numbers = [
  ...Array.from({ length: Number(values.cases) }, (_, at) => at),
  ...Array.from({ length: Number(values.lamps) }, (_, at) => firstWithLamp + at),
];
for (const [done, at] of numbers.entries()) {
  for (const species of drawnSpecies) {
    const { colors } = known.get(`${at} ${species}`) ?? (await film(at, species));
    measured.push(...measureFilm(lightCase(at), species, colors));
  }
  process.stderr.write(`\r${done + 1} of ${numbers.length}`);
}
writeFileSync(new URL('../../docs/light.md', import.meta.url), `${reportLight(measured)}\n`);

async function film(at: number, species: DrawnSpecies): Promise<Film> {
  const light = lightCase(at);
  const { colors } = await readFilm(clips.get(light.clip)!, light, species);
  if (values.films) appendFileSync(values.films, `${JSON.stringify({ at, species, colors })}\n`);
  return { at, species, colors };
}
