import fastify, { type FastifyInstance } from 'fastify';
import type { Browser, BrowserContext, BrowserContextOptions, Page, Route } from 'playwright-core';
import { registerPageAssets } from '../../src/capture/page-assets.ts';
import type { PageView } from '../../src/capture/page-shapes.ts';
import { launchChromium } from './chromium.ts';
import type { Screen } from './screens.ts';
import { stagedCamera, stagedCard } from './staged-camera.ts';

/** How every screen is to look in a window. */
export type Look = Pick<PageView, 'language' | 'themeColor'>;

/** Tests never wait for what does not come: a screen is a load and a few taps away. */
const patienceMs = 30_000;

/**
 * The built page with the product's own headers, before a server that says what a test wants it to: every screen is a call
 * away, without a judge. SIMULATED: here it is seen how screens look and read, never what they lead to.
 */
export class Stage {
  readonly #app: FastifyInstance = fastify({ forceCloseConnections: true });
  #browser: Browser | null = null;
  #origin = '';

  /** In Chromium, unless another browser is launched. */
  static async open(launch: () => Promise<Browser> = launchChromium): Promise<Stage> {
    const stage = new Stage();
    registerPageAssets(stage.#app, 'verify');
    await stage.#app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = stage.#app.server.address() as { port: number };
    stage.#origin = `http://localhost:${port}`;
    stage.#browser = await launch();
    return stage;
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    await this.#app.close();
  }

  /** As the browser says it. */
  get browserVersion(): string {
    return this.#browser?.version() ?? '';
  }

  /** A browser of its own, in which screens are shown in one look. */
  async newWindow(look: Look, options: BrowserContextOptions = {}): Promise<StagedWindow> {
    if (!this.#browser) throw new Error('the stage is not open');
    const context = await this.#browser.newContext({ viewport: { width: 360, height: 640 }, ...options });
    return new StagedWindow(context, this.#origin, look);
  }
}

export class StagedWindow {
  readonly context: BrowserContext;
  readonly #origin: string;
  readonly #look: Look;

  constructor(context: BrowserContext, origin: string, look: Look) {
    this.context = context;
    this.#origin = origin;
    this.#look = look;
  }

  /** Opens a tab and brings it to the screen; the caller closes it. */
  async show(screen: Screen): Promise<Page> {
    const page = await this.context.newPage();
    page.setDefaultTimeout(patienceMs);
    await page.addInitScript({ content: stagedCamera(screen.camera ?? 'wall') });
    if (screen.before) await page.addInitScript({ content: screen.before });
    await page.route('**/verify/api/**', (route) => this.#answer(route, screen));
    await page.goto(`${this.#origin}/verify?token=staged${screen.query ?? ''}`);
    await screen.walk?.(page);
    try {
      await page.locator(`main[data-step="${screen.step}"]`).waitFor();
    } catch {
      const shown = await page.locator('body').innerText();
      throw new Error(`no ${screen.step}; the page shows: ${shown.replace(/\s+/g, ' ')}`);
    }
    return page;
  }

  async #answer(route: Route, screen: Screen): Promise<void> {
    const request = route.request();
    const path = new URL(request.url()).pathname.replace('/verify/api', '');
    const played = screen.answers?.[`${request.method()} ${path}`];
    if (played === 'never' || path === '/events') return;
    if (path === '/card/picture')
      return await route.fulfill({ contentType: 'image/svg+xml', body: stagedCard });
    if (played && 'refusal' in played) return await route.fulfill({ status: 503, json: played });
    const answer = played ?? screen.view;
    await route.fulfill({ json: 'holder' in answer ? { ...answer, ...this.#look } : answer });
  }
}
