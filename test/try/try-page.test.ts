import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { runSelfsame } from '../cli/run-selfsame.ts';
import { filmEmptyRoom, filmPerson, filmPhoto, photographPerson } from '../support/camera-file.ts';
import { comesToCard, sendsFile } from '../support/card-customer.ts';
import { photographCard } from '../support/card-photos.ts';
import { launchChromium, noBrowser } from '../support/chromium.ts';
import { Customer } from '../support/customer.ts';
import { portraitPhoto } from '../support/face-photos.ts';
import { type ServerProgram, startServerProgram } from '../support/server-program.ts';
import { clipPath } from '../support/shared-data.ts';

const patienceMs = 60_000;
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** A newcomer with nothing but a browser, who reads /try by the names that its parts have for tests. */
class Newcomer {
  readonly #customer: Customer;
  constructor(customer: Customer) {
    this.#customer = customer;
  }

  get page() {
    return this.#customer.page;
  }
  place(test: string) {
    return this.page.locator(`[data-test="${test}"]`);
  }
  async sees(test: string): Promise<string> {
    await this.place(test).waitFor({ timeout: patienceMs });
    return (await this.place(test).innerText()).replace(/\s+/g, ' ');
  }
  async picks(photo: Uint8Array): Promise<void> {
    const file = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photo) };
    await this.place('file').setInputFiles(file);
    await this.place('photo').waitFor({ timeout: patienceMs });
  }
  /** The JSON on a sheet, as printed. */
  async reads(test: string): Promise<Record<string, unknown>> {
    const text = await this.place(test).innerText({ timeout: patienceMs });
    return (JSON.parse(text) as { Response: Record<string, unknown> }).Response;
  }
  /** From the start page of the verification to its verdict. */
  async isFilmed(): Promise<number> {
    await this.#customer.reaches('start');
    await this.#customer.tap('start');
    await this.#customer.agree();
    await this.#customer.records();
    return await this.#customer.learnsCode();
  }
  /** From the start page of the verification to its end, with a card from a file. */
  async showsCard(photo: Buffer): Promise<void> {
    await comesToCard(this.#customer, this.page.url());
    assert.equal(await sendsFile(this.#customer, photo), 'card-details', await this.#customer.shown());
    await this.#customer.tap('card-confirm');
    assert.equal(await this.#customer.learnsCode(), 0);
  }
  async leaves(): Promise<void> {
    await this.#customer.tap('exit');
    await this.#customer.tap('exit-confirm');
    await this.#customer.reaches('end');
  }
  async goesBack(): Promise<void> {
    await this.#customer.tap('next');
    await this.page.waitForURL(/\/try\?token=/, { timeout: patienceMs });
  }
}

type Errand = {
  readonly server: ServerProgram;
  readonly enter: (options?: BrowserContextOptions) => Promise<Newcomer>;
};

/** A server and a browser with one camera; every test must leave its console clean. */
function describeTrying(
  theme: string,
  camera: (path: string) => Promise<void>,
  options: readonly string[],
  tell: (errand: () => Errand) => void,
  skip: string | false = false,
): void {
  describe(theme, { skip: noBrowser || skip }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'selfsame-try-'));
    const customers: Customer[] = [];
    let server: ServerProgram;
    let browser: Browser;
    before(async () => {
      const film = join(folder, 'camera.mjpeg');
      [server] = await Promise.all([startServerProgram(['--judge-workers', '1', ...options]), camera(film)]);
      browser = await launchChromium(film);
    });
    after(async () => {
      await browser?.close();
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
      assert.deepEqual(
        customers.flatMap(({ problems }) => problems),
        [],
      );
    });
    const enter = async (more: BrowserContextOptions = {}) => {
      const context = await browser.newContext({ permissions: ['camera'], ignoreHTTPSErrors: true, ...more });
      const secure = /https:\/\/[^\s/]+/.exec(server.said())?.[0];
      const customer = await Customer.enter(context, [server.publicUrl, ...(secure ? [secure] : [])]);
      customers.push(customer);
      return new Newcomer(customer);
    };
    tell(() => ({ server, enter }));
  });
}

describeTrying('trying with a photo before the camera (SIMULATED)', filmPhoto, [], (errand) => {
  it('takes a photo, runs in this browser, comes back, and shows what a merchant would get', async () => {
    const { server, enter } = errand();
    const newcomer = await enter(phone);
    await newcomer.page.goto(`${server.publicUrl}/try`);
    assert.match(await newcomer.sees('phone-advice'), /npm start -- --https/);
    assert.equal(await newcomer.place('phone').isDisabled(), true);
    assert.equal(await newcomer.place('here').isDisabled(), true, 'a photo comes first');
    await newcomer.place('camera').click();
    await newcomer.place('shutter').click({ timeout: patienceMs });
    await newcomer.place('photo').waitFor({ timeout: patienceMs });
    await newcomer.place('here').click();
    const code = await newcomer.isFilmed();
    assert.ok([1002, 1003].includes(code), `a photo was judged ${code}`);
    await newcomer.leaves();
    await newcomer.goesBack();
    assert.match(await newcomer.sees('verdict'), /ErrorCode 1410/);
    const result = await newcomer.reads('result');
    assert.equal(result.ErrorCode, 1410);
    const [attempt] = result.VerificationDetailList as { ErrorCode: number }[];
    assert.equal(attempt?.ErrorCode, code);
    assert.match(
      String(result.VideoBase64),
      /^[A-Za-z0-9+/]{16,}… \(\d+ KB before Base64, shortened on this page\)$/,
    );
    const applied = await newcomer.reads('applied');
    assert.equal(new URL(newcomer.page.url()).searchParams.get('token'), applied.BizToken);
  });

  it('says why a photo is refused and stays where it is', async () => {
    const { server, enter } = errand();
    const newcomer = await enter();
    await newcomer.page.goto(`${server.publicUrl}/try`);
    await newcomer.picks(Buffer.from('not a picture'));
    await newcomer.place('here').click();
    assert.match(await newcomer.sees('trouble'), /CompareImageBase64/);
  });

  it('finds the way back to a run that was left by the back button', async () => {
    const { server, enter } = errand();
    const newcomer = await enter();
    await newcomer.page.goto(`${server.publicUrl}/try`);
    await newcomer.place('mode-3').check();
    await newcomer.place('here').click();
    await newcomer.page.waitForURL(/\/verify\?token=/);
    await newcomer.page.goBack();
    await newcomer.place('go-on').waitFor({ timeout: patienceMs });
    assert.equal((await newcomer.reads('result')).ErrorCode, null);
  });
});

