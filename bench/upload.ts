import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordingNotice } from '../src/capture/page-shapes.ts';
import { pieceBytes } from '../src/capture/page-view.ts';
import type { Customer } from '../test/support/customer.ts';
import { Town } from '../test/support/journeys.ts';
import { alone, filmScenes } from '../test/support/scene-film.ts';
import { freePort } from '../test/support/server-program.ts';
import { quantile } from './quantile.ts';
import { openSlowLine, type SlowLine } from './slow-line.ts';
import { line } from './slow-phone.ts';

const rounds = 5;
const dropMs = 3_000;

const ways = ['no drop', 'a drop of 3 s'] as const;
type Way = (typeof ways)[number];

type Upload = { readonly tookMs: number; readonly recordingBytes: number; readonly sentBytes: number };

/** SIMULATED: a head that moves a little, so that the recording is as large as a living person's. */
const camera = (path: string) => filmScenes([{ scene: { ...alone, roundPixels: 6 }, seconds: 1 }], path);

/** How large the recording is, and what the page begins to send of it. */
function watchPieces({ page }: Customer) {
  const watch = { begun: [] as number[], firstMs: 0, recordingBytes: 0 };
  page.on('request', (request) => {
    if (request.method() === 'PUT' && request.url().endsWith('/recording'))
      watch.recordingBytes = (request.postDataJSON() as RecordingNotice).bytes;
    if (request.method() !== 'PATCH') return;
    watch.firstMs ||= Date.now();
    watch.begun.push(request.postDataBuffer()?.length ?? 0);
  });
  return watch;
}

/** In the middle of the second piece. */
async function cutDuring(pieces: ReturnType<typeof watchPieces>, slowLine: SlowLine): Promise<void> {
  while (pieces.begun.length < 2) await sleep(20);
  await sleep(1_000);
  slowLine.cut(dropMs);
}

async function uploadOnce(town: Town, port: number, way: Way): Promise<Upload> {
  const slowLine = await openSlowLine(port, town.server.port);
  try {
    const issued = await town.apply({ SkipPrivacyPolicy: true, LivenessRetryLimit: 1 });
    const customer = await town.customer();
    const pieces = watchPieces(customer);
    await customer.comesToCamera(issued.VerificationURL);
    await customer.records();
    slowLine.slowDown();
    if (way === 'a drop of 3 s') await cutDuring(pieces, slowLine);
    await customer.reaches('waiting', 'end');
    await town.sendHome();
    // The event that all is there may come before the answer to the last piece.
    const endMs = customer.steps.find(({ step }) => step === 'waiting')?.atMs ?? Number.NaN;
    const sentBytes = pieces.begun.reduce((sum, bytes) => sum + bytes, 0);
    return { tookMs: endMs - pieces.firstMs, recordingBytes: pieces.recordingBytes, sentBytes };
  } finally {
    await slowLine.close();
  }
}

function tell(way: Way, uploads: readonly Upload[]): void {
  const of = (read: (upload: Upload) => number, share: number) => quantile(uploads.map(read), share);
  const spread = (read: (upload: Upload) => number, digits: number) => {
    const [least, median, most] = [0, 0.5, 1].map((share) => of(read, share).toFixed(digits));
    return `${median} (${least} to ${most})`;
  };
  // A recording has not always the same size, nor has its upload the same length.
  const secondsMore = ({ tookMs, recordingBytes }: Upload) =>
    (tookMs - (1000 * recordingBytes) / line.uploadThroughput) / 1000;
  const twice = ({ sentBytes, recordingBytes }: Upload) => (sentBytes - recordingBytes) / 1000;
  console.log(
    `${way}: ${spread(({ recordingBytes }) => recordingBytes / 1000, 0)} KB, ` +
      `${spread(({ tookMs }) => tookMs / 1000, 2)} s, ${spread(secondsMore, 2)} s more than its bytes need, ` +
      `${spread(twice, 0)} KB sent twice at most, n ${uploads.length}`,
  );
}

/** How much later an upload over a slow line ends that a drop of three seconds cuts, and what is sent twice for it. */
export async function benchUpload(): Promise<void> {
  const town = new Town();
  const taken = new Map<Way, Upload[]>();
  try {
    const port = await freePort();
    const server = ['--record-ms', '6000', '--public-url', `http://localhost:${port}`];
    await town.build({ camera, server });
    console.log(`aim: no more than a piece (${Math.round(pieceBytes / 1000)} KB) sent twice`);
    for (let round = 0; round < rounds; round++)
      for (const way of ways) taken.set(way, [...(taken.get(way) ?? []), await uploadOnce(town, port, way)]);
    for (const [way, uploads] of taken) tell(way, uploads);
  } finally {
    await town.leave();
  }
}

if (import.meta.main) await benchUpload();
