import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import type { ComparedPair } from '../../src/cli/compare.ts';
import { embeddingModelName, namedScale, scaleFileName } from '../../src/verify/similarity.ts';
import { emptyPhoto, portraitPhoto } from '../support/face-photos.ts';
import { ownEntry, writeEntry } from '../support/own-face-model.ts';
import { jsonLines, runSelfsame } from './run-selfsame.ts';

describe('comparing on the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'selfsame-compare-'));
  const inFolder = (name: string) => join(folder, name);
  const data = ['--data', inFolder('data')];
  before(async () => {
    const anna = await portraitPhoto('anna');
    writeFileSync(inFolder('anna.jpg'), anna);
    writeFileSync(inFolder('again.jpg'), await portraitPhoto('annaAgain'));
    writeFileSync(inFolder('berta.jpg'), await portraitPhoto('berta'));
    writeFileSync(inFolder('small.jpg'), await sharp(anna).resize(70).jpeg().toBuffer());
    writeFileSync(inFolder('empty.jpg'), await emptyPhoto());
    writeFileSync(inFolder('text.jpg'), 'no picture');
  });
  after(() => rmSync(folder, { recursive: true }));

  async function comparePairs(rows: readonly string[]) {
    const pairs = inFolder('pairs.csv');
    writeFileSync(pairs, ['fold,first,second,same', ...rows].join('\n'));
    const ran = await runSelfsame('compare', '--pairs', pairs, '--root', folder, '--json', ...data);
    return { ...ran, lines: jsonLines<ComparedPair>(ran.stdout) };
  }

  it('says of two photos how alike they are, on which scale, and nothing where nothing is doubtful', async () => {
    const photos = [inFolder('anna.jpg'), inFolder('again.jpg')];
    const { exitCode, stdout } = await runSelfsame('compare', ...photos, '--json', ...data);
    const [line, ...more] = jsonLines<ComparedPair>(stdout);
    assert.ok(line);
    assert.deepEqual([exitCode, more.length], [0, 0]);
    assert.deepEqual(Object.keys(line), ['first', 'second', 'similarity', 'cosine', 'reason', 'scale']);
    assert.deepEqual([line.first, line.second, line.reason], [...photos, null]);
    assert.equal(line.scale, namedScale('default').id);
    assert.ok(Number(line.similarity) >= 70 && Number(line.cosine) >= 0.53, stdout);
  });

  it('answers every row of a file in its order; a photo without a face is answered, not a failure', async () => {
    const { exitCode, lines } = await comparePairs([
      '1,anna.jpg,again.jpg,1',
      '1,again.jpg,berta.jpg,0',
      '1,anna.jpg,empty.jpg,0',
    ]);
    assert.equal(exitCode, 0);
    const names = lines.map(({ first, second }) => `${first} ${second}`);
    assert.deepEqual(names, ['anna.jpg again.jpg', 'again.jpg berta.jpg', 'anna.jpg empty.jpg']);
    const [alike, unlike, faceless] = lines;
    assert.ok(Number(alike?.similarity) >= 70 && Number(unlike?.similarity) < 60);
    assert.deepEqual([faceless?.similarity, faceless?.cosine], [null, null]);
    assert.match(faceless?.reason ?? '', /^second photo: No face/);
  });

  it('ends with 1 where a file is missing or no picture, and still answers every row', async () => {
    const { exitCode, lines } = await comparePairs([
      '1,anna.jpg,none.jpg,0',
      '1,text.jpg,anna.jpg,0',
      '1,small.jpg,anna.jpg,1',
    ]);
    assert.equal(exitCode, 1);
    const [missing, text, small] = lines;
    for (const line of [missing, text]) assert.deepEqual([line?.similarity, line?.cosine], [null, null]);
    assert.match(missing?.reason ?? '', /^second photo: .*cannot be read/);
    assert.match(text?.reason ?? '', /^first photo: .*not a readable/);
    // A low score for a poor photo is never silent.
    assert.match(small?.reason ?? '', /^first photo: Apply refuses faces under 60 pixels\. .*pixels high/);
    assert.equal(typeof small?.similarity, 'number');
  });

  it("reads cosines on the operator's own scale where there is one, and the doctor names it", async () => {
    const own = inFolder('own');
    const scale = {
      ...{ profile: 'own', date: '2026-11-20', model: embeddingModelName() },
      ...{ knots: { at60: 0.2, at70: 0.3, at80: 0.4 }, measuredOn: 'people of a test' },
    };
    mkdirSync(own);
    writeFileSync(join(own, scaleFileName), JSON.stringify(scale));
    const photos = [inFolder('anna.jpg'), inFolder('again.jpg')];
    const { stdout } = await runSelfsame('compare', ...photos, '--json', '--data', own);
    const id = `own/2026-11-20/${embeddingModelName()}`;
    assert.equal(jsonLines<ComparedPair>(stdout)[0]?.scale, id);
    const { stdout: health } = await runSelfsame('doctor', '--json', '--data', own);
    const findings = jsonLines<{ part: string; state: string; text: string }>(health);
    const found = findings.find(({ part }) => part === 'similarity scale');
    assert.deepEqual([found?.state, found?.text.split(',')[0]], ['good', id]);
  });

  it('compares by a face model of the operator, once there is a scale for it', async () => {
    const own = inFolder('own-model');
    const photos = [inFolder('anna.jpg'), inFolder('again.jpg')];
    const args = ['compare', ...photos, '--json', '--data', own, '--face-model', writeEntry()];
    const before = await runSelfsame(...args);
    assert.deepEqual([before.exitCode, before.stdout], [1, '']);
    assert.match(before.stderr, /no similarity scale for the face model our-net-.*calibrate/);
    const model = embeddingModelName(ownEntry);
    const knots = { at60: 0.43, at70: 0.53, at80: 0.6 };
    const scale = { profile: 'own', date: '2026-11-20', model, knots, measuredOn: 'people of a test' };
    mkdirSync(own);
    writeFileSync(join(own, scaleFileName), JSON.stringify(scale));
    const [line] = jsonLines<ComparedPair>((await runSelfsame(...args)).stdout);
    const shipped = await runSelfsame('compare', ...photos, '--json', ...data);
    assert.equal(line?.scale, `own/2026-11-20/${model}`);
    // The same weights under another id.
    assert.equal(line?.cosine, jsonLines<ComparedPair>(shipped.stdout)[0]?.cosine);
  });

  it('ends with 2 on wrong usage', async () => {
    for (const args of [['compare', inFolder('anna.jpg')], ['calibrate']]) {
      const { exitCode, stdout, stderr } = await runSelfsame(...args, '--json');
      assert.deepEqual([exitCode, stdout], [2, ''], args.join(' '));
      assert.notEqual(stderr, '');
    }
  });

  it('ends with 1 where the file of pairs is missing or lacks a column', async () => {
    writeFileSync(inFolder('bad.csv'), 'left,right\na,b\n');
    for (const pairs of ['none.csv', 'bad.csv']) {
      const ran = await runSelfsame('compare', '--pairs', inFolder(pairs), '--json', ...data);
      assert.deepEqual([ran.exitCode, ran.stdout], [1, ''], ran.stderr);
    }
  });

  it('calibrates on no fewer people than an error rate needs, and says so before it reads a photo', async () => {
    const pairs = inFolder('few.csv');
    writeFileSync(pairs, 'first,second,same\nnone1.jpg,none2.jpg,1\nnone1.jpg,none3.jpg,0\n');
    const ran = await runSelfsame('calibrate', '--pairs', pairs, '--root', folder, ...data);
    assert.deepEqual([ran.exitCode, ran.stdout], [1, '']);
    assert.match(ran.stderr, /2 people on 3 photos .*At least 200 people/);
  });
});
