import { cardTypeNames } from '../../src/cards/card-type.ts';
import { type Severity, severities } from '../../src/specimen/camera/shot.ts';
import type { CardRead } from './card-readings.ts';
import {
  areRight,
  editsBetween,
  interval,
  isWhollyRight,
  type Likeness,
  percent,
  type Rate,
  rateOf,
  roles,
} from './card-scores.ts';

type Reads = readonly CardRead[];

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const typesOf = (reads: Reads) => cardTypeNames.filter((name) => reads.some(({ type }) => type === name));

const measures: readonly {
  readonly name: string;
  readonly of: (read: CardRead, by: Likeness) => boolean | null;
}[] = [
  { name: 'number', of: (read, by) => areRight(read, [roles[read.type].number], by) },
  { name: 'name', of: (read, by) => areRight(read, roles[read.type].names, by) },
  { name: 'address', of: (read, by) => areRight(read, [roles[read.type].address ?? ''], by) },
  { name: 'all fields', of: isWhollyRight },
];

/** Per type and severity: number, name, address, all fields, by letters and digits; all fields to the letter last. */
export function typeTable(reads: Reads): string {
  const rows = typesOf(reads).flatMap((type) =>
    severities.map((severity) => {
      const own = reads.filter((read) => read.type === type && read.severity === severity);
      const cells = measures.map(({ of }) => percent(rateOf(own.map((read) => of(read, 'alnum')))));
      return [type, severity, ...cells, percent(rateOf(own.map((read) => isWhollyRight(read, 'exact'))))];
    }),
  );
  return table(['type', 'photo', ...measures.map(({ name }) => name), 'all, to the letter'], rows);
}

/** The aims of the whole, on Latin print: all types together, with Wilson's intervals. Names with Ñ are scored apart. */
export function aimTable(reads: Reads): string {
  const good = reads.filter(({ severity }) => severity !== 'hard');
  const hard = reads.filter(({ severity }) => severity === 'hard');
  const ktp = good.filter(({ type }) => type === 'IndonesiaIDCard');
  const others = good.filter(({ type }) => type !== 'IndonesiaIDCard');
  const withoutEnye = good.filter((read) => !hasEnye(read));
  const row = (name: string, aim: number, of: Reads, measure: number) => {
    const by = (likeness: Likeness) =>
      rateOf(of.map((read) => measures[measure]?.of(read, likeness) ?? null));
    const [alnum, exact] = [by('alnum'), by('exact')];
    return [
      name,
      String(aim),
      `${percent(alnum)} ${interval(alnum)}`,
      held(alnum, aim),
      percent(exact),
      gap(alnum, exact),
    ];
  };
  return table(
    [
      'clear and ordinary photos',
      'aim',
      'letters and digits',
      'aim reached',
      'to the letter',
      'points between (aim 4)',
    ],
    [
      row('number', 99, good, 0),
      row('name, without Ñ', 97, withoutEnye, 1),
      row('address', 92, good, 2),
      row('all fields of a card, without the KTP', 85, others, 3),
      row('all 17 fields of a KTP', 75, ktp, 3),
      row('number, hard photos', 95, hard, 0),
    ],
  );
}

function hasEnye(read: CardRead): boolean {
  return roles[read.type].names.some((name) => read.truth[name]?.includes('Ñ'));
}

function held({ right, count }: Rate, aim: number): string {
  return count === 0 ? '–' : (100 * right) / count >= aim ? 'yes' : '**no**';
}

function gap(alnum: Rate, exact: Rate): string {
  return alnum.count === 0 ? '–' : ((100 * (alnum.right - exact.right)) / alnum.count).toFixed(1);
}

/** Every field of every type: where it is printed, how often it is right, by severity; the interval of the first pair. */
export function fieldTable(reads: Reads): string {
  const rows = typesOf(reads).flatMap((type) => {
    const own = reads.filter((read) => read.type === type);
    const members = [...new Set(own.flatMap(({ truth }) => Object.keys(truth)))];
    return members.map((member) => {
      const of = (chosen: readonly Severity[], by: Likeness): Rate =>
        rateOf(
          own.filter(({ severity }) => chosen.includes(severity)).map((read) => areRight(read, [member], by)),
        );
      const cells = severities.map((severity) => both(of([severity], 'alnum'), of([severity], 'exact')));
      return [type, member, ...cells, interval(of(['clear', 'ordinary'], 'alnum'))];
    });
  });
  return table(['type', 'field', ...severities, 'interval'], rows);
}

