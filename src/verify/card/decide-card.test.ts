import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CardVerdict, CardWarning } from './card-verdict.ts';
import { type CardRules, decideCard } from './decide-card.ts';

const good: CardVerdict = {
  problem: null,
  type: 'HKIDCard',
  isPass: true,
  fields: { number: 'C000000(E)' },
  confidence: {},
  cardInfo: { IdNum: 'C000000(E)' },
  normalCardInfo: { LicenseNumber: 'C000000(E)' },
  reasons: [],
  warnings: [],
  signs: {},
  isExpired: false,
  corners: null,
  cut: null,
  backCut: null,
  portrait: null,
  stages: {},
};
const rules: CardRules = {
  stoppingWarnings: [-9101, -9102, -9103, -9104, -9107, -9108],
  allowsExpired: true,
  needsPortrait: true,
};
const warning = (code: CardWarning['code'], stops = true): CardWarning => {
  return { code, score: stops ? 9 : 5, listFrom: 4, stopFrom: 8, stops };
};
const wrongNumber = {
  isPass: false,
  reasons: [{ kind: 'number-wrong', field: 'number', text: 'The check digit does not fit.' }],
} as const;

describe('what stops a card', () => {
  it('is nothing where all is well, warnings below their mark included', () => {
    assert.equal(decideCard(good, rules), null);
    assert.equal(decideCard({ ...good, warnings: [warning(-9102, false)] }, rules), null);
  });

  it('is a warning that the merchant acts on, and no other', () => {
    const verdict = { ...good, warnings: [warning(-9107), warning(-9104)] };
    assert.deepEqual(decideCard(verdict, rules)?.warnings, [-9107, -9104]);
    assert.deepEqual(decideCard(verdict, { ...rules, stoppingWarnings: [-9107] })?.warnings, [-9107]);
    assert.equal(decideCard(verdict, { ...rules, stoppingWarnings: [] }), null);
  });

  it('can be cured by another photo where glare, blur or a cut border stopped it alone', () => {
    const stopped = (...codes: CardWarning['code'][]) =>
      decideCard({ ...good, warnings: codes.map((code) => warning(code)) }, rules)?.isRetakeable;
    assert.equal(stopped(-9101, -9107, -9108), true);
    for (const code of [-9102, -9103, -9104] as const) assert.equal(stopped(-9107, code), false);
  });

  it('is a blurred photo and not a wrong number where the number is blurred', () => {
    const blurred = decideCard({ ...good, ...wrongNumber, warnings: [warning(-9108)] }, rules);
    assert.deepEqual([blurred?.problem, blurred?.warnings], [null, [-9108]]);
    const clear = decideCard({ ...good, ...wrongNumber }, rules);
    assert.deepEqual([clear?.problem, clear?.isRetakeable], ['number', true]);
  });

  it('is missing text where the number holds', () => {
    const reasons = [{ kind: 'missing', field: 'name', text: 'No name was found.' }] as const;
    assert.equal(decideCard({ ...good, isPass: false, reasons }, rules)?.problem, 'missing');
  });

  it('says what the card is where it is another than was asked for', () => {
    const other = decideCard({ ...good, problem: 'other-type', type: 'MLIDCard', isPass: false }, rules);
    assert.deepEqual(other, {
      problem: 'other-type',
      warnings: [],
      isType: 'MLIDCard',
      isRetakeable: false,
    });
  });

  it('is age where the merchant does not allow it, and of the Hong Kong card alone', () => {
    const strict = { ...rules, allowsExpired: false };
    const expired = { ...good, isExpired: true };
    assert.equal(decideCard(expired, rules), null);
    assert.deepEqual(
      [decideCard(expired, strict)?.problem, decideCard(expired, strict)?.isRetakeable],
      ['expired', false],
    );
    assert.equal(decideCard({ ...expired, type: 'ThailandIDCard' }, strict), null);
    assert.equal(decideCard({ ...good, isExpired: null }, strict), null);
  });

  it('is a poor portrait only where a face will be compared with it', () => {
    const poor = { ...good, problem: 'portrait-too-small' } as const;
    assert.equal(decideCard(poor, rules)?.problem, 'portrait-too-small');
    const alone = { ...rules, needsPortrait: false };
    assert.equal(decideCard(poor, alone), null);
    assert.equal(decideCard({ ...poor, normalCardInfo: null }, alone)?.problem, 'portrait-too-small');
    assert.equal(decideCard({ ...good, problem: 'no-card' }, alone)?.problem, 'no-card');
  });
});
