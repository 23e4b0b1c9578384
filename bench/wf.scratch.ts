import { filmEmptyRoom } from '../test/support/camera-file.ts';
import { Town } from '../test/support/journeys.ts';
const town = new Town();
await town.build({ camera: filmEmptyRoom });
for (let i = 0; i < 2; i++) {
const issued = await town.apply({ SecurityLevel: 1 });
const c = await town.customer();
const d = await c.context.newCDPSession(c.page);
await d.send('Network.enable');
await d.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: 50000, uploadThroughput: 50000 });
await d.send('Emulation.setCPUThrottlingRate', { rate: 4 });
await c.page.goto(issued.VerificationURL, { waitUntil: 'commit' });
await c.reaches('start');
console.log(await c.page.evaluate(`performance.now().toFixed() + '\\n' + [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map((e) => e.name.slice(-30) + ' ' + [e.startTime, e.requestStart, e.responseStart, e.responseEnd].map(Math.round).join(' ') + ' ' + e.transferSize).join('\\n')`));
console.log(await c.page.evaluate(`new Promise((r) => new PerformanceObserver((l) => r(JSON.stringify(l.getEntries().map((e) => [e.startTime, e.duration])))).observe({ type: 'longtask', buffered: true }))`));
await town.sendHome();
}
await town.leave();
