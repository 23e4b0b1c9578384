// A process that draws, photographs and reads specimens, one after the other.
import { cardTypeOf } from '../../src/cards/registry.ts';
import { type PhotoOrder, photograph } from '../../src/specimen/camera/photograph.ts';
import { makeSpecimen } from '../../src/specimen/make-specimen.ts';
import type { Specimen } from '../../src/specimen/specimen.ts';
import type { CardRequest, CardVerdict } from '../../src/verify/card/card-verdict.ts';
import { loadCardKit, readCard } from '../../src/verify/card/read-card.ts';
import { pageOf } from '../../src/verify/card/side-page.ts';
import type { StraightCard } from '../../src/verify/card/straight-card.ts';
import { readCardText } from '../../src/vision/card/read-card-text.ts';
import { distanceBetween, type Point } from '../../src/vision/geometry.ts';
import type { RgbImage } from '../../src/vision/image.ts';
import { type PortraitName, portraitPhoto } from '../support/face-photos.ts';
import type { CardRead, CardTask } from './card-readings.ts';
import { scanPoorly } from './poor-scan.ts';

const kit = await loadCardKit();

/**
 * Faces of living people, by turns: a drawn head has no face that glare could lie over. `berta` is left out: no issuer
 * takes a portrait before a bright window, and that one is told as glare (docs/warnings.md).
 */
const people: readonly PortraitName[] = ['anna', 'clara', 'annaAgain'];

/** The specimen of the task before: its other photos follow it. */
let last: { readonly key: string; readonly specimen: Specimen } | null = null;

process.on('message', async (task: CardTask) => process.send?.(await perform(task)));

async function perform(task: CardTask): Promise<CardRead> {
  const specimen = await specimenOf(task);
  const { truth } = specimen;
  const read = task.scan === undefined ? await readPhoto(task, specimen) : await readScan(task, specimen);
  return { ...{ ...task, heldOut: truth.heldOut, truth: truth.normal }, ...read };
}

async function specimenOf({ type, layout, seed }: CardTask): Promise<Specimen> {
  const key = `${type} ${layout} ${seed}`;
  if (last?.key === key) return last.specimen;
  const portrait = await portraitPhoto(people[seed % people.length] as PortraitName);
  last = { key, specimen: await makeSpecimen({ type, seed, layout, portrait }) };
  return last.specimen;
}

type Read = Omit<CardRead, keyof CardTask | 'heldOut' | 'truth'>;

async function readPhoto(task: CardTask, { front, back, truth }: Specimen): Promise<Read> {
  const { type, layout, seed, severity, attack } = task;
  const order: PhotoOrder = { seed: `${seed} ${layout}`, severity, attack };
  const photo = await photograph(front, truth.front, order);
  const behind =
    back && truth.back && (await photograph(back, truth.back, { ...order, seed: `${seed} ${layout} back` }));
  const read = await readWhole({ front: photo.jpeg, back: behind?.jpeg ?? null, askedType: null }, type);
  const { corners, ...rest } = read;
  return { ...rest, cornerError: corners && cornerErrorOf(corners, photo.truth.corners) };
}

/** First without saying what it is; where that is not told right, once more with the type. */
async function readWhole(
  request: CardRequest,
  type: CardTask['type'],
): Promise<Omit<Read, 'cornerError'> & Pick<CardVerdict, 'corners'>> {
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

/** The text of a poor scan alone: what else is done to a photo says nothing of the number. */
async function readScan(task: CardTask, { front, back }: Specimen): Promise<Read> {
  const type = cardTypeOf(task.type);
  if (!type) throw new Error(`no ${task.type} is read`);
  const pageOfSide = async (flat: RgbImage, side: string) => {
    const { layout, seed, scan } = task;
    return pageOf(kit, await straightCard(await scanPoorly(flat, `${layout} ${seed} ${scan} ${side}`)));
  };
  const reading = await type.read(await pageOfSide(front, 'front'), back && (await pageOfSide(back, 'back')));
  return {
    ...{ recognised: null, cpuMs: 0, signs: {}, stops: [], lists: [], hasPortrait: false },
    ...{ problem: null, cornerError: null },
    isPass: reading.numberHolds && reading.reasons.every(({ kind }) => kind !== 'missing'),
    read: type.normalCardInfo(reading),
  };
}

async function straightCard(image: RgbImage): Promise<StraightCard> {
  const { width, height } = image;
  const corners = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ] as const;
  return {
    ...{ photo: image, photoScale: 1, file: new Uint8Array(), straightened: image },
    found: { corners, isOutlined: true, uprightness: 1 },
    lines: await readCardText(kit.text, image),
  };
}

function cornerErrorOf(corners: readonly Point[], truth: readonly Point[]): number {
  const width = distanceBetween(truth[0] as Point, truth[1] as Point);
  return Math.max(...corners.map((corner, at) => distanceBetween(corner, truth[at] as Point))) / width;
}
