import assert from 'node:assert/strict';
import type { CDPSession } from 'playwright-core';
import { filmPhoto } from '../support/camera-file.ts';
import { describeJourneys } from '../support/journeys.ts';

/** Runs in the page before its own program: keeps every track that a camera ever gave it. */
const keepTracks = `{
  globalThis.tracksGiven = [];
  const devices = navigator.mediaDevices;
  const open = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wish) => {
    const stream = await open(wish);
    tracksGiven.push(...stream.getTracks());
    return stream;
  };
}`;

type Held = {
  /** Of JavaScript, after a collection. */
  readonly heapBytes: number;
  /** Elements and texts, those too that are on no screen any more. */
  readonly nodes: number;
  readonly listeners: number;
  readonly liveTracks: number;
};

async function whatIsHeld(session: CDPSession): Promise<Held> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  const counted = await session.send('Runtime.evaluate', {
    expression: `tracksGiven.filter(({ readyState }) => readyState === 'live').length`,
  });
  return {
    heapBytes: of('JSHeapUsedSize'),
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    liveTracks: counted.result.value as number,
  };
}

const attempts = 10;
/** By then all parts of the page are loaded and its code is compiled. */
const settled = 3;
/** Compiled code and the browser's own books move by some tens of KB; one recording that is kept is 300 KB and more. */
const growthBytesMost = 250_000;

describeJourneys(
  'Ten attempts in one page',
  { camera: filmPhoto, server: ['--spoofed-attempts-limit', '50'] },
  (town, journey) => {
    journey('leave no camera running, and nothing in memory that grows', async (t) => {
      const issued = await town.apply({ LivenessRetryLimit: attempts + 1, SkipPrivacyPolicy: true });
      const customer = await town.customer();
      await customer.page.addInitScript({ content: keepTracks });
      const session = await customer.context.newCDPSession(customer.page);
      await session.send('Performance.enable');
      await session.send('HeapProfiler.enable');
      await customer.comesToCamera(issued.VerificationURL);
      const held: Held[] = [];
      while (held.length < attempts) {
        if (held.length > 0) {
          await customer.tap('retry');
          await customer.reaches('camera', 'recording');
        }
        await customer.records();
        await customer.learnsCode();
        await customer.reaches('result');
        held.push(await whatIsHeld(session));
      }
      for (const [at, { heapBytes, nodes, listeners, liveTracks }] of held.entries())
        t.diagnostic(
          `after ${at + 1}: ${heapBytes} bytes, ${nodes} nodes, ${listeners} listeners, ${liveTracks} live tracks`,
        );
      assert.deepEqual(new Set(held.map(({ liveTracks }) => liveTracks)), new Set([0]));
      const [early, late] = [held[settled - 1]!, held.at(-1)!];
      assert.ok(late.heapBytes - early.heapBytes < growthBytesMost, 'the heap grows');
      assert.ok(late.nodes <= early.nodes + 20, 'nodes are kept');
      assert.ok(late.listeners <= early.listeners + 5, 'listeners are kept');
    });
  },
);
