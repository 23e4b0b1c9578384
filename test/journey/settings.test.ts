import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { directionOf, languageTags } from '../../page/verify/languages.ts';
import { languages } from '../../src/token/languages.ts';
import { filmEmptyRoom } from '../support/camera-file.ts';
import { describeJourneys } from '../support/journeys.ts';

const wordsOf = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../page/verify/i18n/${language}.json`, import.meta.url), 'utf8'));

describeJourneys('What a merchant sets for the page', { camera: filmEmptyRoom }, (town, journey) => {
  journey('nothing: start page, then agreement, then camera', async () => {
    const issued = await town.apply();
    const customer = await town.customer();
    await customer.comesToCamera(issued.VerificationURL);
    assert.deepEqual(
      customer.steps.map(({ step }) => step),
      ['loading', 'start', 'agreement', 'camera'],
    );
    const agreed = customer.calls.filter(({ path }) => path === '/consent');
    assert.deepEqual(agreed, [{ method: 'POST', path: '/consent', status: 200 }]);
  });

  journey('nothing: the agreement is not ticked beforehand, and nobody gets past it without', async () => {
    const issued = await town.apply();
    const customer = await town.customer();
    await customer.open(issued.VerificationURL);
    await customer.reaches('start');
    await customer.tap('start');
    await customer.reaches('agreement');
    assert.equal(await customer.place('agree-box').isChecked(), false);
    assert.equal(await customer.place('agree').isEnabled(), false);
  });

  journey('AutoSkipStartPage: the agreement comes first', async () => {
    const issued = await town.apply({ AutoSkipStartPage: true });
    const customer = await town.customer();
    await customer.open(issued.VerificationURL);
    await customer.agree();
    await customer.reaches('camera');
    assert.ok(!customer.steps.some(({ step }) => step === 'start'));
  });

  journey('SkipPrivacyPolicy: the start page leads to the camera', async () => {
    const issued = await town.apply({ SkipPrivacyPolicy: true });
    const customer = await town.customer();
    await customer.open(issued.VerificationURL);
    await customer.reaches('start');
    await customer.tap('start');
    await customer.reaches('camera');
    assert.ok(!customer.steps.some(({ step }) => step === 'agreement'));
  });

  journey('both: one tap remains, since looking at a page binds nobody', async () => {
    const issued = await town.apply({ AutoSkipStartPage: true, SkipPrivacyPolicy: true });
    const customer = await town.customer();
    await customer.open(issued.VerificationURL);
    await customer.reaches('begin');
    await customer.tap('begin');
    await customer.reaches('camera');
    assert.deepEqual(
      customer.steps.map(({ step }) => step),
      ['loading', 'begin', 'camera'],
    );
  });

  journey('ThemeColor: the main button has it; a colour in a bad format is the default one', async () => {
    // The default, #2d72f1, is darkened by a shade: white text on it as it is has a contrast of only 4.4.
    const colours: unknown[] = [];
    for (const config of [{ ThemeColor: '#0a7d32' }, { ThemeColor: 'teal' }, {}]) {
      const issued = await town.apply(config);
      const customer = await town.customer();
      await customer.open(issued.VerificationURL);
      await customer.reaches('start');
      const script = 'getComputedStyle(document.querySelector("[data-test=start]")).backgroundColor';
      colours.push(await customer.page.evaluate(script));
    }
    const [green, teal, unset] = colours;
    assert.equal(green, 'rgb(10, 125, 50)');
    assert.equal(teal, unset);
    assert.notEqual(teal, green);
  });

  // Every screen in every language is looked at in `fitting.full.ts`; here it is that Config chooses.
  journey('Language: on screen and for screen readers, ours as well as the vendor’s', async () => {
    for (const Language of ['zh-tc', 'fil', 'ar'] as const) {
      const issued = await town.apply({ Language });
      const customer = await town.customer();
      await customer.open(issued.VerificationURL);
      await customer.reaches('start');
      const heading = await customer.page.locator('h1').innerText();
      assert.equal(heading, wordsOf(Language)['start.heading']);
      const html = customer.page.locator('html');
      assert.equal(await html.getAttribute('lang'), languageTags[Language]);
      assert.equal(await html.getAttribute('dir'), directionOf(Language));
      await customer.context.close();
    }
  });

  journey(
    'Language: another one is chosen on the page, outlives a reload, and is the one consented in',
    async () => {
      const issued = await town.apply({ Language: 'en' });
      const customer = await town.customer();
      const loaded: string[] = [];
      customer.page.on('request', (request) => {
        const [, name] = /assets\/([a-z-]+?)-[^/]*\.js$/.exec(request.url()) ?? [];
        if (name && (languages as readonly string[]).includes(name)) loaded.push(name);
      });
      await customer.open(issued.VerificationURL);
      await customer.reaches('start');
      await customer.place('language').selectOption('ar');
      await customer.page.locator('html[dir="rtl"]').waitFor();
      assert.deepEqual([...new Set(loaded)], ['en', 'ar'], 'only what is spoken is loaded');
      await customer.page.reload();
      await customer.reaches('start');
      assert.equal(await customer.page.locator('h1').innerText(), wordsOf('ar')['start.heading']);
      const agreed = customer.page.waitForRequest(/\/consent$/);
      await customer.tap('start');
      await customer.agree();
      assert.equal((await agreed).postDataJSON().language, 'ar');
    },
  );

  journey(
    'SkipPrivacyPolicy: before the camera opens it still says what is taken and for how long',
    async () => {
      const issued = await town.apply({ SkipPrivacyPolicy: true });
      const customer = await town.customer();
      await customer.open(issued.VerificationURL);
      await customer.reaches('start');
      assert.match(await customer.place('privacy').innerText(), /deletes it after 3 days/);
    },
  );
});
