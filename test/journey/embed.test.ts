import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { jsonLines, runSelfsame } from '../cli/run-selfsame.ts';
import { filmPhoto } from '../support/camera-file.ts';
import { describeJourneys, type Town } from '../support/journeys.ts';
import { freePort } from '../support/server-program.ts';

const shopProgram = fileURLToPath(new URL('../../examples/web/shop.mjs', import.meta.url));
const desktop: BrowserContextOptions = { viewport: { width: 1000, height: 900 }, isMobile: false };

/** The shop of `examples/web`, and a rule that lets it alone frame the page, under one of its two names. */
async function openShop(town: Town): Promise<{ allowed: string; other: string; child: ChildProcess }> {
  const port = await freePort();
  const [allowed, other] = [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
  const file = join(town.server.data, 'rule.json');
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const agreement = {
    en: { version: '7', text: 'The shop films you.\n\nIt keeps the film for a day.' },
    th: { version: '7', text: 'ร้านค้าจะถ่ายวิดีโอคุณ' },
  };
  const logo = sharp({ create: { width: 200, height: 60, channels: 3, background: '#0a7f3f' } });
  writeFileSync(join(town.server.data, 'logo.png'), await logo.png().toBuffer());
  const rule = {
    ...{ name: 'Shop', redirectHosts: hosts, agreement, logo: 'logo.png' },
    // Over a rule's one try the shop is told after a single recording that all is finished.
    config: { LivenessRetryLimit: 1 },
    frame: { origins: [allowed] },
  };
  writeFileSync(file, JSON.stringify(rule));
  const made = await runSelfsame('rule', 'create', '--file', file, '--json', '--data', town.server.data);
  assert.equal(made.exitCode, 0, made.stderr);
  const [line] = jsonLines<{ ruleId: string }>(made.stdout);
  const credentials = join(town.server.data, 'credentials.json');
  const args = [shopProgram, line?.ruleId ?? '', credentials, town.server.publicUrl, String(port)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return { allowed, other, child };
}

/** A message from the frame, as the shop's own page gets it. */
type HeardMessage = {
  readonly origin: string;
  readonly token: string;
  readonly event: string;
  readonly more: string;
  /** Of all that it holds. */
  readonly names: readonly string[];
};

/** All that the frame says to the shop's page, oldest first. */
async function hearFrame(page: Page): Promise<readonly HeardMessage[]> {
  const heard: HeardMessage[] = [];
  await page.exposeFunction('tellHeard', (message: HeardMessage) => void heard.push(message));
  await page.addInitScript({
    content: `addEventListener('message', ({ origin, data }) => {
      const { source, token, event, step, reason } = data;
      const names = Object.keys(data);
      if (source === 'selfsame') tellHeard({ origin, token, event, more: step ?? reason ?? '', names });
    });`,
  });
  return heard;
}

const told = (heard: readonly HeardMessage[]) => heard.map(({ event, more }) => `${event} ${more}`.trim());

describeJourneys('The page in a merchant’s own page', { camera: filmPhoto }, (town, journey) => {
  let shop: Awaited<ReturnType<typeof openShop>> | undefined;
  after(() => shop?.child.kill());

  /** Goes on in the frame: a tap there is a tap in the merchant's page. */
  const inFrame = (page: Page) => page.frameLocator('iframe');
  const tap = (page: Page, name: string) =>
    inFrame(page).locator(`[data-test="${name}"]`).click({ timeout: 120_000 });

  journey(
    'goes through to its end in a frame, by the rule’s own agreement, and tells the shop all that happens',
    async () => {
      shop ??= await openShop(town);
      town.admit(shop.allowed);
      const customer = await town.customer({ ...desktop, permissions: ['geolocation'] });
      const { page } = customer;
      const heard = await hearFrame(page);
      await page.goto(`${shop.allowed}/embed`);
      const logo = inFrame(page).locator('img[alt="Shop"]');
      await logo.waitFor({ timeout: 60_000 });
      assert.equal(await logo.evaluate((image: { naturalWidth: number }) => image.naturalWidth), 200);
      await tap(page, 'start');
      const words = inFrame(page).locator('[data-test="rule-agreement"]');
      await words.waitFor({ timeout: 60_000 });
      assert.deepEqual(await words.locator('p').allInnerTexts(), [
        'The shop films you.',
        'It keeps the film for a day.',
      ]);
      await inFrame(page).locator('[data-test="agree-box"]').check();
      await tap(page, 'agree');
      await inFrame(page).locator('[data-reason="camera-refused"]').waitFor({ timeout: 60_000 });
      await customer.context.grantPermissions(['camera']);
      await tap(page, 'retry');
      const end = inFrame(page).locator('main[data-step="end"]');
      const record = inFrame(page).locator('[data-test="record"]');
      // It may begin by itself.
      const byHand = record.click({ timeout: 60_000 }).catch(() => undefined);
      await end.waitFor({ timeout: 120_000 });
      void byHand;
      const cookies = (await customer.context.cookies()).filter(({ name }) => name.startsWith('selfsame-'));
      assert.deepEqual(
        cookies.map(({ httpOnly, secure, sameSite }) => [httpOnly, secure, sameSite]),
        [[true, true, 'None']],
      );
      await tap(page, 'next');
      await page.waitForURL(/\/back\?token=/, { timeout: 60_000 });
      const token = new URL(page.url()).searchParams.get('token') ?? '';
      const code = await page.locator('h1').getAttribute('data-code');
      // A still film is refused as not alive, or as a spoof where frames were lost on a busy machine.
      assert.match(code ?? '', /^100[23]$/, 'the API says so, not the event');
      assert.ok(heard.every(({ origin }) => origin === town.server.publicUrl));
      assert.ok(heard.every((each) => each.token === token && token.length === 36));
      const names = new Set(heard.flatMap((each) => each.names));
      assert.deepEqual(
        [...names].sort(),
        ['event', 'reason', 'source', 'step', 'token'],
        'no event carries a verdict',
      );
      assert.deepEqual(told(heard), [
        ...['opened', 'step start', 'step agreement', 'step liveness', 'error camera-refused'],
        ...['step liveness', 'step checking', 'step end', 'finished'],
      ]);
      const shown = await runSelfsame('show', token, '--data', town.server.data);
      assert.match(shown.stdout, /agreed .* version 7, en:\n {4}The shop films you\./);
    },
  );

  journey(
    'is reached by a redirect too, speaks the rule’s languages, and comes back with the token',
    async () => {
      shop ??= await openShop(town);
      const sent = await fetch(`${shop.allowed}/redirect`, { redirect: 'manual' });
      town.admit(shop.allowed);
      const customer = await town.customer({ viewport: { width: 360, height: 640 } });
      await customer.open(sent.headers.get('location') ?? '');
      await customer.reaches('start');
      await customer.tap('start');
      const words = customer.page.locator('[data-test="rule-agreement"]');
      await customer.place('agree-box').check();
      await customer.place('language').selectOption('th');
      await words.filter({ hasText: 'ร้านค้าจะถ่ายวิดีโอคุณ' }).waitFor({ timeout: 60_000 });
      assert.equal(await customer.place('agree-box').isChecked(), false, 'another text is agreed to anew');
      await customer.place('language').selectOption('id');
      await words.filter({ hasText: 'The shop films you.' }).waitFor({ timeout: 60_000 });
      assert.equal(await words.getAttribute('lang'), 'en', 'there is none in this language');
      await customer.agree();
      await customer.tap('exit');
      await customer.tap('exit-confirm');
      await customer.tap('next');
      const back = await customer.arrivesAt(shop.allowed);
      assert.match(back.search, /^\?order=7&token=[0-9A-F-]{36}$/);
      assert.equal(await customer.page.locator('h1').getAttribute('data-code'), '1410');
    },
  );

  journey('is shown in no frame but the rule’s, whatever else may be named', async () => {
    shop ??= await openShop(town);
    town.admit(shop.other);
    const customer = await town.customer(desktop);
    customer.expects(/frame-ancestors/);
    const isRefused = customer.page.waitForEvent('console', (message) =>
      /frame-ancestors/.test(message.text()),
    );
    await customer.page.goto(`${shop.other}/embed`);
    await isRefused;
    assert.equal(await inFrame(customer.page).locator('main').count(), 0);
    assert.deepEqual(customer.steps, []);
  });

  journey('is held in the page’s memory where the browser keeps no cookie in frames', async () => {
    shop ??= await openShop(town);
    town.admit(shop.allowed);
    const customer = await town.customer(desktop);
    const { page } = customer;
    const follows: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/verify/api/events')) follows.push(request.resourceType());
    });
    // As browsers do that block them: what the server sets is dropped.
    await page.route('**/verify/api/open', async (route) => {
      const answer = await route.fetch();
      // The test's own fetch has kept it for the browser.
      await customer.context.clearCookies();
      const { 'set-cookie': _dropped, ...headers } = answer.headers();
      await route.fulfill({ response: answer, headers });
    });
    const heard = await hearFrame(page);
    await page.goto(`${shop.allowed}/embed`);
    await tap(page, 'start');
    await inFrame(page).locator('[data-test="agree-box"]').check({ timeout: 60_000 });
    await tap(page, 'agree');
    await inFrame(page)
      .locator('main[data-step="camera"], main[data-step="recording"]')
      .first()
      .waitFor({ timeout: 60_000 });
    assert.equal((await customer.context.cookies()).length, 0);
    assert.ok(follows.length > 0 && follows.every((kind) => kind === 'fetch'), String(follows));
    await tap(page, 'exit');
    await tap(page, 'exit-confirm');
    await tap(page, 'next');
    await page.waitForURL(/\/back\?token=/, { timeout: 60_000 });
    assert.equal(await page.locator('h1').getAttribute('data-code'), '1410');
    assert.deepEqual(told(heard).slice(-3), ['step leaving', 'step end', 'exited']);
  });
});
