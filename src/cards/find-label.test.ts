import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { printed, textLine } from '../../test/support/card-page.ts';
import { findLabel, findLabels } from './find-label.ts';

const linesOf = (...texts: string[]) => texts.map((text, index) => textLine(printed(text, 40, 50 * index)));

function labelText(texts: string[], phrase: string): string | null {
  const label = findLabel(linesOf(...texts), [phrase]);
  return label ? [...label.line.text].slice(label.start, label.end).join('') : null;
}

describe('finding a label', () => {
  it('finds it as printed, alone or before its value', () => {
    assert.equal(labelText(['Nama : BUDI'], 'Nama'), 'Nama');
    assert.equal(
      labelText(['X', 'Tempat/Tgl Lahir : BANDUNG, 17-08-1985'], 'Tempat/Tgl Lahir'),
      'Tempat/Tgl Lahir',
    );
  });

  it('finds it where spaces and colon were dropped', () => {
    assert.equal(labelText(['TempatTglLahirBANDUNG'], 'Tempat/Tgl Lahir'), 'TempatTglLahir');
    assert.equal(labelText(['NAMABUDI SANTOSO'], 'Nama'), 'NAMA');
  });

  it('finds it with a letter in four misread', () => {
    assert.equal(labelText(['Narna : BUDI'], 'Nama'), null);
    assert.equal(labelText(['Nana : BUDI'], 'Nama'), 'Nana');
    assert.equal(labelText(['Kewarganegaraah WNI'], 'Kewarganegaraan'), 'Kewarganegaraah');
    assert.equal(labelText(['A1amat JL. MELATI'], 'Alamat'), 'A1amat');
  });

  it('does not find a short label within another word', () => {
    assert.equal(labelText(['Agama : ISLAM'], 'Nama'), null);
    assert.equal(labelText(['SURNAME'], 'Name'), null);
    assert.equal(labelText(['ESSEX ROAD'], 'Sex'), null);
  });

  it('takes no misread beginning of another word for a label', () => {
    assert.equal(labelText(['JOHN PAUL B. PANGILINAN'], 'Pangalan'), null);
    assert.equal(labelText(['CAMELLA HOMES'], 'Name'), null);
    assert.equal(labelText(['NAMEBUDI'], 'Name'), 'NAME');
  });

  it('finds a long label within a run of words without spaces', () => {
    assert.equal(labelText(['LASTNAME.FIRSTNAME.MIDDLENAME'], 'First Name'), 'FIRSTNAME');
    assert.equal(labelText(['LastNameFirstNameMiddleName'], 'First Name'), 'FirstName');
  });

  it('gives a piece of print to one label only, the nearest first', () => {
    const labels = findLabels(linesOf('SURNAME', 'GIVEN NAME', 'NAME OF SPOUSE'), {
      name: ['Name'],
      surname: ['Surname'],
      given: ['Given Name', 'Given Names'],
    });
    assert.equal(labels.surname?.line.text, 'SURNAME');
    assert.equal(labels.given?.line.text, 'GIVEN NAME');
    assert.equal(labels.name?.line.text, 'NAME OF SPOUSE');
  });

  it('says where on the card it stands', () => {
    const label = findLabel([textLine(['Nama BUDI', 100, 10, 190, 40])], ['Nama']);
    assert.deepEqual(label?.box, { left: 100, top: 10, right: 140, bottom: 40 });
  });
});
