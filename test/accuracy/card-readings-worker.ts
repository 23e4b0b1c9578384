// A process that draws, photographs and reads specimens, one after the other.
import { cardTypeOf } from '../../src/cards/registry.ts';
import { type PhotoOrder, photograph } from '../../src/specimen/camera/photograph.ts';
import { makeSpecimen } from '../../src/specimen/make-specimen.ts';
import type { CardRequest, CardVerdict } from '../../src/verify/card/card-verdict.ts';
import { loadCardKit, readCard } from '../../src/verify/card/read-card.ts';
import { pageOf } from '../../src/verify/card/side-page.ts';
import { straightenPhoto } from '../../src/verify/card/straight-card.ts';
import { startStopwatch } from '../../src/verify/stopwatch.ts';
import { distanceBetween, type Point } from '../../src/vision/geometry.ts';
import type { CardRead, CardTask } from './card-readings.ts';

const kit = await loadCardKit();

process.on('message', async (task: CardTask) => process.send?.(await perform(task)));

async function perform(task: CardTask): Promise<CardRead> {
  const { type, layout, seed, severity, attack } = task;
  const { front, back, truth } = await makeSpecimen({ type, seed, layout });
  const order: PhotoOrder = { seed: `${seed} ${layout}`, severity, attack };
  const photo = await photograph(front, truth.front, order);
  const behind =
    back && truth.back && (await photograph(back, truth.back, { ...order, seed: `${seed} ${layout} back` }));
  const request: CardRequest = { front: photo.jpeg, back: behind?.jpeg ?? null, askedType: null };
  const read = task.isNumberOnly ? await readTextAlone(request, type) : await readWhole(request, type);
  const { corners, ...rest } = read;
  return {
    ...{ ...task, heldOut: truth.heldOut, truth: truth.normal },
    ...rest,
    cornerError: corners && cornerErrorOf(corners, photo.truth.corners),
  };
}

type Read = Omit<CardRead, keyof CardTask | 'heldOut' | 'truth' | 'cornerError'> &
  Pick<CardVerdict, 'corners'>;

/** First without saying what it is; where that is not told right, once more with the type. */
async function readWhole(request: CardRequest, type: CardTask['type']): Promise<Read> {
  const before = process.cpuUsage();
  const told = await readCard(kit, request);
  const { user, system } = process.cpuUsage(before);
  const verdict = told.type === type ? told : await readCard(kit, { ...request, askedType: type });
  return {
    recognised: told.type,
    cpuMs: (user + system) / 1000,
    problem: verdict.problem,
    isPass: verdict.isPass,
    read: verdict.normalCardInfo ?? {},
    signs: verdict.signs,
    stops: verdict.warnings.filter(({ stops }) => stops).map(({ code }) => code),
    lists: verdict.warnings.map(({ code }) => code),
    corners: verdict.corners,
  };
}

/** Without warnings and portrait, which cost a third and say nothing of the number. */
async function readTextAlone(request: CardRequest, name: CardTask['type']): Promise<Read> {
  const type = cardTypeOf(name);
  if (!type) throw new Error(`no ${name} is read`);
  const side = async (photo: Uint8Array | null) => {
    const found = photo && (await straightenPhoto(kit, photo, [type.aspect, 85.6 / 53.98], startStopwatch()));
    return found?.ok ? found.card : null;
  };
  const [front, back] = [await side(request.front), await side(request.back)];
  const reading = front && (await type.read(pageOf(kit, front), back && pageOf(kit, back)));
  return {
    ...{ recognised: null, cpuMs: 0, signs: {}, stops: [], lists: [] },
    problem: front ? null : 'no-card',
    isPass: reading?.numberHolds === true && reading.reasons.every(({ kind }) => kind !== 'missing'),
    read: reading ? type.normalCardInfo(reading) : {},
    corners: front?.found.corners ?? null,
  };
}

function cornerErrorOf(corners: readonly Point[], truth: readonly Point[]): number {
  const width = distanceBetween(truth[0] as Point, truth[1] as Point);
  return Math.max(...corners.map((corner, at) => distanceBetween(corner, truth[at] as Point))) / width;
}