describeTrying('trying with a phone nearby', filmPhoto, ['--https'], (errand) => {
  it('shows a code, follows the phone, and shows the result to the browser that asked alone', async () => {
    const { server, enter } = errand();
    const desk = await enter();
    await desk.page.goto(`${server.publicUrl}/try`);
    await desk.picks(await portraitPhoto('anna'));
    await desk.place('phone').click();
    await desk.page.locator('svg.qr').waitFor({ timeout: patienceMs });
    const { VerificationURL } = await desk.reads('applied');
    assert.match(String(VerificationURL), /^https:/);
    const pocket = await enter(phone);
    await pocket.page.goto(String(VerificationURL));
    await pocket.place('start').click({ timeout: patienceMs });
    await desk.page.locator('.milestones li.done', { hasText: 'Opened' }).waitFor({ timeout: patienceMs });
    await pocket.leaves();
    assert.match(await desk.sees('verdict'), /ErrorCode 1410/);
    await pocket.goesBack();
    assert.match(await pocket.sees('elsewhere'), /where this was started/);
    assert.equal(await pocket.place('result').count(), 0);
  });
});

const specimen = await photographCard({
  type: 'HKIDCard',
  layout: '2018',
  portrait: await portraitPhoto('anna'),
});
describeTrying('trying with a specimen of a card', filmEmptyRoom, [], (errand) => {
  it('reads it from a file and shows what a merchant would get, to the browser that asked alone', async () => {
    const { server, enter } = errand();
    const newcomer = await enter(phone);
    await newcomer.page.goto(`${server.publicUrl}/try`);
    await newcomer.place('mode-4').check();
    await newcomer.place('card-type').selectOption('HKIDCard');
    assert.equal(await newcomer.place('camera').count(), 0, 'no photo is asked for');
    assert.match(await newcomer.sees('specimen'), /selfsame -- specimen --type HKIDCard/);
    assert.match(
      String(await newcomer.page.locator('.code').nth(1).textContent()),
      /CheckMode: 4, IDCardType: 'HKIDCard'/,
    );
    await newcomer.place('here').click();
    await newcomer.page.waitForURL(/\/verify\?token=/);
    await newcomer.showsCard(specimen.front);
    await newcomer.goesBack();
    assert.match(await newcomer.sees('verdict'), /The card was read.*ErrorCode 0/);
    assert.match(await newcomer.sees('card-pass'), /IsPass true.*No warnings/);
    const { normal } = specimen.truth;
    const fields = await newcomer.sees('card-fields');
    for (const value of Object.values(normal ?? {})) if (value) assert.ok(fields.includes(value), value);
    for (const name of ['card-cut', 'card-portrait']) {
      await newcomer.place(name).waitFor({ timeout: patienceMs });
      await newcomer.page.evaluate(`document.querySelector('[data-test="${name}"]').decode()`);
      const box = await newcomer.place(name).boundingBox();
      assert.ok(box && box.width > 50 && box.x + box.width <= phone.viewport.width, name);
    }
    const [entry] = (await newcomer.reads('result')).OCRResult as Record<string, unknown>[];
    assert.deepEqual(entry?.NormalCardInfo, { HKIDCard: normal });
    assert.match(String(entry?.CardCutImageBase64), /… \(\d+ KB before Base64, shortened on this page\)$/);
    const token = new URL(newcomer.page.url()).searchParams.get('token') ?? '';
    const theirs = await fetch(`${server.publicUrl}/try/api/card/cut`, { headers: { 'x-biz-token': token } });
    assert.equal(theirs.status, 404);
  });
});

/** What `selfsame show` says of a verification: for whoever looks into a failure. */
async function whyRefused(server: ServerProgram, pageUrl: string): Promise<string> {
  const data = dirname(/Key kept in +(\S+)/.exec(server.said())?.[1] ?? '');
  const token = new URL(pageUrl).searchParams.get('token') ?? '';
  const { stdout, stderr } = await runSelfsame('show', token, '--json', '--data', data);
  return `a living person was refused: ${stdout}${stderr}`;
}

const noClips = clipPath('d13') === null && 'the clips of living people are not here';
describeTrying(
  'trying as a living person',
  (path) => filmPerson('d13', path),
  [],
  (errand) => {
    it('passes, with a similarity', async (t) => {
      const { server, enter } = errand();
      const newcomer = await enter();
      await newcomer.page.goto(`${server.publicUrl}/try`);
      await newcomer.picks(await photographPerson('d13', 6));
      await newcomer.place('here').click();
      const code = await newcomer.isFilmed();
      assert.equal(code, 0, code === 0 ? '' : await whyRefused(server, newcomer.page.url()));
      await newcomer.goesBack();
      assert.match(await newcomer.sees('verdict'), /Alive, and the same person/);
      assert.match(await newcomer.sees('similarity'), /\d+\.\d\d similarity; 70 passes/);
      t.diagnostic('live clips: run');
    });
  },
  noClips,
);
