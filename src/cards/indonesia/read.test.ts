import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardPage, printed, type WrittenLine } from '../../../test/support/card-page.ts';
import { readIndonesia } from './read.ts';
import { indonesiaNormalShape, indonesiaShape } from './shape.ts';
import { indonesia } from './type.ts';

const values = [
  ['Nama', 'SITI NUR SETIAWAN'],
  ['Tempat/Tgl Lahir', 'BOGOR, 16-05-1971'],
  ['Jenis Kelamin', 'PEREMPUAN'],
  ['Alamat', 'JL. MERDEKA NO. 92'],
  ['', 'BLOK A1 PERUMNAS'],
  ['RT/RW', '007/008'],
  ['Kel/Desa', 'TELADAN BARAT'],
  ['Kecamatan', 'MEDAN KOTA'],
  ['Agama', 'ISLAM'],
  ['Status Perkawinan', 'CERAI MATI'],
  ['Pekerjaan', 'PETANI/PEKEBUN'],
  ['Kewarganegaraan', 'WNI'],
  ['Berlaku Hingga', 'SEUMUR HIDUP'],
] as const;

const head: readonly WrittenLine[] = [
  printed('PROVINSI SUMATERA UTARA', 380, 28, 38),
  printed('KOTA MEDAN', 500, 74, 38),
  printed('NIK', 40, 138, 40),
  printed(': 1271015605710009', 160, 136, 40),
];
const rest: readonly WrittenLine[] = [
  printed('Gol. Darah : B', 615, 284, 30),
  printed('MEDAN', 1010, 606, 30),
  printed('07-01-2013', 1000, 640, 30),
];

type Rows = readonly (readonly [string, string])[];

/** Label, colon and value each where the card prints them; rows 41 pixels apart. */
function body(rows: Rows = values): readonly WrittenLine[] {
  return rows.flatMap(([label, value], index) => {
    const top = 202 + 41 * index;
    const lines = label === '' ? [] : [printed(label, 40, top, 30)];
    return value === '' ? lines : [...lines, printed(`: ${value}`, 292, top, 30)];
  });
}

const changed = (label: string, ...by: Rows): Rows =>
  values.flatMap((row) => (row[0] === label ? by : [row]));

const read = (rows: Rows = values) => readIndonesia(cardPage([...head, ...body(rows), ...rest]));

test('a whole card is read into all seventeen members', async () => {
  const reading = await read();
  assert.deepEqual(reading.reasons, []);
  assert.equal(reading.numberHolds, true);
  assert.deepEqual(indonesiaShape(reading), {
    NIK: '1271015605710009',
    Nama: 'SITI NUR SETIAWAN',
    TempatTglLahir: 'BOGOR, 16-05-1971',
    JenisKelamin: 'PEREMPUAN',
    GolDarah: 'B',
    Alamat: 'JL. MERDEKA NO. 92 BLOK A1 PERUMNAS',
    RTRW: '007/008',
    KelDesa: 'TELADAN BARAT',
    Kecamatan: 'MEDAN KOTA',
    Agama: 'ISLAM',
    StatusPerkawinan: 'CERAI MATI',
    Perkerjaan: 'PETANI/PEKEBUN',
    KewargaNegaraan: 'WNI',
    BerlakuHingga: 'SEUMUR HIDUP',
    IssuedDate: '07-01-2013',
    Provinsi: 'SUMATERA UTARA',
    Kota: 'KOTA MEDAN',
  });
});

test('both shapes carry the same seventeen values', async () => {
  const reading = await read();
  const sorted = (shape: object) => Object.values(shape).toSorted();
  assert.deepEqual(sorted(indonesiaNormalShape(reading)), sorted(indonesiaShape(reading)));
});

test('a card whose labels are all too blurred is read by content and order', async () => {
  const reading = await read(values.map(([, value]) => ['', value]));
  assert.equal(indonesiaShape(reading).Kecamatan, 'MEDAN KOTA');
  assert.equal(indonesiaShape(reading).Alamat, 'JL. MERDEKA NO. 92 BLOK A1 PERUMNAS');
  assert.equal(indonesiaShape(reading).Perkerjaan, 'PETANI/PEKEBUN');
});

test('a lost row is null and does not shift its neighbours', async () => {
  const shape = indonesiaShape(await read(changed('Kel/Desa', ['Kel/Desa', ''])));
  assert.equal(shape.KelDesa, null);
  assert.equal(shape.Kecamatan, 'MEDAN KOTA');
  assert.equal(shape.RTRW, '007/008');
});

test('labels and values that were read as one line are told apart', async () => {
  const lines = values.flatMap(([label, value], index): WrittenLine[] =>
    label === '' ? [] : [printed(`${label} : ${value}`, 40, 202 + 41 * index, 30)],
  );
  const reading = await readIndonesia(cardPage([...head, ...lines, ...rest]));
  assert.equal(indonesiaShape(reading).Nama, 'SITI NUR SETIAWAN');
  assert.equal(indonesiaShape(reading).Agama, 'ISLAM');
});

