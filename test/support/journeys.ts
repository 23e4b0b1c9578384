import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchChromium, noBrowser } from './chromium.ts';
import { Customer } from './customer.ts';
import { type Merchant, openMerchant } from './merchant.ts';
import { type Sdk, type SdkIssued, type SdkResult, sdkClient } from './sdk.ts';
import { type ServerProgram, startServerProgram } from './server-program.ts';

const screenshots = fileURLToPath(new URL('../../.cache/journeys/', import.meta.url));

/** Whose browser the customers have. */
export type Engine = {
  /** Why it cannot be driven here; false where it can. */
  readonly missing: string | false;
  /** Starts it with the film that its camera is to show, where it can, and options of its command line. */
  readonly launch: (film: string, options: readonly string[]) => Promise<Browser>;
  /** A phone in the hand. */
  readonly phone: BrowserContextOptions;
};

const chromium: Engine = {
  missing: noBrowser,
  launch: launchChromium,
  phone: {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 1,
    hasTouch: true,
    isMobile: true,
    permissions: ['camera'],
  },
};

export type Setting = {
  /** Puts the camera's file at the path. */
  readonly camera: (path: string) => Promise<void>;
  /** Options of the server's command line. */
  readonly server?: readonly string[];
  /** Options of the browser's command line. */
  readonly browser?: readonly string[];
  /** Chromium where absent. */
  readonly engine?: Engine;
};

/** What a journey needs: a server, a merchant with the vendor's SDK, and customers with browsers. */
export class Town {
  server!: ServerProgram;
  merchant!: Merchant;
  #sdk!: Sdk;
  #browser!: Browser;
  #phone = chromium.phone;
  readonly #folder = mkdtempSync(join(tmpdir(), 'selfsame-town-'));
  #customers: Customer[] = [];
  readonly #admitted: string[] = [];

  /** Lets customers who come from now on visit another merchant's site too. */
  admit(origin: string): void {
    this.#admitted.push(origin);
  }

  async build({ camera, server = [], browser = [], engine = chromium }: Setting): Promise<void> {
    const film = join(this.#folder, 'camera.mjpeg');
    // The page lives on one address; a test's customers would otherwise use up what one address may call.
    const many = ['--page-calls-per-minute', '100000', '--judge-workers', '1'];
    // Opened one after the other: whatever fails, `leave` then knows what is open.
    this.merchant = await openMerchant();
    this.server = await startServerProgram([...many, ...server]);
    await camera(film);
    this.#sdk = sdkClient(this.server.credentials, `127.0.0.1:${this.server.port}`);
    this.#phone = engine.phone;
    this.#browser = await engine.launch(film, browser);
  }

  async leave(): Promise<void> {
    await this.#browser?.close();
    await this.server?.stop();
    await this.merchant?.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Apply by the vendor's SDK. Silent liveness alone, unless `config` or `more` say otherwise. */
  async apply(config: Record<string, unknown> = {}, more: Record<string, unknown> = {}): Promise<SdkIssued> {
    return await this.#sdk.apply({
      RedirectURL: this.merchant.redirectUrl,
      Config: { CheckMode: 3, SecurityLevel: 1, ...config },
      ...more,
    });
  }

  /** Get by the vendor's SDK. */
  async result(bizToken: string): Promise<SdkResult> {
    return await this.#sdk.result(bizToken);
  }

  /** The server as a phone would see it that came by plain HTTP. */
  get untrustedUrl(): string {
    return `http://untrusted.example:${this.server.port}`;
  }

  get origins(): readonly string[] {
    return [this.server.publicUrl, this.untrustedUrl, this.merchant.origin, ...this.#admitted];
  }

  /** A browser that was never here before. */
  async customer(options: BrowserContextOptions = {}): Promise<Customer> {
    const context = await this.#browser.newContext({ ...this.#phone, ...options });
    const customer = await Customer.enter(context, this.origins);
    this.#customers.push(customer);
    return customer;
  }

  async tabOf(customer: Customer): Promise<Customer> {
    const tab = await Customer.enter(customer.context, this.origins);
    this.#customers.push(tab);
    return tab;
  }

  /** What every journey keeps to, whatever its story: nothing foreign is asked for, and the console stays clean. */
  assertQuiet(): void {
    assert.deepEqual(
      this.#customers.flatMap(({ problems }) => problems),
      [],
    );
  }

  /** What each customer saw and when, for whoever looks into a failure. */
  account(): string {
    return this.#customers
      .map(({ steps }, at) => {
        const first = steps[0]?.atMs ?? 0;
        return `customer ${at + 1}: ${steps.map(({ step, atMs }) => `${step} ${atMs - first}`).join(', ')}`;
      })
      .join('; ');
  }

  async photograph(name: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true });
    for (const [at, { page }] of this.#customers.entries()) {
      const path = join(screenshots, `${name.replace(/[^a-z0-9]+/gi, '-')}-${at + 1}.png`);
      await page.screenshot({ path }).catch(() => undefined);
    }
  }

  async sendHome(): Promise<void> {
    await Promise.all(this.#customers.map(({ context }) => context.close().catch(() => undefined)));
    this.#customers = [];
  }
}

export type Journey = (title: string, story: (t: TestContext) => Promise<void>) => void;

/** Journeys of one theme, in one browser with one camera against one server. Skipped loudly without a browser. */
export function describeJourneys(
  theme: string,
  setting: Setting,
  tell: (town: Town, journey: Journey) => void,
  skip: string | false = false,
): void {
  describe(theme, { skip: (setting.engine ?? chromium).missing || skip }, () => {
    const town = new Town();
    before(() => town.build(setting));
    after(() => town.leave());
    tell(town, (title, story) => {
      it(title, async (t) => {
        try {
          await story(t);
          town.assertQuiet();
        } catch (error) {
          await town.photograph(title);
          process.stderr.write(`${town.account()}\n${town.server.said().slice(-3000)}\n`);
          throw error;
        } finally {
          await town.sendHome();
        }
      });
    });
  });
}
