// A process that draws, photographs and reads specimens, one after the other.
import { cardTypeOf } from '../../src/cards/registry.ts';
import { type PhotoOrder, photograph } from '../../src/specimen/camera/photograph.ts';
import { makeSpecimen } from '../../src/specimen/make-specimen.ts';
import type { Specimen } from '../../src/specimen/specimen.ts';
import type { CardRequest, CardVerdict } from '../../src/verify/card/card-verdict.ts';
import { loadCardKit, readCard } from '../../src/verify/card/read-card.ts';
import { pageOf } from '../../src/verify/card/side-page.ts';
import { straightenPhoto } from '../../src/verify/card/straight-card.ts';
import { aspectsFor, tellType } from '../../src/verify/card/tell-type.ts';
import { startStopwatch } from '../../src/verify/stopwatch.ts';
import { distanceBetween, type Point } from '../../src/vision/geometry.ts';
import { type PortraitName, portraitPhoto } from '../support/face-photos.ts';
import type { CardRead, CardTask } from './card-readings.ts';

const kit = await loadCardKit();

/** Faces of living people, by turns: a drawn head has no face that glare could lie over. */
const people: readonly PortraitName[] = ['anna', 'berta', 'clara', 'annaAgain'];

/** The specimen of the task before: its other photos follow it. */
let last: { readonly key: string; readonly specimen: Specimen } | null = null;

process.on('message', async (task: CardTask) => process.send?.(await perform(task)));

async function perform(task: CardTask): Promise<CardRead> {
  const { type, layout, seed, severity, attack } = task;
  const { front, back, truth } = await specimenOf(task);
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

async function specimenOf({ type, layout, seed }: CardTask): Promise<Specimen> {
  const key = `${type} ${layout} ${seed}`;
  if (last?.key === key) return last.specimen;
  const portrait = await portraitPhoto(people[seed % people.length] as PortraitName);
  last = { key, specimen: await makeSpecimen({ type, seed, layout, portrait }) };
  return last.specimen;
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
    hasPortrait: verdict.portrait !== null,
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
  const stopwatch = startStopwatch();
  const front = await straightenPhoto(kit, request.front, aspectsFor(type), stopwatch);
  const back = request.back && (await straightenPhoto(kit, request.back, [type.aspect], stopwatch));
  const seen = front.ok ? await tellType(kit, front.card, type, stopwatch) : null;
  const isIt = seen?.told.kind === 'is';
  const reading = isIt
    ? await type.read(pageOf(kit, seen.card), back?.ok ? pageOf(kit, back.card) : null)
    : null;
  return {
    ...{ recognised: null, cpuMs: 0, signs: {}, stops: [], lists: [], hasPortrait: false },
    problem: front.ok ? (isIt ? null : 'other-type') : front.problem,
    isPass: reading?.numberHolds === true && reading.reasons.every(({ kind }) => kind !== 'missing'),
    read: reading ? type.normalCardInfo(reading) : {},
    corners: seen?.card.found.corners ?? null,
  };
}

function cornerErrorOf(corners: readonly Point[], truth: readonly Point[]): number {
  const width = distanceBetween(truth[0] as Point, truth[1] as Point);
  return Math.max(...corners.map((corner, at) => distanceBetween(corner, truth[at] as Point))) / width;
}
