import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dateIn, datesIn, formatDate, fullYear, isRealDate, isSameDay, monthOf } from './dates.ts';

const on = (year: number, month: number, day: number) => ({ year, month, day });

describe('printed dates', () => {
  it('are read in several forms', () => {
    const forms: [string, 'DMY' | 'MDY' | 'YMD'][] = [
      ['BANDUNG, 17-08-1985', 'DMY'],
      ['17/08/1985', 'DMY'],
      ['17.08.1985', 'DMY'],
      ['17 08 1985', 'DMY'],
      ['17081985', 'DMY'],
      ['l7-O8-1985', 'DMY'],
      ['17 Aug 1985', 'DMY'],
      ['17AUG.1985', 'DMY'],
      ['08/17/1985', 'MDY'],
      ['AUGUST 17, 1985', 'MDY'],
      ['AUG17,1985', 'MDY'],
      ['Born: AUGU5T 17 1985', 'MDY'],
      ['1985/08/17', 'YMD'],
    ];
    for (const [text, order] of forms) {
      const date = dateIn(text, [order]);
      assert.ok(date && isSameDay(date, on(1985, 8, 17)), text);
    }
  });
  it('are told as printed, with their digits put right, and where they stand', () => {
    const date = dateIn('KOTA, l7-O8-1985 X', ['DMY']);
    assert.equal(date?.printed, '17-08-1985');
    assert.deepEqual([date?.start, date?.end], [6, 16]);
  });
  it('are found where narrow figures were pulled apart, and not across two columns', () => {
    const date = dateIn('1 7-08- 198 5', ['DMY']);
    assert.ok(date && isSameDay(date, on(1985, 8, 17)));
    assert.equal(date.printed, '17-08-1985');
    assert.equal(dateIn('1 7 0 8 1 9 8 5', ['DMY']), null);
    assert.equal(dateIn('17-08-1985 3', ['DMY'])?.printed, '17-08-1985');
  });
  it('are all found, left to right', () => {
    const dates = datesIn('1990/01/02 and 03-04-1991', ['DMY', 'YMD']);
    assert.deepEqual(
      dates.map(({ year }) => year),
      [1990, 1991],
    );
  });
  it('are no dates where the day is not real or the text is a word', () => {
    assert.equal(dateIn('31-02-1985', ['DMY']), null);
    assert.equal(dateIn('29-02-1900', ['DMY']), null);
    assert.equal(dateIn('OIOSISSO', ['DMY']), null);
    assert.equal(dateIn('3204110808850003', ['DMY']), null);
  });
  it('know leap years and written forms', () => {
    assert.ok(isRealDate(on(2000, 2, 29)));
    assert.equal(formatDate(on(1985, 8, 7), 'YYYY-MM-DD'), '1985-08-07');
    assert.equal(formatDate(on(1985, 8, 7), 'DD/MM/YYYY'), '07/08/1985');
  });
  it('know October whose first letter was read as a nought', () => {
    for (const [text, order] of [
      ['17 0ct. 1985', 'DMY'],
      ['170ct.1985', 'DMY'],
      ['0ctober 17, 1985', 'MDY'],
    ] as const) {
      const date = dateIn(text, [order]);
      assert.ok(date && isSameDay(date, on(1985, 10, 17)), text);
    }
    assert.equal(dateIn('10 0ct 1985', ['DMY'])?.day, 10);
  });
  it('know months by name, also misread', () => {
    assert.equal(monthOf('SEPT'), 9);
    assert.equal(monthOf('Februarv'), 2);
    assert.equal(monthOf('XXX'), null);
  });
  it('take a year of two digits for the latest that is not to come', () => {
    assert.equal(fullYear(26, 2026), 2026);
    assert.equal(fullYear(27, 2026), 1927);
  });
});
