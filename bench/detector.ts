import type { CDPSession } from 'playwright-core';
import type { Customer } from '../test/support/customer.ts';
import { Town } from '../test/support/journeys.ts';
import { alone, filmScenes, type Scene } from '../test/support/scene-film.ts';
import { freePort } from '../test/support/server-program.ts';
import { quantile } from './quantile.ts';
import { openSlowLine } from './slow-line.ts';
import { devtoolsOf, slowerBy } from './slow-phone.ts';

const rounds = 3;
/** Until all is loaded and compiled, then as long as it is measured. */
const settleMs = 5_000;
const windowMs = 10_000;
const patienceMs = 60_000;

/** SIMULATED: too far away for a start, so that hints go on; then, for the slow line, where the face should be. */
const far: Scene = { faces: [{ who: 'clara', x: 0.5, y: 0.5, height: 0.2 }] };

/** With the detector, and without: then the browser says that its owner saves data. */
const ways = ['with', 'without'] as const;
type Way = (typeof ways)[number];
const savesData = `Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) });`;

/** Runs in the page before its own program: notes the worker's looks and what blocks the page's own thread. */
const watch = `{
  globalThis.looks = [];
  globalThis.blocks = [];
  const Real = Worker;
  globalThis.Worker = class extends Real {
    constructor(...how) {
      super(...how);
      this.addEventListener('message', ({ data }) => {
        if (data.faces) looks.push({ atMs: performance.now(), tookMs: data.tookMs });
      });
    }
  };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) blocks.push({ atMs: startTime, tookMs: duration });
  }).observe({ type: 'longtask', buffered: true });
}`;

/** SIMULATED: behind the worker's own program; each look takes as many times longer, and is told so. */
const slowedWorker = `;{
  const look = globalThis.onmessage;
  const say = globalThis.postMessage.bind(globalThis);
  globalThis.onmessage = (message) => {
    if (message.data.weightsUrl) return look(message);
    const fromMs = performance.now();
    let answer;
    globalThis.postMessage = (said) => { answer = said; };
    look(message);
    globalThis.postMessage = say;
    const tookMs = ${slowerBy} * (performance.now() - fromMs);
    while (performance.now() < fromMs + tookMs);
    say({ ...answer, tookMs });
  };
}`;

type Timed = { readonly atMs: number; readonly tookMs: number };
type Measured = {
  readonly looks: readonly Timed[];
  readonly blocks: readonly Timed[];
  /** Share of the time that the page's own thread was busy. */
  readonly busy: number;
  /** What the worker holds; null without one. */
  readonly megabytes: number | null;
};

async function customerOf(town: Town, way: Way): Promise<Customer> {
  const customer = await town.customer();
  await customer.page.addInitScript({ content: way === 'with' ? watch : watch + savesData });
  return customer;
}

/** What the worker's JavaScript holds, its buffers too, in MB; null where there is none. */
async function workerMegabytes(customer: Customer): Promise<number | null> {
  const browser = await customer.context.browser()?.newBrowserCDPSession();
  const { targetInfos } = (await browser?.send('Target.getTargets', { filter: [{ type: 'worker' }] })) ?? {
    targetInfos: [],
  };
  const [worker] = targetInfos;
  if (!browser || !worker) return null;
  const { targetId } = worker;
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  const answered = new Promise<{ readonly result?: HeapUsage }>((resolve) => {
    browser.on('Target.receivedMessageFromTarget', ({ message }) => {
      const said = JSON.parse(message) as { readonly id?: number; readonly result?: HeapUsage };
      if (said.id === 1) resolve(said);
    });
  });
  const question = JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' });
  await browser.send('Target.sendMessageToTarget', { sessionId, message: question });
  const { result } = await answered;
  await browser.detach();
  return result ? (result.totalSize + (result.backingStorageSize ?? 0)) / 1e6 : null;
}
type HeapUsage = { readonly totalSize: number; readonly backingStorageSize?: number };

async function busyMs(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

/** Hints on a slow phone: what the worker does and what the page's own thread has of it. */
async function measure(town: Town, way: Way): Promise<Measured> {
  const issued = await town.apply({ SkipPrivacyPolicy: true });
  const customer = await customerOf(town, way);
  const { page } = customer;
  await page.route('**/assets/face-worker-*', async (route) => {
    const body = `${await (await route.fetch()).text()}${slowedWorker}`;
    await route.fulfill({ body, contentType: 'text/javascript' });
  });
  await customer.comesToCamera(issued.VerificationURL);
  const devtools = await devtoolsOf(customer);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowerBy });
  await page.waitForTimeout(settleMs);
  const [fromMs, busyBeforeMs] = [await page.evaluate<number>('performance.now()'), await busyMs(devtools)];
  await page.waitForTimeout(windowMs);
  const [toMs, busyAfterMs] = [await page.evaluate<number>('performance.now()'), await busyMs(devtools)];
  const within = async (name: string) =>
    (await page.evaluate<Timed[]>(name)).filter(({ atMs }) => atMs >= fromMs && atMs < toMs);
  const [looks, blocks] = [await within('looks'), await within('blocks')];
  const megabytes = await workerMegabytes(customer);
  await town.sendHome();
  return { looks, blocks, busy: (busyAfterMs - busyBeforeMs) / (toMs - fromMs), megabytes };
}

