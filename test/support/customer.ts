import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import type { Step } from '../../page/verify/flow.ts';

const stepPatienceMs = 120_000;

/** Names of buttons and fields, as `data-test` has them. */
export type Place =
  | 'start'
  | 'language'
  | 'voice'
  | 'privacy'
  | 'begin'
  | 'agree-box'
  | 'agree'
  | 'record'
  | 'change-camera'
  | 'exit'
  | 'exit-confirm'
  | 'exit-back'
  | 'retry'
  | 'next'
  | 'handover'
  | 'handover-link'
  | 'handover-copy'
  | 'back'
  | 'following-status'
  | 'attempts-left'
  | 'take-over'
  | 'leave-go'
  | 'leave-menu'
  | 'stay-in-app'
  | 'copy-by-hand'
  | 'no-camera'
  | 'continue-here'
  | 'hint'
  | 'light'
  | 'no-light'
  | 'prompt'
  | 'film'
  | 'countdown'
  | 'progress'
  | 'card-file'
  | 'card-app'
  | 'card-hint'
  | 'card-shutter'
  | 'card-torch'
  | 'card-shot'
  | 'card-again'
  | 'card-use'
  | 'card-retake'
  | 'card-leave'
  | 'card-leave-text'
  | 'card-fields'
  | 'card-picture'
  | 'card-confirm';

/** Runs in the page before its own program: tells of every step that the screen shows. */
const watchSteps = `{
  let last = null;
  const look = () => {
    const step = document.querySelector('main')?.dataset.step;
    if (step && step !== last) tellStep(step);
    last = step ?? last;
  };
  new MutationObserver(look).observe(document, {
    subtree: true, childList: true, attributes: true, attributeFilter: ['data-step'],
  });
}`;

/** A person with a phone: does by hand what the page asks for, and notes what a developer would see in its console. */
export class Customer {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors in the console, exceptions, and calls to other places than our server and the merchant's. */
  readonly problems: string[] = [];
  /** Calls to the page's own API: method, path below `/verify/api`, status (0 while there is no answer). */
  readonly calls: { readonly method: string; readonly path: string; readonly status: number }[] = [];
  /** Every step that the page has shown, in order. */
  readonly steps: { readonly step: string; readonly atMs: number }[] = [];
  readonly #expected: RegExp[] = [];
  #recordingsTaken = 0;

  private constructor(context: BrowserContext, page: Page, allowedOrigins: readonly string[]) {
    this.context = context;
    this.page = page;
    page.on('console', (message) => {
      if (message.type() === 'error' || /Content Security Policy/.test(message.text()))
        this.#note(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.#note(`exception: ${error.stack ?? error.message}`));
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (/^https?:$/.test(protocol) && !allowedOrigins.includes(origin))
        this.#note(`foreign: ${request.url()}`);
    });
    page.on('response', (response) => {
      const [, path] = /\/verify\/api(\/[^?]*)/.exec(response.url()) ?? [];
      if (path) this.calls.push({ method: response.request().method(), path, status: response.status() });
    });
  }

  /** Opens a tab. The browser tells of every step that its page shows, however short. */
  static async enter(context: BrowserContext, allowedOrigins: readonly string[]): Promise<Customer> {
    const page = await context.newPage();
    const customer = new Customer(context, page, allowedOrigins);
    await page.exposeFunction('tellStep', (step: string) => {
      customer.steps.push({ step, atMs: Date.now() });
    });
    await page.addInitScript({ content: watchSteps });
    return customer;
  }

  #note(problem: string): void {
    if (!this.#expected.some((pattern) => pattern.test(problem))) this.problems.push(problem);
  }

  /** A browser writes every refused call and every lost line to its console: these are part of the story. */
  expects(...patterns: readonly RegExp[]): void {
    this.#expected.push(...patterns);
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'domcontentloaded' });
  }

  /** Waits until the page stands at one of the steps, and says at which. */
  async reaches(...steps: readonly Step[]): Promise<Step> {
    const screens = this.page.locator(steps.map((step) => `main[data-step="${step}"]`).join(', '));
    try {
      await screens.first().waitFor({ timeout: stepPatienceMs });
    } catch {
      throw new Error(`the page did not come to ${steps.join(' or ')}; it shows: ${await this.shown()}`);
    }
    return (await this.page.locator('main').getAttribute('data-step')) as Step;
  }

  /** Waits until the page stands at a step or shows a place, and says which. */
  async reachesOrShows<S extends Step, P extends Place>(step: S, place: P): Promise<S | P> {
    const there = this.page.locator(`main[data-step="${step}"]`);
    await there.or(this.place(place)).first().waitFor({ timeout: stepPatienceMs });
    return (await there.count()) > 0 ? step : place;
  }

  async shown(): Promise<string> {
    const main = this.page.locator('main[data-step]');
    if ((await main.count()) === 0) return `no step, at ${this.page.url()}`;
    const step = await main.getAttribute('data-step');
    return `step ${step}, ${(await main.innerText()).replace(/\s+/g, ' ').slice(0, 400)}`;
  }

  place(name: Place) {
    return this.page.locator(`[data-test="${name}"]`);
  }

  async tap(name: Place): Promise<void> {
    await this.place(name).click({ timeout: stepPatienceMs });
  }

  async agree(): Promise<void> {
    await this.reaches('agreement');
    await this.place('agree-box').check();
    await this.tap('agree');
  }

  /** From the link to the camera, through whatever the page asks first; `light` is what is said to its flashing. */
  async comesToCamera(url: string, light: 'light' | 'no-light' = 'light'): Promise<void> {
    await this.open(url);
    const first = await this.reaches('start', 'begin', 'agreement');
    if (first !== 'agreement') await this.tap(first as 'start' | 'begin');
    if ((await this.reaches('agreement', 'light-notice', 'camera', 'recording')) === 'agreement')
      await this.agree();
    if ((await this.reaches('light-notice', 'camera', 'recording')) === 'light-notice') await this.tap(light);
    await this.reaches('camera', 'recording');
  }

  get #recordingsSeen(): number {
    return this.steps.filter(({ step }) => step === 'recording').length;
  }

  /** A reload by hand: whatever was being recorded is no longer waited for. */
  async reload(): Promise<void> {
    await this.page.reload({ waitUntil: 'domcontentloaded' });
    this.#recordingsTaken = this.#recordingsSeen;
  }

  /** Waits for the next recording to begin; starts it by hand where the hints cannot decide. */
  async records(): Promise<void> {
    const until = Date.now() + stepPatienceMs;
    while (this.#recordingsSeen <= this.#recordingsTaken) {
      if (Date.now() > until) throw new Error(`no recording began; the page shows: ${await this.shown()}`);
      const button = this.place('record');
      // It may begin by itself while the finger is on its way.
      if (await button.isVisible()) await button.click({ timeout: 2_000 }).catch(() => undefined);
      await sleep(50);
    }
    this.#recordingsTaken += 1;
  }

  /** Waits for a verdict on the recording that was made, and returns the code that the page names. */
  async learnsCode(): Promise<number> {
    await this.reaches('result', 'end');
    return Number(await this.page.locator('main').getAttribute('data-code'));
  }

  /** The merchant's page, after the redirect. */
  async arrivesAt(origin: string): Promise<URL> {
    await this.page.waitForURL((url) => url.origin === origin, { timeout: stepPatienceMs });
    return new URL(this.page.url());
  }
}
