import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { printed, textLine, type WrittenLine } from '../../test/support/card-page.ts';
import { findLabels } from './find-label.ts';
import { valueBelow, valueBeside, valuesBelow } from './value-near.ts';

const read = (lines: readonly WrittenLine[]) => lines.map(textLine);

describe('a value beside its label', () => {
  it('stands in the same line, with or without colon and space', () => {
    for (const text of [
      'Nama : BUDI SANTOSO',
      'Nama:BUDI SANTOSO',
      'NamaBUDI SANTOSO',
      'Nama BUDI SANTOSO',
    ]) {
      const lines = read([printed(text, 0, 0)]);
      const { name } = findLabels(lines, { name: ['Nama'] });
      assert.equal(valueBeside(lines, name!)?.text, 'BUDI SANTOSO', text);
    }
  });

  it('stands in other lines of the row, its colon on its own', () => {
    const lines = read([
      ['Nama', 40, 100, 120, 130],
      [':', 300, 100, 310, 130],
      ['BUDI', 320, 104, 400, 134],
      ['SANTOSO', 420, 102, 560, 132],
      ['Agama', 40, 150, 120, 180],
      ['ISLAM', 320, 150, 420, 180],
    ]);
    const { name } = findLabels(lines, { name: ['Nama'] });
    const value = valueBeside(lines, name!);
    assert.equal(value?.text, 'BUDI SANTOSO');
    assert.equal(value?.boxes.length, 2);
  });

  it('ends where the next label begins, in its own line or another', () => {
    const phrases = { sex: ['Jenis Kelamin'], blood: ['Gol. Darah'] };
    const one = read([printed('Jenis Kelamin : LAKI-LAKI Gol. Darah : O', 0, 0)]);
    const oneLabels = findLabels(one, phrases);
    assert.equal(valueBeside(one, oneLabels.sex!, oneLabels)?.text, 'LAKI-LAKI');
    assert.equal(valueBeside(one, oneLabels.blood!, oneLabels)?.text, 'O');
    const two = read([
      printed('Jenis Kelamin', 0, 0),
      printed(': LAKI-LAKI', 300, 0),
      printed('Gol. Darah : O', 600, 0),
    ]);
    const twoLabels = findLabels(two, phrases);
    assert.equal(valueBeside(two, twoLabels.sex!, twoLabels)?.text, 'LAKI-LAKI');
    assert.equal(valueBeside(two, twoLabels.blood!, twoLabels)?.text, 'O');
  });

  it('is not there where nothing follows', () => {
    const lines = read([printed('Nama :', 0, 0)]);
    assert.equal(valueBeside(lines, findLabels(lines, { name: ['Nama'] }).name!), null);
  });
});

describe('a value below its label', () => {
  const phrases = {
    nationality: ['Nationality'],
    sex: ['Sex'],
    birth: ['Date of Birth'],
    address: ['Address'],
  };
  const labelRow: WrittenLine[] = [
    ['Nationality', 400, 200, 520, 220],
    ['Sex', 560, 200, 600, 220],
    ['Date of Birth', 660, 200, 800, 220],
  ];

  it('is the one in its own column', () => {
    const lines = read([
      ...labelRow,
      ['PHL', 400, 226, 460, 256],
      ['M', 562, 226, 582, 256],
      ['1990/08/17', 660, 226, 820, 256],
    ]);
    const labels = findLabels(lines, phrases);
    assert.equal(valueBelow(lines, labels.nationality!, labels)?.text, 'PHL');
    assert.equal(valueBelow(lines, labels.sex!, labels)?.text, 'M');
    assert.equal(valueBelow(lines, labels.birth!, labels)?.text, '1990/08/17');
  });

  it('is cut out of a line that runs over several columns', () => {
    const text = 'PHL      M    1990/08/17'; // even characters: 17 px each, so words stand under their labels
    const lines = read([...labelRow, [text, 400, 226, 808, 256]]);
    const labels = findLabels(lines, phrases);
    assert.equal(valueBelow(lines, labels.nationality!, labels)?.text, 'PHL');
    assert.equal(valueBelow(lines, labels.sex!, labels)?.text, 'M');
    assert.equal(valueBelow(lines, labels.birth!, labels)?.text, '1990/08/17');
  });

  it('is cut where the gap shows though the recogniser lost the spaces', () => {
    const line = { ...textLine(['PHLM', 400, 226, 582, 256]), characterX: [410, 427, 444, 570] };
    const lines = [...read(labelRow), line];
    const labels = findLabels(lines, phrases);
    assert.equal(valueBelow(lines, labels.nationality!, labels)?.text, 'PHL');
    assert.equal(valueBelow(lines, labels.sex!, labels)?.text, 'M');
  });

  it('may have several rows, up to the next label', () => {
    const lines = read([
      ['Address', 400, 300, 480, 320],
      ['12 MABINI STREET', 400, 326, 640, 352],
      ['QUEZON CITY', 400, 356, 580, 382],
      ['Nationality', 400, 392, 520, 412],
      ['PHL', 400, 418, 460, 444],
    ]);
    const labels = findLabels(lines, phrases);
    const rows = valuesBelow(lines, labels.address!, labels, { rows: 4 }).map(({ text }) => text);
    assert.deepEqual(rows, ['12 MABINI STREET', 'QUEZON CITY']);
  });

  it('is not taken from far below', () => {
    const lines = read([
      ['Address', 400, 300, 480, 320],
      ['SIGNATURE', 400, 500, 600, 530],
    ]);
    const labels = findLabels(lines, phrases);
    assert.equal(valueBelow(lines, labels.address!, labels), null);
  });
});