type Begun = { readonly toRecordingMs: number; readonly firstLookMs: number | null; readonly bytes: number };

/** Over a slow line: from the camera to the recording, and what the detector had loaded and done by then. */
async function begin(town: Town, way: Way, port: number): Promise<Begun> {
  const slowLine = await openSlowLine(port, town.server.port);
  slowLine.slowDown();
  const issued = await town.apply({ SkipPrivacyPolicy: true });
  const customer = await customerOf(town, way);
  const { page } = customer;
  let bytes = 0;
  page.on('requestfinished', async (request) => {
    if (!/watch-people|face-worker|detector-weights/.test(request.url())) return;
    const { responseBodySize, responseHeadersSize } = await request.sizes().catch(() => noSizes);
    bytes += responseBodySize + responseHeadersSize;
  });
  await customer.comesToCamera(issued.VerificationURL);
  const opened = customer.steps.find(({ step }) => step === 'camera')?.atMs ?? Number.NaN;
  await page.locator('main[data-step="recording"]').waitFor({ timeout: patienceMs });
  const begun = customer.steps.find(({ step }) => step === 'recording')?.atMs ?? Number.NaN;
  const [first] = await page.evaluate<Timed[]>(
    'looks.map(({ atMs }) => ({ atMs: performance.timeOrigin + atMs }))',
  );
  await town.sendHome();
  await slowLine.close();
  return { toRecordingMs: begun - opened, firstLookMs: first ? first.atMs - opened : null, bytes };
}
const noSizes = { responseBodySize: 0, responseHeadersSize: 0 };

/** Both ways by turns, so that a machine that slows down slows both. */
async function byTurns<Result>(once: (way: Way) => Promise<Result>) {
  const taken: Record<Way, Result[]> = { with: [], without: [] };
  for (let round = 0; round < rounds; round++) for (const way of ways) taken[way].push(await once(way));
  return taken;
}

function spread(values: readonly number[], digits: number): string {
  const [least, median, most] = [0, 0.5, 1].map((share) => quantile(values, share).toFixed(digits));
  return `${median} (${least} to ${most})`;
}

function tellHints(taken: Record<Way, readonly Measured[]>): void {
  const took = taken.with.flatMap(({ looks }) => looks.map(({ tookMs }) => tookMs));
  const perSecond = taken.with.map(({ looks }) => (1000 * looks.length) / windowMs);
  console.log(`looks a second ${spread(perSecond, 1)}, one takes ${spread(took, 0)} ms`);
  for (const way of ways) {
    const longest = taken[way].map(({ blocks }) => Math.max(0, ...blocks.map(({ tookMs }) => tookMs)));
    const busy = taken[way].map((one) => one.busy);
    console.log(
      `${way}: page's thread busy ${spread(busy, 2)}, longest block ${spread(longest, 0)} ms (0: under 50)`,
    );
  }
  const held = taken.with.flatMap(({ megabytes }) => (megabytes === null ? [] : [megabytes]));
  console.log(`the worker holds ${spread(held, 1)} MB`);
}

function tellBeginnings(taken: Record<Way, readonly Begun[]>): void {
  for (const way of ways) {
    const seconds = taken[way].map(({ toRecordingMs }) => toRecordingMs / 1000);
    console.log(`${way}: ${spread(seconds, 2)} s from the camera's screen to the recording`);
  }
  const looked = taken.with.flatMap(({ firstLookMs }) => (firstLookMs === null ? [] : [firstLookMs / 1000]));
  const first = looked.length > 0 ? `, the first after ${spread(looked, 2)} s` : '';
  console.log(`it had looked in ${looked.length} of ${taken.with.length}${first}`);
  console.log(
    `loaded ${spread(
      taken.with.map(({ bytes }) => bytes / 1000),
      0,
    )} KB`,
  );
}

async function inTown(
  film: Parameters<typeof filmScenes>[0],
  run: (town: Town, port: number) => Promise<void>,
  isBehindLine = false,
): Promise<void> {
  const town = new Town();
  try {
    const port = await freePort();
    const server = isBehindLine ? ['--public-url', `http://localhost:${port}`] : [];
    await town.build({ camera: (path) => filmScenes(film, path), server });
    await run(town, port);
  } finally {
    await town.leave();
  }
}

/** What the page's face detector costs on a slow phone, and on a slow line. */
export async function benchDetector(): Promise<void> {
  await inTown([{ scene: far, seconds: 1 }], async (town) => {
    tellHints(await byTurns((way) => measure(town, way)));
  });
  for (const farSeconds of [4, 12]) {
    console.log(`over a slow line, the face in its place after ${farSeconds} s`);
    const comesNearer = [
      { scene: far, seconds: farSeconds },
      { scene: alone, seconds: 60 },
    ];
    const run = async (town: Town, port: number) =>
      tellBeginnings(await byTurns((way) => begin(town, way, port)));
    await inTown(comesNearer, run, true);
  }
}

if (import.meta.main) await benchDetector();
