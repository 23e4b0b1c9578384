import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cardPage, printed, type WrittenLine, type WrittenPage } from '../../../test/support/card-page.ts';
import { readMalaysia } from './read.ts';

const heading = [
  printed('KAD PENGENALAN', 60, 50),
  printed('MALAYSIA', 60, 90),
  printed('IDENTITY CARD', 60, 130, 24),
];
const right = [printed('WARGANEGARA', 1000, 640), printed('ISLAM', 1100, 690), printed('LELAKI', 1090, 740)];
const number = printed('710716-08-6085', 60, 190, 46);
const block = ['NO 11 PERSIARAN PERAJURIT 4', 'TAMAN PERAK', '31400 IPOH', 'PERAK'];

const read = (lines: readonly WrittenLine[], page?: WrittenPage) => readMalaysia(cardPage(lines, page));
const stacked = (texts: readonly string[], top: number, step = 42) =>
  texts.map((text, row) => printed(text, 62 + (row % 2) * 6, top + row * step));

const plain = [
  ...heading,
  number,
  printed('KAVIN ONG KHI MN', 60, 480, 34),
  ...stacked(block, 540),
  ...right,
];

test('name, number, address and what follows from the number are read without any label', async () => {
  const { fields, reasons, numberHolds } = await read(plain);
  assert.deepEqual(fields, {
    name: 'KAVIN ONG KHI MN',
    number: '710716-08-6085',
    sex: 'LELAKI',
    address: 'NO 11 PERSIARAN PERAJURIT 4 TAMAN PERAK 31400 IPOH PERAK',
    kind: 'MyKad',
    birthday: '1971-07-16',
  });
  assert.deepEqual([reasons, numberHolds], [[], true]);
});

describe('a name', () => {
  const named = async (names: readonly string[], address = block) => {
    const nameStep = 40;
    const lines = [...stacked(names, 440, nameStep), ...stacked(address, 470 + names.length * nameStep)];
    return (await read([...heading, number, ...lines, ...right])).fields;
  };

  test('goes on in the next line after BIN, and where BINTI begins one', async () => {
    const two = await named(['WAN MUHAMMAD NUR HIDAYATULLAH BIN', 'WAN ABDUL RAHMAN']);
    assert.equal(two.name, 'WAN MUHAMMAD NUR HIDAYATULLAH BIN WAN ABDUL RAHMAN');
    assert.equal(two.address, block.join(' '));
    assert.equal((await named(['SITI AMINAH', 'BINTI ISMAIL'])).name, 'SITI AMINAH BINTI ISMAIL');
  });

  test('goes on after an alias, and over two lines that nothing links', async () => {
    assert.equal((await named(['TAN AH KOW', '@ TAN KOK LEONG'])).name, 'TAN AH KOW @ TAN KOK LEONG');
    const long = ['MUHAMMAD HAFIZ BIN MUHAMMAD', 'KHAIRUL ANUAR SHAH'];
    const { name, address } = await named(long);
    assert.deepEqual([name, address], [long.join(' '), block.join(' ')]);
  });

  test('ends above an address whose first line has neither number nor known word, where that is apart', async () => {
    const { name } = await named(
      ['TAN WEI LING'],
      ['IPOH GARDEN', 'NO 11 JALAN MELATI', '31400 IPOH', 'PERAK'],
    );
    assert.equal(name, 'TAN WEI LING');
  });

  test('has its strokes where they were lost, and an Arabic article where there were none', async () => {
    assert.equal((await named(['MAHESWARI AP THIAGARAJAN'])).name, 'MAHESWARI A/P THIAGARAJAN');
    assert.equal((await named(['SYED AL HAFIZ BIN SYED ALI'])).name, 'SYED AL HAFIZ BIN SYED ALI');
  });

  test('ends where the gap is widest when no line looks like an address', async () => {
    const { name, address } = await named(['TAN WEI LING'], ['IPOH GARDEN', 'IPOH', 'PERAK']);
    assert.deepEqual([name, address], ['TAN WEI LING', 'IPOH GARDEN IPOH PERAK']);
  });
});

