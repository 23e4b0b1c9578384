import type { Random } from '../random.ts';

const malayMen = [
  'AHMAD',
  'MUHAMMAD HAFIZ',
  'MOHD FAIZAL',
  'AZMAN',
  'KHAIRUL ANUAR',
  'SYED ZAKARIA',
  'ISMAIL',
  'ZULKIFLI',
];
const malayWomen = [
  'SITI AMINAH',
  'NUR AISYAH',
  'FARAH NADIA',
  'NORHAYATI',
  'ROZITA',
  'NURUL IZZAH',
  'HALIMAH',
  'ZALEHA',
];
const chineseSurnames = ['TAN', 'LIM', 'ONG', 'LEE', 'WONG', 'CHEAH', 'NG', 'KHOO', 'TEOH', 'YAP', 'GOH'];
const chineseGiven = [
  'WEI LING',
  'KAH SENG',
  'MEI YEE',
  'CHEE KEONG',
  'SIEW HONG',
  'JIA HUI',
  'BOON TECK',
  'AH KOW',
];
const indianMen = ['SURESH', 'KUMARAN', 'RAJENDRAN', 'VIGNESH', 'GANESAN', 'THIAGARAJAN'];
const indianWomen = ['PRIYA', 'LETCHUMI', 'KAVITHA', 'SHALINI', 'MAHESWARI'];

export type MalaysianName = { readonly name: string; readonly isMuslim: boolean };

export function malaysianName(random: Random, isFemale: boolean): MalaysianName {
  const kind = random.unit();
  if (kind < 0.55) {
    const own = random.pick(isFemale ? malayWomen : malayMen);
    const name = `${own} ${isFemale ? 'BINTI' : 'BIN'} ${random.pick(malayMen)}`;
    return {
      name: random.chance(0.15) ? `${name} ${random.pick(['RAHMAN', 'YUSOF', 'SHAH'])}` : name,
      isMuslim: true,
    };
  }
  if (kind < 0.82) {
    return { name: `${random.pick(chineseSurnames)} ${random.pick(chineseGiven)}`, isMuslim: false };
  }
  const own = random.pick(isFemale ? indianWomen : indianMen);
  return { name: `${own} ${isFemale ? 'A/P' : 'A/L'} ${random.pick(indianMen)}`, isMuslim: false };
}

const towns = [
  ['50480', 'KUALA LUMPUR', 'W PERSEKUTUAN(KL)'],
  ['31400', 'IPOH', 'PERAK'],
  ['10450', 'GEORGE TOWN', 'PULAU PINANG'],
  ['81100', 'JOHOR BAHRU', 'JOHOR'],
  ['40150', 'SHAH ALAM', 'SELANGOR'],
  ['88300', 'KOTA KINABALU', 'SABAH'],
  ['93350', 'KUCHING', 'SARAWAK'],
  ['75350', 'MELAKA', 'MELAKA'],
  ['25200', 'KUANTAN', 'PAHANG'],
  ['05400', 'ALOR SETAR', 'KEDAH'],
] as const;
const streets = [
  'JALAN MELATI',
  'LORONG SERI INDAH',
  'PERSIARAN PERAJURIT',
  'JALAN SS 2',
  'LEBUH ACHEH',
  'JALAN TUN RAZAK',
];
const quarters = [
  'TAMAN PERAK',
  'TAMAN DESA JAYA',
  'KAMPUNG BARU',
  'BANDAR BARU',
  'TAMAN SRI MUDA',
  'SEKSYEN 7',
];

/** The printed lines of an address, three to five. */
export function malaysianAddress(random: Random): readonly string[] {
  const [code, town, state] = random.pick(towns);
  const house = random.chance(0.2)
    ? [`BLOK ${random.pick([...'ABCD'])}-${random.whole(1, 15)}-${random.whole(1, 12)}`, 'PANGSAPURI CEMPAKA']
    : [`NO ${random.whole(1, 288)}`];
  const street = `${random.pick(streets)} ${random.whole(1, 34)}`;
  const first = house.length === 1 ? [`${house[0]} ${street}`] : [`${house[0]} ${house[1]}`, street];
  return [...first, random.pick(quarters), `${code} ${town}`, state];
}

/** Codes of the states of birth inside the number: the first of each. */
export const birthStates = [
  '01',
  '02',
  '03',
  '04',
  '05',
  '06',
  '07',
  '08',
  '10',
  '12',
  '13',
  '14',
  '21',
  '59',
] as const;
