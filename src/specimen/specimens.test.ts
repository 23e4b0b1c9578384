import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CardTypeName, cardTypeNames } from '../cards/card-type.ts';
import { isIdentityNumber as isHongKong } from '../cards/hong-kong/number.ts';
import { factsOf, isCitizenNumber as isMainland } from '../cards/mainland/number.ts';
import { checkDigitOf } from '../cards/passport/number.ts';
import { cardTypeOf } from '../cards/registry.ts';
import { isIdentityNumber as isSingaporean } from '../cards/singapore/number.ts';
import { isCitizenNumber as isThai } from '../cards/thailand/number.ts';
import { designs } from './designs.ts';
import { layoutsOf, makeSpecimen } from './make-specimen.ts';
import { meet } from './mark.ts';
import type { Specimen } from './specimen.ts';

/** Types whose numbers hold by a rule that we know, beside what their own tests look at. */
const numberHolds: Partial<Record<CardTypeName, (values: Specimen['truth']['normal']) => boolean>> = {
  HKIDCard: ({ LicenseNumber }) => isHongKong(String(LicenseNumber)),
  ThailandIDCard: ({ LicenseNumber }) => isThai(String(LicenseNumber)),
  SingaporeIDCard: ({ LicenseNumber }) => isSingaporean(String(LicenseNumber)),
  MainlandIDCard: ({ LicenseNumber, Sex, Birthday }) => {
    const { year, month, day, sex } = factsOf(String(LicenseNumber));
    return isMainland(String(LicenseNumber)) && sex === Sex && `${year}/${month}/${day}` === Birthday;
  },
  InternationalIDPassport: ({ LicenseNumber, PassportCodeFirst, PassportCodeSecond }) => {
    const number = String(LicenseNumber).padEnd(9, '<');
    return `${PassportCodeFirst}${PassportCodeSecond}`.includes(number + checkDigitOf(number));
  },
};

const orders = cardTypeNames.flatMap((type) =>
  layoutsOf(type).map(({ id }) => ({ type, seed: 1, layout: id })),
);

describe('Specimens', () => {
  const specimens = (async () => {
    const made: Specimen[] = [];
    for (const order of orders) made.push(await makeSpecimen(order));
    return made;
  })();

  it('are of every type that is read, in its order, two layouts for tuning and one kept apart at least', () => {
    assert.deepEqual(
      designs.map(({ type }) => type),
      cardTypeNames,
    );
    for (const type of cardTypeNames) {
      const apart = layoutsOf(type).filter(({ heldOut }) => heldOut).length;
      assert.ok(apart >= 1 && layoutsOf(type).length - apart >= 2, type);
    }
  });

  it('have a back where the type has one', async () => {
    for (const { back, truth } of await specimens) {
      assert.equal(back !== null, cardTypeOf(truth.type)?.hasBack, truth.layout);
    }
  });

  it('are marked on both sides, clear of every value and of the portrait', async () => {
    for (const { truth } of await specimens) {
      const name = `${truth.type} ${truth.layout}`;
      assert.ok(truth.front.portrait, name);
      for (const side of [truth.front, truth.back]) {
        if (!side) continue;
        assert.ok(side.marks.length > 0, name);
        const printed = [...Object.values(side.zones).flat(), ...(side.portrait ? [side.portrait] : [])];
        for (const box of printed) {
          assert.ok(!side.marks.some((mark) => meet(mark, box)), name);
          assert.ok(
            box.left >= 0 && box.top >= 0 && box.right <= side.width && box.bottom <= side.height,
            `${name} ${JSON.stringify(box)}`,
          );
        }
      }
    }
  });

  it('tell every member of the vendor, and numbers that hold', async () => {
    for (const { truth } of await specimens) {
      const empty = { type: truth.type, fields: {} } as never;
      const type = cardTypeOf(truth.type);
      assert.ok(type);
      const members = Object.keys(type.normalCardInfo(empty));
      assert.deepEqual(Object.keys(truth.normal).toSorted(), members.toSorted(), truth.layout);
      const cardMembers = type.cardInfo && Object.keys(type.cardInfo(empty)).toSorted();
      assert.deepEqual(truth.fields && Object.keys(truth.fields).toSorted(), cardMembers, truth.layout);
      assert.ok(numberHolds[truth.type]?.(truth.normal) ?? true, JSON.stringify(truth.normal));
    }
  });

  it('are the same bytes for the same seed, and another person for another', async () => {
    for (const type of cardTypeNames) {
      const first = (await specimens).find(({ truth }) => truth.type === type);
      assert.ok(first);
      const { layout } = first.truth;
      const again = await makeSpecimen({ type, seed: 1, layout });
      assert.ok(Buffer.from(first.front.data).equals(Buffer.from(again.front.data)), type);
      assert.deepEqual(again.truth, first.truth);
      const other = await makeSpecimen({ type, seed: 2, layout });
      assert.notDeepEqual(other.truth.normal, first.truth.normal);
    }
  });

  it('are refused in a layout that the type has not', async () => {
    await assert.rejects(makeSpecimen({ type: 'HKIDCard', seed: 1, layout: 'none' }), /has the layouts 2018/);
  });
});
