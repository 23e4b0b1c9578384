import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRealDate } from '../../cards/dates.ts';
import { philippineDates } from '../../cards/philippines/print-date.ts';
import { layoutsOf, makeSpecimen } from '../make-specimen.ts';
import { meet } from '../mark.ts';
import { philippineAddress, philippineName } from '../people/philippines.ts';
import { randomOf } from '../random.ts';
import type { Specimen } from '../specimen.ts';

/** The field that holds the number, its form, and all fields, in the vendor's spelling (wire specification §3.2). */
const types = [
  {
    type: 'PhilippinesVoteID',
    number: 'VIN',
    form: /^\d{4}-\d{4}[A-Z]-[A-L]\d{4}[A-Z]{3}[12]\d{4}$/,
    fields: 'VIN FirstName LastName Birthday CivilStatus Citizenship Address PrecinctNo',
  },
  {
    type: 'PhilippinesDrivingLicense',
    number: 'LicenseNo',
    form: /^[A-Z]\d{2}-\d{2}-\d{6}$/,
    fields:
      'Name LastName FirstName MiddleName Nationality Sex Address LicenseNo ExpiresDate AgencyCode Birthday',
  },
  {
    type: 'PhilippinesTinID',
    number: 'LicenseNumber',
    form: /^[1-9]\d{2}-\d{3}-\d{3}(-000(00)?)?$/,
    fields: 'LicenseNumber FullName Address Birthday IssueDate',
  },
  {
    type: 'PhilippinesSSSID',
    number: 'LicenseNumber',
    form: /^\d{2}-\d{7}-\d$/,
    fields: 'LicenseNumber FullName Birthday',
  },
  {
    type: 'PhilippinesUMID',
    number: 'CRN',
    form: /^CRN-\d{4}-\d{7}-\d$/,
    fields: 'Surname MiddleName GivenName Sex Birthday Address CRN',
  },
] as const;

/** Two people on each layout. */
function specimensOf(type: (typeof types)[number]['type']): Promise<Specimen[]> {
  const orders = layoutsOf(type).flatMap(({ id }) => [1, 2].map((seed) => ({ type, seed, layout: id })));
  return Promise.all(orders.map(makeSpecimen));
}

for (const { type, number, form, fields } of types) {
  describe(`Specimens of ${type}`, () => {
    const specimens = specimensOf(type);

    it('are the same bytes for the same seed, and other people for another', async () => {
      const [first, other] = await specimens;
      assert.ok(first && other);
      const again = await makeSpecimen({ type, seed: 1, layout: first.truth.layout });
      assert.ok(Buffer.from(first.front.data).equals(Buffer.from(again.front.data)));
      assert.deepEqual(first.truth, again.truth);
      assert.notDeepEqual(first.truth.fields, other.truth.fields);
    });

    it('are marked, clear of every value and of the portrait', async () => {
      for (const { truth } of await specimens) {
        const { marks, zones, portrait, width, height } = truth.front;
        assert.ok(marks.length >= 1, truth.layout);
        assert.ok(portrait, truth.layout);
        for (const box of [...Object.values(zones).flat(), portrait]) {
          assert.ok(
            marks.every((mark) => !meet(mark, box)),
            `${truth.layout} ${truth.seed}`,
          );
          const isInside = box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
          assert.ok(isInside, `${truth.layout} ${truth.seed}: ${JSON.stringify(box)}`);
        }
      }
    });

    it('say what is printed: every field, numbers in their form, dates that there are', async () => {
      for (const { truth } of await specimens) {
        const values = truth.fields ?? {};
        assert.deepEqual(Object.keys(values).toSorted(), fields.split(' ').toSorted());
        assert.match(String(values[number]), form);
        assert.deepEqual(truth.normal, values);
        const printed = String(values.Birthday);
        const [birth] = philippineDates(printed);
        assert.ok(birth && isRealDate(birth) && birth.printed === printed, printed);
        for (const name of [
          'VIN',
          'CRN',
          'LicenseNo',
          'LicenseNumber',
          'Address',
          'Birthday',
          'FullName',
          'Name',
        ]) {
          if (values[name]) assert.ok(truth.front.zones[name]?.length, `${truth.layout} prints no ${name}`);
        }
      }
    });
  });
}

describe('Types whose layouts are kept apart from tuning', () => {
  it('have two layouts for tuning and two kept apart, at least', () => {
    for (const { type } of types) {
      const layouts = layoutsOf(type);
      assert.ok(layouts.filter(({ heldOut }) => heldOut).length >= 2, type);
      assert.ok(layouts.filter(({ heldOut }) => !heldOut).length >= 2, type);
    }
  });
});

describe('Names and addresses of the Philippines', () => {
  it('have an Ñ in 6 to 12 of a hundred names, and particles, suffixes, hyphens', () => {
    const names = Array.from({ length: 2000 }, (_, seed) => {
      const { last, first, middle } = philippineName(randomOf('test', seed), seed % 2 === 0);
      return `${last}, ${first} ${middle ?? ''}`;
    });
    const share = (pattern: RegExp) => names.filter((name) => pattern.test(name)).length / names.length;
    assert.ok(share(/Ñ/) > 0.06 && share(/Ñ/) < 0.12, String(share(/Ñ/)));
    for (const pattern of [/\bDE(LA|LOS|L)? /, / (JR|SR|II|III)\b/, /-/]) assert.ok(share(pattern) > 0.03);
  });

  it('are long enough for two lines at times, never without a town', () => {
    const addresses = Array.from({ length: 500 }, (_, seed) => philippineAddress(randomOf('test', seed)));
    assert.ok(addresses.every((address) => address.length >= 20 && address.includes(', ')));
    assert.ok(addresses.filter((address) => address.length > 60).length > 100);
  });
});
