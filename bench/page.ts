import { filmEmptyRoom } from '../test/support/camera-file.ts';
import type { Customer } from '../test/support/customer.ts';
import { Town } from '../test/support/journeys.ts';
import { assess } from '../test/support/lighthouse.ts';
import { freePort } from '../test/support/server-program.ts';
import { quantile } from './quantile.ts';
import { devtoolsOf, line, slowerBy } from './slow-phone.ts';

const rounds = 7;
const patienceMs = 60_000;
const assessments = 3;

/** What is measured: the plain check, and one with the most to load. */
const checks = {
  'level 1': { SecurityLevel: 1 },
  'level 4 with a card first': { CheckMode: 1, SecurityLevel: 4 },
} as const;

/**
 * Runs in the page: taps whatever leads on the moment it is there, so that no customer's time is in the times, and notes
 * when the first screen's words and the camera's first picture were there, in ms since the link was opened.
 */
const hurry = `{
  const times = { requests: 0 };
  const note = (name) => requestAnimationFrame(() => { times[name] ??= performance.now(); });
  const tap = (name) => document.querySelector('[data-test="' + name + '"]:not(:disabled)')?.click();
  const look = () => {
    const step = document.querySelector('main')?.dataset.step;
    if (!step || step === 'loading') return;
    note('words');
    if (step === 'agreement' && !document.querySelector('[data-test="agree-box"]')?.checked) tap('agree-box');
    for (const name of ['start', 'agree', 'light']) tap(name);
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  // A tap in the same moment as a screen appears may find it not listening yet.
  setInterval(look, 100);
  document.addEventListener('playing', () => note('camera'), true);
  globalThis.takenTimes = () => ({ ...times, requests: performance.getEntriesByType('resource').length + 1 });
}`;

type Times = { readonly words: number; readonly camera: number; readonly requests: number };

async function timeOnce(customer: Customer, url: string): Promise<Times> {
  const { page } = customer;
  const devtools = await devtoolsOf(customer);
  await devtools.send('Network.emulateNetworkConditions', line);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowerBy });
  await page.addInitScript({ content: hurry });
  await page.goto(url, { waitUntil: 'commit' });
  const until = Date.now() + patienceMs;
  for (;;) {
    if (Date.now() > until) throw new Error(`no camera came; the page shows: ${await customer.shown()}`);
    await page.waitForTimeout(200);
    const times = await page.evaluate<Partial<Times>>('takenTimes()').catch(() => ({}) as Partial<Times>);
    if (times.camera !== undefined) return times as Times;
  }
}

function tell(check: string, times: readonly Times[]): void {
  const seconds = (of: (one: Times) => number) => {
    const all = times.map(of);
    const [least, median, most] = [0, 0.5, 1].map((share) => (quantile(all, share) / 1000).toFixed(2));
    return `${median} s (${least} to ${most})`;
  };
  const requests = quantile(
    times.map((one) => one.requests),
    0.5,
  );
  console.log(
    `${check.padEnd(28)} first words ${seconds(({ words }) => words)}, camera ${seconds(({ camera }) => camera)}, ${requests} requests`,
  );
}

/** Two checks by turns, so that a machine that slows down slows both. */
async function timeChecks(town: Town): Promise<void> {
  const taken = new Map<string, Times[]>(Object.keys(checks).map((check) => [check, []]));
  for (let round = 0; round < rounds; round++)
    for (const [check, config] of Object.entries(checks)) {
      const issued = await town.apply(config);
      const customer = await town.customer();
      taken.get(check)?.push(await timeOnce(customer, issued.VerificationURL));
      await town.sendHome();
    }
  for (const [check, times] of taken) tell(check, times);
}

/** The times of the first screen and of the camera over a slow line on a slow phone, and what Lighthouse makes of it. */
export async function benchPage(): Promise<void> {
  const port = await freePort();
  const town = new Town();
  try {
    await town.build({ camera: filmEmptyRoom, browser: [`--remote-debugging-port=${port}`] });
    console.log('aims: first words 2.5 s, camera 5 s, performance 95');
    await timeChecks(town);
    const scores: number[] = [];
    for (let nth = 0; nth < assessments; nth++) {
      const issued = await town.apply();
      scores.push((await assess(issued.VerificationURL, port, ['performance'])).score('performance'));
    }
    console.log(`Lighthouse performance, mobile: ${scores.join(', ')}`);
  } finally {
    await town.leave();
  }
}