describe('the kind', () => {
  const kindOf = async (standing: readonly WrittenLine[], page?: WrittenPage) =>
    (
      await read(
        [...heading, number, printed('TAN WEI LING', 60, 480), ...stacked(block, 540), ...standing],
        page,
      )
    ).fields.kind;

  test('is told by the words of the card before its colour', async () => {
    assert.equal(
      await kindOf([printed('PEMASTAUTIN TETAP', 900, 640)], { hueDegrees: 210, saturation: 0.3 }),
      'MyPR',
    );
    assert.equal(await kindOf([printed('MyKAS', 1000, 60)]), 'MyKAS');
    assert.equal(await kindOf([printed('MyKad', 1000, 60)]), 'MyKad');
    assert.equal(await kindOf([printed('ANGKATAN TENTERA MALAYSIA', 600, 60)]), 'MyTentera');
  });

  test('is told by the colour where the words are lost, and by nothing on a grey card', async () => {
    assert.equal(await kindOf([], { hueDegrees: 350, saturation: 0.3 }), 'MyPR');
    assert.equal(await kindOf([], { hueDegrees: 150, saturation: 0.3 }), 'MyKAS');
    assert.equal(await kindOf([], { hueDegrees: 205, saturation: 0.3 }), 'MyKad');
    assert.equal(await kindOf([], { hueDegrees: 205, saturation: 0.01 }), null);
  });
});

describe('a number', () => {
  const withNumber = (text: string, page?: WrittenPage) =>
    read([...plain.filter((line) => line !== number), printed(text, 60, 190, 46)], page);

  test('with a letter for a digit is put right, and says so', async () => {
    const { fields, reasons, numberHolds } = await withNumber('71O716-08-6085');
    assert.deepEqual([fields.number, numberHolds], ['710716-08-6085', true]);
    assert.deepEqual(
      reasons.map(({ kind }) => kind),
      ['repaired'],
    );
  });

  test('of no real day does not hold, whatever else is right', async () => {
    const { reasons, numberHolds } = await withNumber('711716-08-6085');
    assert.equal(numberHolds, false);
    assert.deepEqual(
      reasons.map(({ kind }) => kind),
      ['number-wrong'],
    );
  });

  test('that contradicts the printed sex is told', async () => {
    const { reasons } = await withNumber('710716-08-6084');
    assert.deepEqual(
      reasons.map(({ kind, field }) => [kind, field]),
      [['contradiction', 'sex']],
    );
  });

  test('tells the sex where the print of it is lost', async () => {
    const lines = plain.filter(([text]) => text !== 'LELAKI');
    assert.equal((await read(lines)).fields.sex, 'LELAKI');
  });
});

test('a word of the address has letters alone, a house number its digits', async () => {
  const address = ['NO 1A JALAN MELAT1 10', '31400 IP0H', 'PERAK'];
  const lines = [
    ...heading,
    number,
    printed('TAN WEI LING', 60, 480, 34),
    ...stacked(address, 540),
    ...right,
  ];
  assert.equal((await read(lines)).fields.address, 'NO 1A JALAN MELATI 10 31400 IPOH PERAK');
});

test('the word SPECIMEN below the address is no part of it, and a state is spelled right', async () => {
  const lines = [
    ...heading,
    number,
    printed('TAN WEI LING', 60, 440),
    ...stacked([...block.slice(0, 3), 'PERAX'], 500),
  ];
  const { fields } = await read([...lines, printed('SPECIMEN', 62, 690, 40), ...right]);
  assert.equal(fields.address, block.join(' '));
});

