import { setTimeout as sleep } from 'node:timers/promises';

const patienceMs = 120_000;

/** Of the WebDriver specification (§12.2): the name under which an element's reference travels. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

type Answer = { readonly value: unknown };

/** A browser's session by W3C WebDriver, as far as a customer needs one. */
export class WebDriver {
  readonly #session: string;

  private constructor(session: string) {
    this.#session = session;
  }

  /** `origin`: where the driver's program listens. */
  static async open(origin: string, capabilities: Readonly<Record<string, unknown>>): Promise<WebDriver> {
    const asked = { capabilities: { alwaysMatch: capabilities } };
    const { sessionId } = (await command('POST', `${origin}/session`, asked)) as { sessionId: string };
    return new WebDriver(`${origin}/session/${sessionId}`);
  }

  async close(): Promise<void> {
    await command('DELETE', this.#session);
  }

  async open(url: string): Promise<void> {
    await command('POST', `${this.#session}/url`, { url });
  }

  async reload(): Promise<void> {
    await command('POST', `${this.#session}/refresh`, {});
  }

  async url(): Promise<string> {
    return (await command('GET', `${this.#session}/url`)) as string;
  }

  /** The value of an expression; `given` is what it finds in `arguments`. */
  async evaluate(expression: string, given: readonly unknown[] = []): Promise<unknown> {
    const script = `return ${expression}`;
    return await command('POST', `${this.#session}/execute/sync`, { script, args: given });
  }

  /** Waits until the expression is true; says what was waited for when it does not become so. */
  async until(expression: string, told: () => Promise<string>): Promise<void> {
    for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(100))
      if (await this.evaluate(expression).catch(() => false)) return;
    throw new Error(`this did not come true: ${expression}; ${await told()}`);
  }

  async click(selector: string): Promise<void> {
    await command('POST', `${await this.#element(selector)}/click`, {});
  }

  /** Chooses a file of this machine's disk in a file field. */
  async choose(selector: string, path: string): Promise<void> {
    await command('POST', `${await this.#element(selector)}/value`, { text: path });
  }

  /** Waits for it to come, as a customer would. */
  async #element(selector: string): Promise<string> {
    await this.until(
      `document.querySelector(${JSON.stringify(selector)}) !== null`,
      async () => 'no such element',
    );
    const asked = { using: 'css selector', value: selector };
    const found = await command('POST', `${this.#session}/element`, asked);
    return `${this.#session}/element/${(found as Record<string, string>)[elementKey]}`;
  }

  /** Makes the window so large that the page has this size. */
  async resize(width: number, height: number): Promise<void> {
    let outer = { width, height };
    for (let time = 0; time < 3; time++) {
      await command('POST', `${this.#session}/window/rect`, outer);
      const [w, h] = (await this.evaluate('[innerWidth, innerHeight]')) as [number, number];
      if (w === width && h === height) return;
      outer = { width: outer.width + width - w, height: outer.height + height - h };
    }
    throw new Error(`the page does not become ${width}x${height}`);
  }

  /** A PNG of what is in view, once it is painted. */
  async photograph(): Promise<Buffer> {
    await sleep(500);
    return Buffer.from((await command('GET', `${this.#session}/screenshot`)) as string, 'base64');
  }
}

async function command(method: string, url: string, body?: unknown): Promise<unknown> {
  const sent = body !== undefined && {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  };
  const name = `${method} ${new URL(url).pathname}`;
  const answer = await fetch(url, { method, ...sent, signal: AbortSignal.timeout(patienceMs) }).catch(
    (error) => {
      throw new Error(`${name} ${JSON.stringify(body)}: the driver did not answer`, { cause: error });
    },
  );
  const { value } = (await answer.json()) as Answer;
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(value)}`);
  return value;
}
