import type { Threshold } from '../../src/verify/thresholds.ts';
import { lightThresholds } from '../../src/verify/thresholds-light.ts';
import { leftOutTable, type Mark } from './left-out.ts';
import { lampSection } from './light-lamps.ts';
import type { MeasuredFilm } from './light-measured.ts';
import { firstWithLamp } from './light-scenes.ts';
import { type Films, passes, rateCells, reasonsOf, speciesTable } from './light-tables.ts';
import { closing, opening, rocText, sceneText, shapeText } from './light-words.ts';
import { quantileOf } from './liveness-rates.ts';
import { markdownTable } from './markdown-table.ts';
import { percent } from './percent.ts';

type Measure = (film: MeasuredFilm) => number | null;

const agreement: Measure = ({ signal }) => signal?.response.agreement ?? null;
const behind: Measure = ({ signal }) => signal?.shape.behind ?? null;
const rim: Measure = ({ signal }) => signal?.shape.rim ?? null;
const neck: Measure = ({ signal }) => signal?.shape.neck ?? null;
const relief: Measure = ({ signal }) => signal?.relief ?? null;
const patches: Measure = ({ signal }) => signal?.patches ?? null;

const isOf =
  (...starts: readonly string[]) =>
  ({ species }: MeasuredFilm) =>
    starts.some((start) => species.startsWith(start));

const hasLamp = ({ light }: MeasuredFilm) => light.at >= firstWithLamp;

/** The whole page `docs/light.md`. */
export function reportLight(all: Films): string {
  const [films, underLamps] = [all.filter((film) => !hasLamp(film)), all.filter(hasLamp)];
  const right = films.filter(isOf('right'));
  return [
    opening(right.length),
    '## What passes and what is refused',
    speciesTable(films),
    '## Who is refused wrongly, by scene',
    sceneText,
    sceneTable(right),
    lampSection(underLamps),
    '## How well each measure separates',
    rocText,
    rocTable(films, right),
    shapeText,
    shapeTable(films),
    '## Leaving people out',
    'Agreement set for each person on the others alone: the value that one of a hundred of their wrong sequences reaches.',
    othersTable(films),
    leftOutText,
    leftOutTable(marksOf(right)),
    '## Thresholds',
    'They stand in `src/verify/thresholds-light.ts`; this table is made from it.',
    thresholdTable(),
    closing,
  ].join('\n\n');
}

function sceneTable(right: Films): string {
  const groups: readonly (readonly [string, (film: MeasuredFilm) => boolean])[] = [
    ["screen below 0.1 of the room's light", ({ screenShare }) => screenShare < 0.1],
    ['0.1 to 0.3', ({ screenShare }) => screenShare >= 0.1 && screenShare < 0.3],
    ['0.3 to 1', ({ screenShare }) => screenShare >= 0.3 && screenShare < 1],
    ['1 and more', ({ screenShare }) => screenShare >= 1],
    ['skin as filmed', ({ light }) => light.scene.skin === 1],
    ['skin at 0.6 of that', ({ light }) => light.scene.skin === 0.6],
    ['skin at 0.35 of that', ({ light }) => light.scene.skin === 0.35],
    ['25 to 40 cm', ({ light }) => light.scene.distanceCm < 40],
    ['40 to 60 cm', ({ light }) => light.scene.distanceCm >= 40],
    ["no exposure of the camera's own", ({ light }) => !light.scene.hasAutoExposure],
    ['glasses', ({ light }) => light.scene.wearsGlasses],
    ["half or more of the room's light from the front", ({ light }) => light.scene.lamp.share >= 0.5],
    ['all', () => true],
  ];
  const rows = groups.map(([name, belongs]) => {
    const own = right.filter(belongs);
    return [name, ...rateCells(own, (film) => !passes(film)), reasonsOf(own)];
  });
  return markdownTable(['scene', 'n', 'people', 'refused', '95 %', 'by'], rows);
}

/** A measure, what it must tell apart, and whether the honest stand higher. */
const pairs: readonly (readonly [string, Measure, readonly string[], 1 | -1])[] = [
  ['agreement', agreement, ['another sequence'], 1],
  ['agreement', agreement, ['no light'], 1],
  ['agreement', agreement, ['late'], 1],
  ['agreement', agreement, ['running away', 'falling behind'], 1],
  ['behind', behind, ['tint over the frame'], -1],
  ['rim', rim, ['tint over the face-box', 'tint over the face-outline'], -1],
  ['rim', rim, ['sheet'], -1],
  ['neck', neck, ['tint over the face-box', 'tint over the face-outline'], 1],
  ['relief', relief, ['soft spot'], 1],
  ['relief', relief, ['tint over the face-box', 'tint over the face-outline'], 1],
];

