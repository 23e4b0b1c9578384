import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawInTurn } from './draw-in-turn.ts';

const square = (fill: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"><rect width="1" height="1" fill="${fill}"/></svg>`;

describe('Drawings that are asked for at once', () => {
  it('each come back as their own, on white', async () => {
    const drawn = await Promise.all(['#102030', '#405060'].map((fill) => drawInTurn(square(fill))));
    assert.deepEqual(
      drawn.map(({ data, width, height }) => [width, height, ...data]),
      [
        [2, 1, 0x10, 0x20, 0x30, 255, 255, 255],
        [2, 1, 0x40, 0x50, 0x60, 255, 255, 255],
      ],
    );
  });

  it('are not kept from being drawn by a broken one before them', async () => {
    const broken = drawInTurn('<svg');
    const next = drawInTurn(square('#fff'));
    await assert.rejects(broken);
    assert.equal((await next).width, 2);
  });
});
