import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { fontEnvironment } from './page-fonts.ts';
import { freePort } from './server-program.ts';
import { WebDriver } from './webdriver.ts';

// The set-up script that finds programs is plain JavaScript, without types.
const setUp: string = new URL('../../scripts/ensure/place.mjs', import.meta.url).href;
const { findProgram } = (await import(setUp)) as {
  findProgram(names: readonly string[]): string | undefined;
};
const [driver, xvfb] = [findProgram(['WebKitWebDriver']), findProgram(['Xvfb'])];

/** Why it cannot be driven here; false where it can. */
export const noWebKit: string | false =
  driver && xvfb ? false : 'NO WEBKIT: install webkit2gtk-driver and xvfb to drive the page in WebKitGTK';

/** MiniBrowser's own bars would make its window wider than a phone: they are drawn without any size. */
const noBars = '* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }';

const miniBrowser = process.env.WEBKIT_PATH ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/**
 * Without its recorder, whatever plugins of GStreamer are installed: without them it names no format that the page wants, and
 * with those of Debian 12 it names MP4 and hands out nothing (`autovideoflip` came with GStreamer 1.24).
 */
const settings = [
  ...['media-stream', 'mock-capture-devices'].map((setting) => `--enable-${setting}=true`),
  '--features=-MediaRecorder',
];

/** WebKitGTK's MiniBrowser on a screen of its own, with WebKit's mock camera. */
export type WebKit = {
  readonly driver: WebDriver;
  /** What was asked of other hosts. */
  readonly foreign: readonly string[];
  stop(): Promise<void>;
};

async function openScreen(): Promise<{ readonly display: string; readonly child: ChildProcess }> {
  const options = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const child = spawn(xvfb ?? '', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = (await once(child.stdio[3] as Readable, 'data')) as [Buffer];
  return { display: `:${number.toString().trim()}`, child };
}

/** Stands where all other hosts would be: notes who is asked for, and answers nobody. */
async function openProxy() {
  const foreign: string[] = [];
  const server = createServer((request, response) => {
    foreign.push(request.url ?? '');
    response.writeHead(502).end();
  });
  // What is not plain HTTP does not come to a request.
  server.on('connection', () => foreign.push('a connection'));
  server.on('connect', (request, socket) => {
    foreign.push(request.url ?? '');
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { foreign, server, address: `127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function openDriver(port: number, environment: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(driver ?? '', [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, ...environment },
  });
  const isUp = () =>
    fetch(`http://127.0.0.1:${port}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (const end = Date.now() + 30_000; !(await isUp()); await sleep(50))
    if (Date.now() > end) throw new Error('WebKitWebDriver did not come up');
  return child;
}

/** A browser that was never here before; its page is 360x640, a small phone. `ownHosts`: all that the page may ask. */
export async function openWebKit(ownHosts: readonly string[]): Promise<WebKit> {
  const folder = mkdtempSync(join(tmpdir(), 'selfsame-webkit-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  writeFileSync(join(folder, 'gtk-3.0/gtk.css'), noBars);
  const [screen, proxy, port] = [await openScreen(), await openProxy(), await freePort()];
  const child = await openDriver(port, {
    ...fontEnvironment(),
    ...{ DISPLAY: screen.display, XDG_CONFIG_HOME: folder },
  });
  const session = await WebDriver.open(`http://127.0.0.1:${port}`, {
    proxy: { proxyType: 'manual', httpProxy: proxy.address, sslProxy: proxy.address, noProxy: ownHosts },
    acceptInsecureCerts: true,
    'webkitgtk:browserOptions': {
      binary: miniBrowser,
      args: ['--automation', ...settings],
    },
  });
  await session.resize(360, 640);
  return {
    driver: session,
    foreign: proxy.foreign,
    async stop() {
      await session.close().catch(() => undefined);
      for (const each of [child, screen.child]) each.kill();
      proxy.server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