function rocTable(films: Films, right: Films): string {
  const rows = pairs.map(([name, measure, species, sign]) => {
    const values = (list: Films) =>
      list
        .map(measure)
        .filter((value) => value !== null)
        .map((value) => sign * value);
    const [honest, attacks] = [values(right), values(films.filter(isOf(...species)))];
    const missed = (apcer: number) => {
      const mark = quantileOf(attacks, 1 - apcer);
      return percent(honest.filter((value) => value <= mark).length / honest.length);
    };
    return [
      name,
      species.join(', '),
      attacks.length,
      areaUnder(honest, attacks),
      missed(0),
      missed(0.01),
      missed(0.05),
    ];
  });
  const head = ['measure', 'against', 'n', 'area', 'BPCER at APCER 0', 'at 1 %', 'at 5 %'];
  return markdownTable(head, rows);
}

/** How often an honest one stands higher than an attack. */
function areaUnder(honest: readonly number[], attacks: readonly number[]): string {
  let wins = 0;
  for (const one of honest) for (const other of attacks) wins += one > other ? 1 : one === other ? 0.5 : 0;
  return (wins / (honest.length * attacks.length)).toFixed(4);
}

function shapeTable(films: Films): string {
  const rows = [...Map.groupBy(films, ({ species }) => species)].map(([species, own]) => [
    species,
    ...[agreement, behind, rim, neck, relief, patches].map((measure) => {
      const values = own.map(measure).filter((value) => value !== null);
      return values.length < 5
        ? '–'
        : [0.05, 0.5, 0.95].map((share) => quantileOf(values, share).toFixed(2)).join(' · ');
    }),
  ]);
  return markdownTable(['species', 'agreement', 'behind', 'rim', 'neck', 'relief', 'patches'], rows);
}

const leftOutText = `The others, set anew on the right films without each clip in turn, and tried on that clip: at the same distance
(as a ratio) from the nearest of the others as the shipped one has from the nearest of all, both among those that the shipped one lets pass. \`driftMost\` and
\`driftGainMost\` refuse only together and \`otherChangeLeast\` is set on films without light, \`reliefLeast\` is no ratio but a logarithm: they are not among them. The clips show about four people.`;

function marksOf(right: Films): readonly Mark[] {
  const { agreementLeast, behindMost, rimMost, rimWithoutNeckMost, neckLeast, patchesMost } = lightThresholds;
  const mark = (name: string, { value }: Threshold, refuses: Mark['refuses'], measure: Measure): Mark => ({
    ...{ name, value, refuses },
    shown: right.flatMap((film) => {
      const measured = measure(film);
      return measured === null ? [] : { person: film.person, value: measured };
    }),
  });
  const withNeck: Measure = (film) => (neck(film) === null ? null : rim(film));
  const withoutNeck: Measure = (film) => (neck(film) === null ? rim(film) : null);
  return [
    mark('agreementLeast', agreementLeast, 'below', agreement),
    mark('behindMost', behindMost, 'above', behind),
    mark('rimMost', rimMost, 'above', withNeck),
    mark('rimWithoutNeckMost', rimWithoutNeckMost, 'above', withoutNeck),
    mark('neckLeast', neckLeast, 'below', neck),
    mark('patchesMost', patchesMost, 'above', patches),
  ];
}

function othersTable(films: Films): string {
  const wrong = films.filter(isOf('another sequence'));
  const right = films.filter(isOf('right'));
  const known = (list: Films) => list.map((film) => agreement(film) ?? 0);
  const rows = [...new Set(films.map(({ person }) => person))].map((person) => {
    const mark = quantileOf(known(wrong.filter((film) => film.person !== person)), 0.99);
    const own = (list: Films) => known(list.filter((film) => film.person === person));
    const [refused, reached] = [
      own(right).filter((value) => value < mark),
      own(wrong).filter((value) => value >= mark),
    ];
    return [
      person,
      mark.toFixed(2),
      `${refused.length} of ${own(right).length}`,
      `${reached.length} of ${own(wrong).length}`,
    ];
  });
  return markdownTable(['person left out', 'mark', 'right ones below', 'wrong ones above'], rows);
}

function thresholdTable(): string {
  const rows = Object.entries(lightThresholds).map(([name, { value, date, setOn, errorRate }]) => [
    `\`${name}\``,
    ...[value, date, setOn, errorRate],
  ]);
  return markdownTable(['threshold', 'value', 'set', 'on', 'error rate there'], rows);
}
