import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { portraitPhoto } from '../support/face-photos.ts';
import { jsonLines, runSelfsame } from './run-selfsame.ts';

type CardLine = Readonly<Record<string, unknown>> & {
  readonly corners: readonly (readonly number[])[];
  readonly normal: Readonly<Record<string, string | null>>;
};
type Files = { readonly front: string; readonly truth: string };

describe('cards on the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'selfsame-cards-'));
  const inFolder = (name: string) => join(folder, name);
  const draw = (...args: readonly string[]) =>
    runSelfsame('specimen', '--type', 'HKIDCard', '--seed', '4', '--out', folder, ...args);
  let photo: Files;

  before(async () => {
    writeFileSync(inFolder('face.jpg'), await portraitPhoto('anna'));
    writeFileSync(inFolder('text.jpg'), 'no picture');
    const { stdout } = await draw('--camera', '--portrait', inFolder('face.jpg'), '--json');
    photo = jsonLines<Files>(stdout)[0] as Files;
  });
  after(() => rmSync(folder, { recursive: true }));

  it('reads a specimen that it has drawn and photographed, to the letter', async () => {
    const { exitCode, stdout } = await runSelfsame('card', '--type', 'HKIDCard', photo.front, '--json');
    const lines = jsonLines<CardLine>(stdout);
    const truth = JSON.parse(readFileSync(photo.truth, 'utf8'));
    assert.deepEqual([exitCode, lines.length], [0, 1]);
    const [line] = lines as [CardLine];
    const { file, type, isPass, problem, normal, fields } = line;
    assert.deepEqual([file, type, isPass, problem], [photo.front, 'HKIDCard', true, null]);
    assert.deepEqual([normal, fields], [truth.normal, truth.fields]);
    for (const [at, { x, y }] of truth.corners.entries()) {
      const [left = 0, top = 0] = line.corners[at] ?? [];
      assert.ok(Math.hypot(left - x, top - y) < 30, `corner ${at}: ${left}, ${top} for ${x}, ${y}`);
    }
    for (const name of ['warnings', 'confidence', 'reasons', 'stages']) assert.ok(name in line, name);
  });

  it('says what a card is where nobody did, and that it is none of the type asked for', async () => {
    const { stdout } = await runSelfsame('card', photo.front, '--json');
    assert.equal(jsonLines<CardLine>(stdout)[0]?.type, 'HKIDCard');
    const other = await runSelfsame('card', '--type', 'ThailandIDCard', photo.front, '--json');
    const [line] = jsonLines<CardLine>(other.stdout);
    assert.deepEqual([other.exitCode, line?.type, line?.isPass], [0, 'HKIDCard', false]);
  });

  it('draws the same bytes from the same seed', async () => {
    const first = jsonLines<Files>((await draw('--json')).stdout)[0] as Files;
    const bytes = readFileSync(first.front);
    await draw();
    assert.deepEqual(readFileSync(first.front), bytes);
  });

  it('ends with 1 where a file is no picture or not there, and goes on with the others', async () => {
    const ran = await runSelfsame('card', inFolder('text.jpg'), inFolder('nothing'), photo.front, '--json');
    const [first, second] = jsonLines<CardLine>(ran.stdout);
    assert.deepEqual([ran.exitCode, first?.problem, second?.type], [1, 'not-an-image', 'HKIDCard']);
    assert.match(ran.stderr, /nothing cannot be read/);
    assert.equal((await draw('--portrait', inFolder('nothing'))).exitCode, 1);
  });

  it('ends with 2 at wrong usage, naming what there is', async () => {
    const wrong = await runSelfsame('card', '--type', 'HK', photo.front);
    assert.deepEqual([wrong.exitCode, /MLIDCard/.test(wrong.stderr)], [2, true]);
    assert.equal((await runSelfsame('card')).exitCode, 2);
    assert.equal((await runSelfsame('card', photo.front, photo.front, '--back', photo.front)).exitCode, 2);
    const layout = await draw('--layout', 'none');
    assert.deepEqual([layout.exitCode, /2018/.test(layout.stderr)], [2, true]);
    assert.equal((await runSelfsame('specimen', '--type', 'HKIDCard', '--out', folder)).exitCode, 2);
  });
});
