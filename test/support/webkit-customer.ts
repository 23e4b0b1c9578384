import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Step } from '../../page/verify/flow.ts';
import { lostFromView } from '../access/room-to-use.ts';
import type { Place } from './customer.ts';
import type { WebDriver } from './webdriver.ts';
import type { WebKit } from './webkit.ts';

/** Where whoever wants to look finds what each step looked like. */
const pictures = fileURLToPath(new URL('../../.cache/journeys/webkit/', import.meta.url));

const place = (name: Place) => `[data-test="${name}"]`;

/**
 * Notes what the page's policy holds back, and what fails, once the page is loaded. (A session of a driver is private, and of
 * private ones WebKit writes no console.)
 */
const listen = `(() => {
  window.complaints = [];
  const note = (what) => window.complaints.push(String(what));
  addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) =>
    note('held back: ' + violatedDirective + ' ' + blockedURI));
  addEventListener('error', ({ message }) => note('exception: ' + message));
  addEventListener('unhandledrejection', ({ reason }) => note('rejected: ' + reason));
  const { error } = console;
  console.error = (...words) => { note('console: ' + words.join(' ')); error(...words); };
})()`;

/** What a `Customer` is in the browsers that Playwright drives: here by WebDriver, which hears nothing by itself. */
export class WebKitCustomer {
  readonly driver: WebDriver;
  readonly #webkit: WebKit;
  readonly #complaints: string[] = [];

  constructor(webkit: WebKit) {
    this.#webkit = webkit;
    this.driver = webkit.driver;
  }

  async open(url: string): Promise<void> {
    await this.driver.open(url);
    await this.driver.evaluate(listen);
  }

  async reload(): Promise<void> {
    await this.#hear();
    await this.driver.reload();
    await this.driver.evaluate(listen);
  }

  async #hear(): Promise<void> {
    this.#complaints.push(...((await this.driver.evaluate('window.complaints ?? []')) as string[]));
  }

  async shown(): Promise<string> {
    const text = await this.driver.evaluate('document.body.innerText');
    return `${await this.step()}, ${String(text).replace(/\s+/g, ' ').slice(0, 400)}`;
  }

  async step(): Promise<string> {
    return String(await this.driver.evaluate("document.querySelector('main')?.dataset.step"));
  }

  /** Waits until the page stands at one of the steps. */
  async reaches(...steps: readonly Step[]): Promise<void> {
    const wanted = `${JSON.stringify(steps)}.includes(document.querySelector('main')?.dataset.step)`;
    await this.driver.until(wanted, () => this.shown());
  }

  async tap(name: Place): Promise<void> {
    await this.driver.click(place(name));
  }

  async agree(): Promise<void> {
    await this.reaches('agreement');
    await this.tap('agree-box');
    await this.tap('agree');
  }

  async count(name: Place): Promise<number> {
    return Number(await this.driver.evaluate(`document.querySelectorAll('${place(name)}').length`));
  }

  async choosesFile(name: Place, path: string): Promise<void> {
    await this.driver.choose(place(name), path);
  }

  async choosesLanguage(value: string, tag: string): Promise<void> {
    await this.driver.click(`${place('language')} option[value="${value}"]`);
    await this.driver.until(`document.documentElement.lang === '${tag}'`, () => this.shown());
  }

  async reason(): Promise<string> {
    return String(await this.driver.evaluate("document.querySelector('main').dataset.reason"));
  }

  async learnsCode(): Promise<number> {
    await this.reaches('result', 'end');
    return Number(await this.driver.evaluate("document.querySelector('main').dataset.code"));
  }

  /** Nothing is lost from view; the picture is kept. */
  async looksWhole(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    writeFileSync(join(pictures, `${name}.png`), await this.driver.photograph());
    assert.deepEqual(await lostFromView(this.driver), [], name);
  }

  /** Nothing foreign was asked for, nothing was held back by the page's policy, nothing failed. */
  async assertQuiet(): Promise<void> {
    await this.#hear();
    assert.deepEqual([this.#webkit.foreign, this.#complaints], [[], []]);
  }
}
