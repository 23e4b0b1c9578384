import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readFrame, sampleSize } from '../guide.ts';
import { oval } from '../oval-place.ts';
import { createPresence, lostAfterMs } from './presence.ts';

type Rgb = readonly [number, number, number];
const skin: Rgb = [176, 122, 88];
const wall: Rgb = [120, 130, 135];

/** A face with brows and a mouth, moved sideways by a part of the width, under a light that scales the channels. */
function frame(aside: number | null, light: Rgb = [1, 1, 1]) {
  const rgba = new Uint8ClampedArray(sampleSize.width * sampleSize.height * 4);
  for (let index = 0; index < rgba.length / 4; index++) {
    const x = ((index % sampleSize.width) + 0.5) / sampleSize.width;
    const y = (Math.floor(index / sampleSize.width) + 0.5) / sampleSize.height;
    const dx = (x - oval.centreX - (aside ?? 9)) / oval.radiusX;
    const dy = (y - oval.centreY) / oval.radiusY;
    const isFace = dx * dx + dy * dy <= 1;
    const isDark = isFace && Math.abs(dx) < 0.6 && (Math.abs(dy + 0.35) < 0.08 || Math.abs(dy - 0.5) < 0.07);
    const shade = isFace ? skin : wall;
    for (let channel = 0; channel < 3; channel++)
      rgba[index * 4 + channel] = (isDark ? 30 : shade[channel]!) * light[channel]!;
  }
  return readFrame(rgba, null);
}

/** Plays looks, ten a second, and says at which the face was taken for lost; null for never. */
function lostAt(looks: readonly ReturnType<typeof frame>[]): number | null {
  const watch = createPresence();
  const at = looks.findIndex((look, nth) => watch(look, nth * 100).isLost);
  return at === -1 ? null : at * 100;
}

const times = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);

describe('a face in the oval', () => {
  test('is there under every colour of light, although skin then has no skin colour', () => {
    const blue = frame(0, [0.35, 0.6, 1.2]);
    assert.ok(blue.reading.skinInMiddle < 0.2, 'the colour alone would take it for gone');
    assert.equal(lostAt([frame(0), ...times(30, blue)]), null);
  });

  test('that turns away for a moment is not lost', () => {
    assert.equal(lostAt([frame(0), ...times(9, frame(null)), ...times(9, frame(0))]), null);
  });

  test('that leaves is lost after a second', () => {
    assert.equal(lostAt([frame(0), ...times(20, frame(null))]), 100 + lostAfterMs);
    assert.equal(lostAt([frame(0), ...times(20, frame(0.7, [0.5, 1, 1]))]), 100 + lostAfterMs);
  });

  test('in a room as dark as the screen nothing is held against the customer', () => {
    assert.equal(lostAt([frame(0), ...times(30, frame(null, [0.05, 0.05, 0.05]))]), null);
  });
});