/** `98.3 / 96.7 of 60`. */
function both(alnum: Rate, exact: Rate): string {
  const share = ({ right, count }: Rate) => ((100 * right) / count).toFixed(1);
  return alnum.count === 0 ? '–' : `${share(alnum)} / ${share(exact)} of ${alnum.count}`;
}

/** Names of special difficulty: with Ñ, Chinese ones spelled by the telegraph code, Thai ones. */
export function nameTable(reads: Reads): string {
  const good = reads.filter(({ severity }) => severity !== 'hard');
  const enye = good.filter(hasEnye);
  const chinese = good.filter(({ type, truth }) => type === 'HKIDCard' && truth.RegistrationNumber);
  const thai = good.filter(({ type }) => type === 'ThailandIDCard');
  const thaiName = thai.map((read) => [read.truth.FullName ?? '', read.read.FullName ?? ''] as const);
  const characters = thaiName.reduce((sum, [truth]) => sum + [...truth].length, 0);
  const edits = thaiName.reduce((sum, [truth, read]) => sum + editsBetween(truth, read), 0);
  return table(
    ['names', 'aim', 'right'],
    [
      [
        'with Ñ, letters and digits, Ñ told from N',
        '–',
        percent(rateOf(enye.map((read) => areRight(read, roles[read.type].names, 'alnum')))),
      ],
      [
        'Chinese, where the telegraph code is printed',
        '98',
        percent(rateOf(chinese.map((read) => areRight(read, ['ChineseName'], 'exact')))),
      ],
      [
        'Thai, to the letter',
        '60',
        percent(rateOf(thai.map((read) => areRight(read, ['FullName'], 'exact')))),
      ],
      ['Thai, characters', '97', characters === 0 ? '–' : (100 * (1 - edits / characters)).toFixed(1)],
    ],
  );
}

/** What a card was taken for where nobody said its type, and how well its corners were found. */
export function findingTable(reads: Reads): string {
  const rows = severities.map((severity: Severity) => {
    const own = reads.filter((read) => read.severity === severity);
    const corner = (limit: number) =>
      percent(rateOf(own.map(({ cornerError }) => cornerError !== null && cornerError < limit)));
    return [
      severity,
      percent(rateOf(own.map(({ type, recognised }) => recognised === type))),
      String(own.filter(({ recognised }) => recognised === null).length),
      String(own.filter(({ type, recognised }) => recognised !== null && recognised !== type).length),
      corner(0.02),
      corner(0.05),
    ];
  });
  return table(
    ['photo', 'type told right', 'not told', 'told wrong', 'corners within 2 %', 'within 5 %'],
    rows,
  );
}

/** Which types were taken for which others, or for none. */
export function confusionTable(reads: Reads): string {
  const counts = new Map<string, number>();
  for (const { type, recognised, severity } of reads) {
    if (recognised === type) continue;
    const key = [type, recognised ?? 'none', severity].join(' | ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const rows = [...counts].sort(([, first], [, second]) => second - first);
  return table(
    ['type', 'taken for', 'photo', 'times'],
    rows.map(([key, count]) => [...key.split(' | '), String(count)]),
  );
}

/** Numbers with a check digit that passed and are wrong. */
export function wrongPassTable(reads: Reads): string {
  const rows = typesOf(reads).map((type) => {
    const own = reads.filter((read) => read.type === type);
    const passed = own.filter(({ isPass }) => isPass);
    const wrong = passed.filter((read) => areRight(read, [roles[read.type].number], 'alnum') === false);
    return [type, own.length, passed.length, wrong.length] as const;
  });
  const sum = (column: 1 | 2 | 3) => rows.reduce((total, row) => total + row[column], 0);
  return table(
    ['type', 'readings', 'passed', 'passed with a wrong number'],
    [...rows, ['together', sum(1), sum(2), sum(3)] as const].map((row) => row.map(String)),
  );
}
