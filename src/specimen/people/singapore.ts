import type { Random } from '../random.ts';

export type SingaporeanName = {
  readonly name: string;
  readonly chinese: string | null;
  readonly race: string;
};

const chinese = [
  ['TAN', '陳'],
  ['LIM', '林'],
  ['LEE', '李'],
  ['ONG', '王'],
  ['WONG', '黃'],
  ['GOH', '吳'],
  ['CHUA', '蔡'],
  ['KOH', '許'],
] as const;
const chineseGiven = [
  ['WEI MING', '偉明'],
  ['HUI LING', '慧玲'],
  ['JUN JIE', '俊傑'],
  ['SIEW LAN', '秀蘭'],
  ['KOK WAH', '國華'],
  ['MEI YUN', '美雲'],
] as const;
const malay = [
  'MUHAMMAD FARHAN BIN ISMAIL',
  'NURUL HUDA BINTE AHMAD',
  'SITI NORAINI BINTE OSMAN',
  'AZMI BIN RAHMAT',
];
const indian = ['RAJESH S/O KRISHNAN', 'PRIYA D/O SUBRAMANIAM', 'KAVITHA D/O RAMASAMY', 'ARUN KUMAR'];
const eurasian = ['DE SOUZA MARK ANTHONY', 'PEREIRA CLARE MARIE', 'SHEPHERDSON IAN'];

export function singaporeanName(random: Random): SingaporeanName {
  const share = random.unit();
  if (share < 0.6) {
    const [surname, character] = random.pick(chinese);
    const [given, characters] = random.pick(chineseGiven);
    return { name: `${surname} ${given}`, chinese: character + characters, race: 'CHINESE' };
  }
  if (share < 0.78) return { name: random.pick(malay), chinese: null, race: 'MALAY' };
  if (share < 0.93) return { name: random.pick(indian), chinese: null, race: 'INDIAN' };
  return { name: random.pick(eurasian), chinese: null, race: 'EURASIAN' };
}

const streets = [
  'ANG MO KIO AVENUE',
  'BEDOK NORTH STREET',
  'JURONG WEST STREET',
  'TAMPINES STREET',
  'YISHUN RING ROAD',
  'CLEMENTI AVENUE',
];

/** The printed rows of an address, two or three, and its postcode. */
export function singaporeAddress(random: Random): {
  readonly rows: readonly string[];
  readonly postcode: string;
} {
  const postcode = `${random.pick(['46', '56', '64', '52', '76', '12'])}${random.digits(4)}`;
  const street = random.pick(streets);
  const block = `BLK ${random.whole(1, 899)} ${street}${street.endsWith('ROAD') ? '' : ` ${random.whole(1, 92)}`}`;
  const unit = `#${String(random.whole(1, 25)).padStart(2, '0')}-${random.whole(10, 999)}`;
  return { rows: [block, unit, `SINGAPORE ${postcode}`], postcode };
}