describe('other generations', () => {
  const name = printed('TAN WEI LING', 60, 480, 34);

  test('with words at the lower right on the rows of the address, or read as one with these', async () => {
    const lines = [...heading, number, name, ...stacked(block.slice(0, 3), 540)];
    const apart = await read([...lines, printed('PERAK', 62, 666), printed('WARGANEGARA', 900, 668)]);
    const joined = await read([...lines, printed('PERAK WARGANEGARA', 62, 666)]);
    for (const { fields } of [apart, joined]) {
      assert.deepEqual([fields.address, fields.kind], [block.join(' '), 'MyKad']);
    }
  });

  test('with the sex beside other words', async () => {
    const lines = [...heading, number, name, ...stacked(block, 540)];
    const { fields } = await read([...lines, printed('WARGANEGARA ISLAM LELAKI', 800, 740, 28)]);
    assert.deepEqual([fields.sex, fields.kind], ['LELAKI', 'MyKad']);
  });

  test('with the name far above the address', async () => {
    const lines = [...heading, number, printed('TAN WEI LING', 60, 330, 34), ...stacked(block, 540)];
    const { fields } = await read([...lines, ...right]);
    assert.deepEqual([fields.name, fields.address], ['TAN WEI LING', block.join(' ')]);
  });

  test('with the number below all else', async () => {
    const lines = [...heading, name, ...stacked(block, 540), printed('710716-08-6085', 60, 730, 46)];
    const { fields } = await read([...lines, ...right]);
    assert.deepEqual([fields.name, fields.address], ['TAN WEI LING', block.join(' ')]);
    assert.equal(fields.number, '710716-08-6085');
  });

  test('with the portrait at the left and the text at the right', async () => {
    const shifted = (lines: readonly WrittenLine[]) =>
      lines.map(([text, x, top, end, bottom]): WrittenLine => [text, x + 620, top, end + 620, bottom]);
    const { fields } = await read([...heading, ...shifted([number, name, ...stacked(block, 540)])]);
    assert.deepEqual([fields.name, fields.address], ['TAN WEI LING', block.join(' ')]);
  });
});

test('a street that is named after soldiers or the police is no kind of card', async () => {
  const address = ['NO 5 JALAN TENTERA', 'TAMAN POLIS', '31400 IPOH', 'PERAK'];
  const lines = [
    ...heading,
    number,
    printed('TAN WEI LING', 60, 480, 34),
    ...stacked(address, 540),
    ...right,
  ];
  assert.equal((await read(lines)).fields.kind, 'MyKad');
});

test('a number that tells another sex than the print is looked at again, and taken only if it then agrees', async () => {
  const lines = plain.map((line) => (line === number ? printed('710716-08-6086', 60, 190, 46) : line));
  const again: WrittenPage['again'] = () => [printed('710716-08-6085', 60, 190, 46)];
  const { fields, reasons } = await read(lines, { again });
  assert.deepEqual([fields.number, reasons], ['710716-08-6085', []]);
});

describe("a foreign worker's card", () => {
  const lines = [
    printed('IMIGRESEN MALAYSIA', 60, 40, 34),
    printed('i-Kad', 1050, 40, 50),
    printed('PAS LAWATAN KERJA SEMENTARA', 60, 90),
    printed('Nama / Name : MD RAHIM UDDIN', 440, 200),
    printed('No. Pasport / Passport No : BX0123456', 440, 260),
    printed('Warganegara / Nationality : BANGLADESH', 440, 320),
    printed('Tarikh Lahir / Date of Birth', 440, 380),
    printed('05/09/1990', 440, 420),
    printed('Jantina / Gender : LELAKI', 440, 480),
  ];

  test('is read by its labels, with the number of a passport', async () => {
    const { fields, numberHolds, reasons } = await read(lines);
    assert.deepEqual(fields, {
      name: 'MD RAHIM UDDIN',
      number: 'BX0123456',
      sex: 'LELAKI',
      address: null,
      kind: 'IKAD',
      birthday: '1990-09-05',
    });
    assert.deepEqual([numberHolds, reasons], [true, []]);
  });

  test('does not pass without that number', async () => {
    const { numberHolds } = await read(lines.filter(([text]) => !text.includes('BX0123456')));
    assert.equal(numberHolds, false);
  });
});
