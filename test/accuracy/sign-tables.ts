import { noteInjection } from '../../src/verify/decide-injection.ts';
import { judgeTexture } from '../../src/verify/decide-texture.ts';
import { injectionThresholds } from '../../src/verify/thresholds-injection.ts';
import { textureThresholds } from '../../src/verify/thresholds-texture.ts';
import { quantileOf, rateOf } from './liveness-rates.ts';
import { markdownTable } from './markdown-table.ts';
import { percent } from './percent.ts';
import type { SignRow } from './sign-rows.ts';

type Rows = readonly SignRow[];

const latticeOf = ({ texture }: SignRow) => texture.pattern?.strength ?? 0;

/** How often the lattice refuses, group by group: of bona fide recordings that is BPCER, of attacks 1 - APCER. */
export function latticeTable(rows: Rows): string {
  const lines = groupsOf(rows).map(([group, own]) => {
    const trials = own.map((row) => ({
      person: row.person,
      isError: judgeTexture(row.texture).some(({ refuses }) => refuses),
    }));
    const { count, people, perPresentation, perPerson, low, high } = rateOf(trials);
    const strengths = own.map(latticeOf);
    return [
      group,
      String(count),
      String(people),
      [0, 0.5, 1].map((share) => quantileOf(strengths, share).toFixed(1)).join(' · '),
      `${percent(perPresentation)} / ${percent(perPerson)}`,
      `${percent(low)} to ${percent(high)}`,
    ];
  });
  return markdownTable(
    ['recordings', 'n', 'people', 'strength: least · median · most', 'refused', '95 %'],
    lines,
  );
}

/** Share refused at other marks than the shipped one. */
export function rocTable(rows: Rows, photoStrengths: readonly number[]): string {
  const of = (kind: SignRow['kind']) => rows.filter((row) => row.kind === kind);
  const [bonaFide, attacks] = [of('bona fide'), of('attack')];
  const screens = attacks.filter(({ group }) => /screen|phone|tablet|monitor/.test(group));
  const others = attacks.filter((row) => !screens.includes(row));
  const shareAt = (own: readonly number[], mark: number) =>
    percent(own.filter((strength) => strength >= mark).length / own.length);
  const lines = [2, 2.5, 3, 3.5, 4, textureThresholds.latticeMost.value, 5, 6, 8, 12].map((mark) => [
    String(mark),
    ...[bonaFide, screens, others].map((own) => shareAt(own.map(latticeOf), mark)),
    shareAt(photoStrengths, mark),
  ]);
  return markdownTable(
    [
      'refused from',
      `bona fide (${bonaFide.length})`,
      `screens (${screens.length})`,
      `no screens: file, print, paper (${others.length})`,
      `single photos of LFW (${photoStrengths.length})`,
    ],
    lines,
  );
}

/** What is stored and does not refuse: colours, signs of injection. */
export function storedTable(rows: Rows): string {
  const lines = groupsOf(rows).map(([group, own]) => {
    const range = (reading: (row: SignRow) => number | undefined, digits: number) => {
      const values = own.flatMap((row) => reading(row) ?? []);
      return values.length === 0
        ? 'not measured'
        : [0, 0.5, 1].map((share) => quantileOf(values, share).toFixed(digits)).join(' · ');
    };
    return [
      group,
      range(({ texture }) => texture.gamut?.spread, 1),
      range(({ texture }) => texture.gamut?.black, 0),
      range(({ injection }) => injection.compression?.foreignGrid, 1),
      range(({ injection }) => injection.exposure?.faceSwing, 3),
      range(({ injection }) => injection.exposure?.noise, 2),
      notesOf(own),
    ];
  });
  const titles = [
    'recordings',
    'gamut',
    'black',
    'foreign grid',
    'swing',
    'noise',
    'notes but `even-frames`',
  ];
  return markdownTable(titles, lines);
}

function notesOf(own: Rows): string {
  const ids = own.flatMap(({ injection }) =>
    noteInjection(injection).map(({ id }) => id.replace('injection.', '')),
  );
  const counts = [...Map.groupBy(ids, (id) => id)].filter(([id]) => id !== 'even-frames');
  return counts.map(([id, all]) => `${all.length} × ${id}`).join(', ') || 'none';
}

/** The marks of both kinds of signs, as they stand in the code. */
export function signThresholdTable(): string {
  const all = { ...textureThresholds, ...injectionThresholds };
  const lines = Object.entries(all).map(([name, { value, date, setOn, errorRate }]) => [
    ...[`\`${name}\``, String(value), date, setOn, errorRate],
  ]);
  return markdownTable(['threshold', 'value', 'set', 'on', 'error rate there'], lines);
}

function groupsOf(rows: Rows): readonly (readonly [string, Rows])[] {
  return [...Map.groupBy(rows, ({ kind, group }) => `${kind}: ${group}`)];
}
