import { cardTypeNames } from '../../src/cards/card-type.ts';
import { type Severity, severities } from '../../src/specimen/camera/shot.ts';
import type { CardRead } from './card-readings.ts';
import {
  areRight,
  editsBetween,
  interval,
  isRight,
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

/** The aims of the whole, on Latin print: all types together, with Wilson's intervals. */
export function aimTable(reads: Reads): string {
  const good = reads.filter(({ severity }) => severity !== 'hard');
  const hard = reads.filter(({ severity }) => severity === 'hard');
  const ktp = good.filter(({ type }) => type === 'IndonesiaIDCard');
  const others = good.filter(({ type }) => type !== 'IndonesiaIDCard');
  const row = (name: string, aim: string, of: Reads, measure: number) => {
    const by = (likeness: Likeness) =>
      rateOf(of.map((read) => measures[measure]?.of(read, likeness) ?? null));
    const [alnum, exact] = [by('alnum'), by('exact')];
    return [name, aim, `${percent(alnum)} ${interval(alnum)}`, percent(exact)];
  };
  return table(
    ['clear and ordinary photos', 'aim', 'letters and digits', 'to the letter'],
    [
      row('number', '99', good, 0),
      row('name', '97', good, 1),
      row('address', '92', good, 2),
      row('all fields of a card, without the KTP', '85', others, 3),
      row('all 17 fields of a KTP', '75', ktp, 3),
      row('number, hard photos', '95', hard, 0),
    ],
  );
}

/** Every field of every type, clear and ordinary photos beside hard ones. */
export function fieldTable(reads: Reads): string {
  const rows = typesOf(reads).flatMap((type) => {
    const own = reads.filter((read) => read.type === type);
    const members = Object.keys(own[0]?.truth ?? {});
    return members.map((member) => {
      const of = (isHard: boolean, by: Likeness): Rate =>
        rateOf(
          own
            .filter(({ severity }) => (severity === 'hard') === isHard)
            .map((read) =>
              (read.truth[member] ?? null) === null
                ? null
                : isRight(read.truth[member] ?? null, read.read[member], by),
            ),
        );
      return [
        type,
        member,
        percent(of(false, 'alnum')),
        percent(of(false, 'exact')),
        percent(of(true, 'alnum')),
      ];
    });
  });
  return table(['type', 'field', 'clear and ordinary', 'the same, to the letter', 'hard'], rows);
}

/** Names of special difficulty: with Ñ, Chinese ones spelled by the telegraph code, Thai ones. */
export function nameTable(reads: Reads): string {
  const good = reads.filter(({ severity }) => severity !== 'hard');
  const enye = good.filter((read) => roles[read.type].names.some((name) => read.truth[name]?.includes('Ñ')));
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

/** Numbers with a check digit that passed and are wrong. */
export function wrongPassTable(reads: Reads): string {
  const withDigit = [
    'HKIDCard',
    'InternationalIDPassport',
    'ThailandIDCard',
    'SingaporeIDCard',
    'MainlandIDCard',
  ];
  const rows = withDigit.map((type) => {
    const own = reads.filter((read) => read.type === type);
    const passed = own.filter(({ isPass }) => isPass);
    const wrong = passed.filter((read) => areRight(read, [roles[read.type].number], 'exact') === false);
    return [type, String(own.length), String(passed.length), String(wrong.length)];
  });
  const sum = (column: number) => String(rows.reduce((total, row) => total + Number(row[column]), 0));
  return table(
    ['type', 'readings', 'passed', 'passed with a wrong number'],
    [...rows, ['together', sum(1), sum(2), sum(3)]],
  );
}
