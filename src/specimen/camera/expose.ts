import { inverseOf, type Perspective, perspectiveOnto } from '../../vision/card/perspective.ts';
import type { RgbImage } from '../../vision/image.ts';
import type { Random } from '../random.ts';
import { deskOf } from './desk.ts';
import { screenOf } from './screen.ts';
import type { Attack, Shot } from './shot.ts';

/** Radius of an ID-1 card's corners as a share of its width: 3.18 of 85.6 mm (ISO/IEC 7810). */
const cornerShare = 3.18 / 85.6;

/** The light that reaches the sensor, before blur and noise: RGB of the whole photo. */
export function exposeShot(card: RgbImage, shot: Shot, attack: Attack | null, random: Random): Buffer {
  const { width, height, corners } = shot;
  const toCard = inverseOf(perspectiveOnto(corners));
  const surround = attack === 'screen' || attack === 'print' ? screenOf(attack, card, random) : null;
  const finger = attack === 'covered' ? fingerOver(card, random) : null;
  const isInside = cardShape(card, surround !== null);
  const desk = deskOf(shot.desk);
  const light = lightOf(shot);
  const pixel = new Float64Array(3);
  const out = Buffer.alloc(width * height * 3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      const { u, v } = place(toCard, card, x, y);
      if (finger?.(u, v)) setSkin(pixel, v);
      else if (isInside(u, v)) {
        sample(card, u, v, pixel);
        surround?.shade(u, v, pixel);
      } else if (!surround?.around(u, v, pixel)) {
        desk(x, y, pixel);
        castShadow(card, u, v, pixel);
      }
      light(x, y, pixel);
      for (let channel = 0; channel < 3; channel++) {
        const value = pixel[channel] as number;
        out[at + channel] = value < 0 ? 0 : value > 255 ? 255 : value + 0.5;
      }
    }
  }
  return out;
}

const found = { u: 0, v: 0 };

/** As `project`, in pixels of the card and without a new object for each of millions of pixels. */
function place(toCard: Perspective, { width, height }: RgbImage, x: number, y: number): typeof found {
  const { xAcross, xDown, xStart, yAcross, yDown, yStart, depthAcross, depthDown } = toCard;
  const depth = depthAcross * x + depthDown * y + 1;
  found.u = (width * (xAcross * x + xDown * y + xStart)) / depth;
  found.v = (height * (yAcross * x + yDown * y + yStart)) / depth;
  return found;
}

function cardShape({ width, height }: RgbImage, isSquare: boolean): (u: number, v: number) => boolean {
  const radius = isSquare ? 0 : width * cornerShare;
  return (u, v) => {
    if (u < 0 || v < 0 || u >= width - 1 || v >= height - 1) return false;
    const dx = Math.max(radius - u, u - (width - radius), 0);
    const dy = Math.max(radius - v, v - (height - radius), 0);
    return dx * dx + dy * dy <= radius * radius || dx === 0 || dy === 0;
  };
}

function sample({ data, width }: RgbImage, u: number, v: number, into: Float64Array): void {
  const [left, top] = [Math.floor(u), Math.floor(v)];
  const [fx, fy] = [u - left, v - top];
  const place = (top * width + left) * 3;
  const below = place + width * 3;
  for (let channel = 0; channel < 3; channel++) {
    const upper = (data[place + channel] as number) * (1 - fx) + (data[place + channel + 3] as number) * fx;
    const lower = (data[below + channel] as number) * (1 - fx) + (data[below + channel + 3] as number) * fx;
    into[channel] = upper * (1 - fy) + lower * fy;
  }
}

/** The card lies on the desk: a narrow soft shadow to the right and below. */
function castShadow({ width, height }: RgbImage, u: number, v: number, into: Float64Array): void {
  const reach = width * 0.02;
  const [dx, dy] = [Math.max(-u, u - width, 0), Math.max(-v, v - height, 0)];
  const distance = Math.hypot(dx, dy);
  if (distance > reach) return;
  const share = 0.16 * (1 - distance / reach);
  for (let channel = 0; channel < 3; channel++) into[channel] = (into[channel] as number) * (1 - share);
}

function lightOf({ width, height, brightness, tint, glare, shadow }: Shot) {
  const [cos, sin] = [Math.cos(shadow.angle), Math.sin(shadow.angle)];
  return (x: number, y: number, into: Float64Array): void => {
    const beyond = (x - width / 2) * cos + (y - height / 2) * sin - shadow.offset;
    const lit = brightness * (1 - shadow.depth / (1 + Math.exp(-beyond / 40)));
    let gleam = 0;
    if (glare) {
      const [dx, dy] = [x - glare.at.x, (y - glare.at.y) * 1.4];
      gleam = glare.strength * Math.exp(-(dx * dx + dy * dy) / (2 * glare.radius * glare.radius));
    }
    for (let channel = 0; channel < 3; channel++) {
      into[channel] = (into[channel] as number) * lit * (tint[channel] as number) + gleam;
    }
  };
}

/** A thumb that reaches over one edge onto the print. */
function fingerOver({ width, height }: RgbImage, random: Random): (u: number, v: number) => boolean {
  const isLeft = random.chance(0.5);
  const [depth, half] = [width * random.between(0.14, 0.26), height * random.between(0.12, 0.18)];
  const middle = height * random.between(0.25, 0.75);
  return (u, v) => {
    const along = isLeft ? u : width - u;
    if (along > depth || Math.abs(v - middle) > half) return false;
    const beyond = Math.max(0, along - (depth - half));
    return beyond * beyond + (v - middle) ** 2 <= half * half;
  };
}

function setSkin(into: Float64Array, v: number): void {
  const fold = 6 * Math.sin(v / 7);
  into[0] = 205 + fold;
  into[1] = 152 + fold;
  into[2] = 124 + fold;
}
