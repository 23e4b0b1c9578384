import { type Look, sampleSize, zoneAt } from '../guide.ts';

/** Nobody in the oval for this long, and the recording is stopped. */
export const lostAfterMs = 1_000;

/**
 * Gone is who shows neither skin nor the pattern that filled the oval at the beginning: under coloured light skin has
 * no skin colour, and a turned head has another pattern. On the five bona fide development clips, ten frames a second,
 * untinted and tinted by four colours (SIMULATED: channel gains 0.8 to 1.2), no frame was taken for gone; moved out of
 * the oval by two thirds of its width, to either side, every frame was (2026-11-26). Below `darkest` nothing can be told.
 */
const limits = { skinLeast: 0.2, likenessLeast: 0.35, darkest: 16 } as const;

const inside: readonly number[] = Array.from(
  { length: sampleSize.width * sampleSize.height },
  (_, index) => index,
).filter((index) => zoneAt(index) === 'middle' || zoneAt(index) === 'rim');

function meanInside(luma: Float32Array): number {
  return inside.reduce((sum, index) => sum + luma[index]!, 0) / inside.length;
}

/** Correlation of what fills the oval, -1 to 1: brighter, darker or more contrast makes no difference. */
export function likeness(first: Float32Array, second: Float32Array): number {
  const [firstMean, secondMean] = [meanInside(first), meanInside(second)];
  let product = 0;
  let firstSquares = 0;
  let secondSquares = 0;
  for (const index of inside) {
    const a = first[index]! - firstMean;
    const b = second[index]! - secondMean;
    product += a * b;
    firstSquares += a * a;
    secondSquares += b * b;
  }
  const scale = Math.sqrt(firstSquares * secondSquares);
  return scale === 0 ? 0 : product / scale;
}

/**
 * Watches whether the oval has been empty for too long. The first look is taken for the face, which the hints or the
 * customer's own tap have just put there. It only spares the customer a recording that would be refused: whether there
 * is a face, and whose, is judged on the server alone.
 */
export function createPresence(): (look: Look, nowMs: number) => { readonly isLost: boolean } {
  let face: Float32Array | null = null;
  let goneSinceMs: number | null = null;
  return ({ reading, luma }, nowMs) => {
    face ??= luma;
    const isDark = reading.brightness < limits.darkest;
    const isThere = reading.skinInMiddle >= limits.skinLeast || likeness(face, luma) >= limits.likenessLeast;
    goneSinceMs = isDark || isThere ? null : (goneSinceMs ?? nowMs);
    return { isLost: goneSinceMs !== null && nowMs - goneSinceMs >= lostAfterMs };
  };
}
