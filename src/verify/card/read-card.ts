import type { CardReading } from '../../cards/card-reading.ts';
import type { CardType } from '../../cards/card-type.ts';
import { cardTypeOf } from '../../cards/registry.ts';
import { encodeJpeg } from '../../vision/image.ts';
import { type Stopwatch, startStopwatch } from '../stopwatch.ts';
import type { CardKit } from './card-kit.ts';
import { type CardPortrait, findPortrait } from './card-portrait.ts';
import type { CardProblem, CardRequest, CardVerdict } from './card-verdict.ts';
import { pageOf } from './side-page.ts';
import { type StraightCard, straightenPhoto } from './straight-card.ts';
import { aspectsFor, tellType } from './tell-type.ts';
import { measureSigns, warningsFrom } from './warnings/measure-warnings.ts';
import { type Sign, strengthOf, worthStopping } from './warnings/sign.ts';

export { type CardKit, loadCardKit } from './card-kit.ts';

/** JPEG quality of the straightened card that customer and merchant see. */
const cutQuality = 88;

const nothing: CardVerdict = {
  problem: null,
  type: null,
  isPass: false,
  fields: {},
  confidence: {},
  cardInfo: null,
  normalCardInfo: null,
  reasons: [],
  warnings: [],
  signs: {},
  isExpired: null,
  corners: null,
  cut: null,
  backCut: null,
  portrait: null,
  stages: {},
};

/**
 * Reads one card: finds and straightens it, tells its type, reads its fields, measures what may be wrong with the photo,
 * and cuts out its portrait. Blocks its thread while it computes. Throws only where a model fails.
 */
export async function readCard(
  kit: CardKit,
  request: CardRequest,
  nowMs: number = Date.now(),
): Promise<CardVerdict> {
  const stopwatch = startStopwatch();
  const asked = request.askedType === null ? null : typeOf(request.askedType);
  const front = await straightenPhoto(kit, request.front, aspectsFor(asked), stopwatch);
  if (!front.ok) return { ...nothing, problem: front.problem, stages: stopwatch.stages };
  const { card, told } = await tellType(kit, front.card, asked, stopwatch);
  const seen = { ...(await describe(card)), stages: stopwatch.stages };
  if (told.kind !== 'is') {
    return { ...nothing, ...seen, problem: 'other-type', type: told.name };
  }
  const back = request.back && (await straightenPhoto(kit, request.back, [told.type.aspect], stopwatch));
  if (back && !back.ok) return { ...nothing, ...seen, problem: back.problem, type: told.type.name };
  return {
    ...nothing,
    ...seen,
    ...(await readSides(kit, told.type, card, back?.card ?? null, stopwatch, nowMs)),
  };
}

function typeOf(name: CardType['name']): CardType {
  const type = cardTypeOf(name);
  if (!type) throw new Error(`This version reads no ${name}.`);
  return type;
}

async function describe({ found, photoScale, straightened }: StraightCard) {
  const corners = found.corners.map(({ x, y }) => ({ x: x / photoScale, y: y / photoScale }));
  return { corners, cut: await encodeJpeg(straightened, cutQuality) };
}

type Read = Omit<CardVerdict, 'corners' | 'cut' | 'stages'>;

async function readSides(
  kit: CardKit,
  type: CardType,
  front: StraightCard,
  back: StraightCard | null,
  stopwatch: Stopwatch,
  nowMs: number,
): Promise<Read> {
  const reading = await stopwatch.time('fields', () =>
    type.read(pageOf(kit, front), back && pageOf(kit, back)),
  );
  const portrait = await stopwatch.time('portrait', () => findPortrait(kit, front, type.portraitZone));
  const signs = await stopwatch.time('warnings', () => measureSigns(inputOf(front, reading, portrait)));
  const { fields, confidence, reasons } = reading;
  return {
    problem: problemOfPortrait(portrait, signs),
    type: type.name,
    isPass: reading.numberHolds && reasons.every(({ kind }) => kind !== 'missing'),
    fields,
    confidence: confidence as Readonly<Record<string, number>>,
    cardInfo: type.cardInfo?.(reading) ?? null,
    normalCardInfo: type.normalCardInfo(reading),
    reasons,
    warnings: warningsFrom(signs),
    signs: Object.fromEntries(signs.map(({ name, value }) => [name, value])),
    isExpired: type.isExpired(reading, nowMs),
    backCut: back && (await encodeJpeg(back.straightened, cutQuality)),
    portrait: portrait?.jpeg ?? null,
  };
}

function inputOf(card: StraightCard, reading: CardReading, portrait: CardPortrait | null) {
  return { ...card, reading, portrait: portrait?.box ?? null };
}

/** Glare over the face is not for the network to see past: what it hides it makes up. */
function problemOfPortrait(portrait: CardPortrait | null, signs: readonly Sign[]): CardProblem | null {
  if (!portrait) return 'portrait-missing';
  const glare = signs.find(({ name }) => name === 'glare.portrait');
  if (glare && strengthOf(glare) >= worthStopping) return 'portrait-unclear';
  return portrait.problem;
}
