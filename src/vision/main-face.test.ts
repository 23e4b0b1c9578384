import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FoundFace } from './face-detect.ts';
import type { RgbImage } from './image.ts';
import { sortFaces } from './main-face.ts';

const frame: RgbImage = { data: new Uint8Array(0), width: 480, height: 640 };

function face(centreX: number, centreY: number, height: number, score = 1): FoundFace {
  const width = 0.7 * height;
  return {
    score,
    left: centreX - width / 2,
    right: centreX + width / 2,
    top: centreY - height / 2,
    bottom: centreY + height / 2,
  };
}

const mine = face(240, 300, 250);

test('no face is said as such', () => {
  assert.deepEqual(sortFaces([], frame), { main: null, others: [], minor: [] });
});

test('a larger face at the edge does not push the customer out of the centre', () => {
  const passerBy = face(440, 80, 280);
  assert.equal(sortFaces([passerBy, mine], frame).main, mine);
});

test('a far larger face is the main one although it is off the centre', () => {
  const close = face(180, 330, 400);
  assert.equal(sortFaces([face(300, 320, 90), close], frame).main, close);
});

test('a cushion that the detector half believes in does not beat a face', () => {
  const cushion = face(240, 320, 300, 0.7);
  assert.equal(sortFaces([cushion, face(300, 300, 220)], frame).main?.score, 1);
});

test('a second person beside the customer is another person', () => {
  const friend = face(430, 250, 150);
  assert.deepEqual(sortFaces([mine, friend], frame), { main: mine, others: [friend], minor: [] });
});

test('a face cheek to cheek counts although the boxes touch', () => {
  const friend = face(400, 300, 240, 0.95);
  assert.ok(friend.left < mine.right);
  assert.deepEqual(sortFaces([mine, friend], frame).others, [friend]);
});

test('people in the background, doubtful finds and a second box of the same face are only noted', () => {
  const background = face(430, 100, 80);
  const doubtful = face(60, 300, 200, 0.75);
  const again = face(250, 320, 200, 0.9);
  const sorted = sortFaces([mine, background, doubtful, again], frame);
  assert.equal(sorted.main, mine);
  assert.deepEqual(sorted.others, []);
  assert.equal(sorted.minor.length, 3);
});

test('a head that peeps in over the cheek counts, although its centre lies in the box of the face behind it', () => {
  const peeping = face(310, 190, 145);
  assert.ok(peeping.left < mine.right && peeping.left > mine.left);
  assert.deepEqual(sortFaces([mine, peeping], frame).others, [peeping]);
});
