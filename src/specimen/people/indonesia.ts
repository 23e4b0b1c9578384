import type { Random } from '../random.ts';

const men = ['BUDI', 'AGUS', 'DIMAS', 'RIZKY', 'EKO', 'I WAYAN', 'MUHAMMAD', 'HENDRA', 'YOHANES', 'SLAMET'];
const women = ['SITI', 'DEWI', 'PUTRI', 'NI LUH', 'RATNA', 'MARIA', 'INDAH', 'FITRI', 'YULIANA', 'SRI'];
const others = [
  'SANTOSO',
  'WIJAYA',
  'KUSUMA',
  'SETIAWAN',
  'HIDAYAT',
  'NASUTION',
  'SIREGAR',
  'PRASETYO',
  'LESTARI',
];

export function indonesianName(random: Random, isFemale: boolean): string {
  const first = random.pick(isFemale ? women : men);
  if (random.chance(0.06)) return first;
  const middle = random.chance(0.4) ? ` ${random.pick(['NUR', 'ADI', 'PUTRA', 'AYU', 'TRI'])}` : '';
  return `${first}${middle} ${random.pick(others)}`;
}

/** Area codes as inside the NIK: province, regency (to 69) or city (from 71), district. */
const places = [
  {
    code: '317103',
    province: 'DKI JAKARTA',
    city: 'JAKARTA PUSAT',
    kind: 'KOTA',
    district: 'KEMAYORAN',
    village: 'SERDANG',
  },
  {
    code: '317404',
    province: 'DKI JAKARTA',
    city: 'JAKARTA SELATAN',
    kind: 'KOTA',
    district: 'PASAR MINGGU',
    village: 'RAGUNAN',
  },
  {
    code: '327308',
    province: 'JAWA BARAT',
    city: 'BANDUNG',
    kind: 'KOTA',
    district: 'CIDADAP',
    village: 'HEGARMANAH',
  },
  {
    code: '320107',
    province: 'JAWA BARAT',
    city: 'BOGOR',
    kind: 'KABUPATEN',
    district: 'CILEUNGSI',
    village: 'LIMUS NUNGGAL',
  },
  {
    code: '337402',
    province: 'JAWA TENGAH',
    city: 'SEMARANG',
    kind: 'KOTA',
    district: 'SEMARANG UTARA',
    village: 'BANDARHARJO',
  },
  {
    code: '347113',
    province: 'DI YOGYAKARTA',
    city: 'YOGYAKARTA',
    kind: 'KOTA',
    district: 'UMBULHARJO',
    village: 'SEMAKI',
  },
  {
    code: '357809',
    province: 'JAWA TIMUR',
    city: 'SURABAYA',
    kind: 'KOTA',
    district: 'SUKOLILO',
    village: 'KEPUTIH',
  },
  {
    code: '517103',
    province: 'BALI',
    city: 'DENPASAR',
    kind: 'KOTA',
    district: 'DENPASAR BARAT',
    village: 'PEMECUTAN KLOD',
  },
  {
    code: '127101',
    province: 'SUMATERA UTARA',
    city: 'MEDAN',
    kind: 'KOTA',
    district: 'MEDAN KOTA',
    village: 'TELADAN BARAT',
  },
  {
    code: '730601',
    province: 'SULAWESI SELATAN',
    city: 'GOWA',
    kind: 'KABUPATEN',
    district: 'BONTONOMPO',
    village: 'TAMALLAYANG',
  },
] as const;

export type IndonesianPlace = (typeof places)[number];

export const indonesianPlace = (random: Random): IndonesianPlace => random.pick(places);

const streets = [
  'JL. MERDEKA',
  'JL. KEBON JERUK',
  'DUSUN KRAJAN',
  'PERUM GRIYA INDAH',
  'GG. MAWAR',
  'JL. DIPONEGORO',
];

export function indonesianStreet(random: Random): string {
  const street = `${random.pick(streets)} NO. ${random.whole(1, 210)}`;
  return random.chance(0.3)
    ? `${street} BLOK ${random.pick([...'ABCDEF'])}${random.whole(1, 9)} PERUMNAS`
    : street;
}

export const faiths = [
  'ISLAM',
  'ISLAM',
  'ISLAM',
  'KRISTEN',
  'KATOLIK',
  'HINDU',
  'BUDHA',
  'KHONGHUCU',
] as const;
export const maritalStates = ['BELUM KAWIN', 'KAWIN', 'CERAI HIDUP', 'CERAI MATI'] as const;
export const occupations = [
  'KARYAWAN SWASTA',
  'PELAJAR/MAHASISWA',
  'MENGURUS RUMAH TANGGA',
  'WIRASWASTA',
  'PEGAWAI NEGERI SIPIL',
  'BURUH HARIAN LEPAS',
  'GURU',
  'PETANI/PEKEBUN',
] as const;