test('a card that was not laid quite straight keeps labels and values together', async () => {
  const tilted = body().map(([text, left, top, right, bottom]): WrittenLine => {
    const down = left * 0.0004 * (top - 100);
    return [text, left, top + down * 0.5, right, bottom + down * 0.5];
  });
  const shape = indonesiaShape(await readIndonesia(cardPage([...head, ...tilted, ...rest])));
  assert.equal(shape.Alamat, 'JL. MERDEKA NO. 92 BLOK A1 PERUMNAS');
  assert.equal(shape.KewargaNegaraan, 'WNI');
});

test('a colon that was read as a digit is no row', async () => {
  const lines = body().map((line) =>
    line[0] === ': MEDAN KOTA' ? printed('MEDAN KOTA', 312, line[2]) : line,
  );
  const colon = printed('9', 300, lines.find(([text]) => text === 'MEDAN KOTA')![2] + 4, 20);
  const shape = indonesiaShape(await readIndonesia(cardPage([...head, ...lines, colon, ...rest])));
  assert.equal(shape.Kecamatan, 'MEDAN KOTA');
});

test('a town and its kind that were read as one word are parted', async () => {
  const glued = head.map((line) => (line[0] === 'KOTA MEDAN' ? printed('KOTAMEDAN', 500, 74, 38) : line));
  const shape = indonesiaShape(await readIndonesia(cardPage([...glued, ...body(), ...rest])));
  assert.equal(shape.Kota, 'KOTA MEDAN');
});

test('words of closed lists are put right, names and places are left as they are printed', async () => {
  const shape = indonesiaShape(await read(changed('Agama', ['Agama', 'lSLAN'])));
  assert.equal(shape.Agama, 'ISLAM');
  const place = indonesiaShape(await read(changed('Kecamatan', ['Kecamatan', '16 ILIR'])));
  assert.equal(place.Kecamatan, '16 ILIR');
});

test('a faith that no list knows is given as read, and said to be unsure', async () => {
  const reading = await read(changed('Agama', ['Agama', 'QWXYZ']));
  assert.equal(reading.fields.faith, 'QWXYZ');
  assert.ok(reading.reasons.some(({ kind, field }) => kind === 'unsure' && field === 'faith'));
});

test('a birth date other than the one in the number is a contradiction, and the number still holds', async () => {
  const reading = await read(changed('Tempat/Tgl Lahir', ['Tempat/Tgl Lahir', 'BOGOR, 17-05-1971']));
  assert.ok(reading.reasons.some(({ kind, field }) => kind === 'contradiction' && field === 'birth'));
  assert.equal(reading.numberHolds, true);
});

test('a sex other than the one in the number is a contradiction', async () => {
  const reading = await read(changed('Jenis Kelamin', ['Jenis Kelamin', 'LAKI-LAKI']));
  assert.ok(reading.reasons.some(({ kind, field }) => kind === 'contradiction' && field === 'sex'));
});

const withNumber = (number: string) =>
  readIndonesia(cardPage([...head.slice(0, 3), printed(`: ${number}`, 160, 136, 40), ...body(), ...rest]));

test('letters in the number become digits, and the repair is told', async () => {
  const reading = await withNumber('I2710I56O5710009');
  assert.equal(reading.fields.number, '1271015605710009');
  assert.ok(reading.reasons.some(({ kind }) => kind === 'repaired'));
});

test('no digit is ever taken for another one, however well the print would agree then', async () => {
  const reading = await withNumber('1271015605770009');
  assert.equal(reading.fields.number, '1271015605770009');
  assert.ok(reading.reasons.some(({ kind }) => kind === 'contradiction'));
});

test('a number that is built as none does not pass', async () => {
  const reading = await withNumber('9971015605710009');
  assert.equal(reading.numberHolds, false);
  assert.ok(reading.reasons.some(({ kind }) => kind === 'number-wrong'));
});

test('a mark stamped over a row is no part of its value', async () => {
  const stamped = [...head, ...body(), ...rest, printed('SPECIMEN', 430, 640, 60)];
  assert.equal(indonesiaShape(await readIndonesia(cardPage(stamped))).KewargaNegaraan, 'WNI');
});

test('a blood type that the page lost is looked for beside its label', async () => {
  const again = () => [printed('Darah : O', 700, 284, 30)];
  const bare = rest.filter(([text]) => !text.startsWith('Gol'));
  const page = cardPage([...head, ...body(), ...bare, printed('Gol. Darah :', 615, 284, 30)], { again });
  assert.equal(indonesiaShape(await readIndonesia(page)).GolDarah, 'O');
});

test('no card and no text end in reasons, not in a throw', async () => {
  const reading = await readIndonesia(cardPage([]));
  assert.equal(reading.numberHolds, false);
  assert.ok(reading.reasons.some(({ kind }) => kind === 'number-unreadable'));
});

test('a card for life never expires, one with a date does the day after', async () => {
  const forLife = await read();
  assert.equal(indonesia.isExpired(forLife, Date.UTC(2100, 0, 1)), null);
  const dated = await read(changed('Berlaku Hingga', ['Berlaku Hingga', '16-05-2020']));
  assert.equal(indonesia.isExpired(dated, Date.UTC(2020, 4, 16, 12)), false);
  assert.equal(indonesia.isExpired(dated, Date.UTC(2020, 4, 18)), true);
});
