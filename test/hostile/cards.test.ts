import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import type { CardView } from '../../src/capture/page-shapes.ts';
import { type CardPhotos, photographCard } from '../support/card-photos.ts';
import { groupPhoto } from '../support/face-photos.ts';
import { hugePng } from '../support/huge-png.ts';
import { MortalServer } from '../support/mortal-server.ts';
import { readFront, sendFront } from '../support/plain-card.ts';
import { PlainCustomer } from '../support/plain-customer.ts';
import { callJson } from '../support/signed-call.ts';
import { storedWith, turnedBy } from '../support/turned-photo.ts';

type Make = (card: Buffer) => Uint8Array | Promise<Uint8Array>;

const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>';

/** What is turned away before anything is stored, and with which words. */
const refused: readonly (readonly [name: string, make: Make, refusal: RegExp])[] = [
  ['nothing at all', () => Buffer.alloc(0), /^(400 bad-request|415 not-a-photo)$/],
  ['a single byte', () => Buffer.from([0xff]), /^415 not-a-photo$/],
  ['a text', () => Buffer.from('not a photo'), /^415 not-a-photo$/],
  ['a drawing that names a file', () => Buffer.from(svg), /^415 not-a-photo$/],
  ['a GIF', (card) => sharp(card).resize(200).gif().toBuffer(), /^415 not-a-photo$/],
  ['a TIFF', (card) => sharp(card).resize(200).tiff().toBuffer(), /^415 not-a-photo$/],
  ['a PDF', () => Buffer.from('%PDF-1.7\n'), /^415 not-a-photo$/],
  ['a HEIC', () => heic, /^415 heic-photo$/],
  // Whoever goes on sending after the answer may find the line closed before it has read it.
  [
    'more than ten megabytes',
    (card) => Buffer.concat([card, Buffer.alloc(10_485_760)]),
    /^413 too-large$|^line closed$/,
  ],
];

const cutOff =
  (share: number): Make =>
  (card) =>
    card.subarray(0, Math.floor(card.length * share));

const plain = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();

function noise(width: number, height: number): Promise<Buffer> {
  const raw = { width, height, channels: 3 } as const;
  return sharp(randomBytes(3 * width * height), { raw })
    .jpeg({ quality: 60 })
    .toBuffer();
}

/** A page as full of print as a screen can show. */
function pageOfText(): Promise<Buffer> {
  const row = Array(24).fill('lorem ipsum 1234').join(' ');
  const rows = Array.from({ length: 110 }, (_, at) => `<text x="20" y="${40 + 26 * at}">${row}</text>`);
  const size = 'width="4000" height="3000"';
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect ${size} fill="#fff"/><g font-size="22">${rows.join('')}</g></svg>`;
  return sharp(Buffer.from(drawing)).jpeg({ quality: 70 }).toBuffer();
}

/** What is taken, looked at and stopped, and the words that the customer gets. */
const stopped: readonly (readonly [name: string, make: Make, problem: RegExp])[] = [
  ['two hundredths of a photo', cutOff(0.02), /^not-an-image$/],
  ['half of a photo', cutOff(0.5), /^not-an-image$/],
  ['a photo without its last bytes', cutOff(0.97), /^not-an-image$/],
  [
    'random bytes behind the head of a photo',
    (card) => Buffer.concat([card.subarray(0, 300), randomBytes(300_000)]),
    /^not-an-image$/,
  ],
  ['a picture of 400 megapixels', () => hugePng(20_000), /^too-many-pixels$/],
  [
    'a picture of one pixel',
    () =>
      sharp(Buffer.alloc(3), { raw: { width: 1, height: 1, channels: 3 } })
        .png()
        .toBuffer(),
    /^no-card$/,
  ],
  ['a strip of 20,000 by 2 pixels', () => plain(20_000, 2, '#888'), /^no-card$/],
  ['twelve megapixels of black', () => plain(4000, 3000, '#000'), /^no-card$/],
  ['twelve megapixels of noise', () => noise(4000, 3000), /^no-card$|^other-type$/],
  ['a page full of small print', pageOfText, /^no-card$|^other-type$/],
  ['a group of people', () => groupPhoto(6), /^no-card$/],
];

/** What is a card all the same, and is read to the letter. */
const right: readonly (readonly [name: string, make: Make])[] = [
  ...[2, 3, 4, 5, 6, 7, 8].map(
    (orientation) =>
      [
        `stored with EXIF orientation ${orientation}`,
        (card: Buffer) => storedWith(orientation, card),
      ] as const,
  ),
  ...[90, 180, 270].map(
    (degrees) => [`lying turned by ${degrees} degrees`, (card: Buffer) => turnedBy(degrees, card)] as const,
  ),
  ['in CMYK', (card) => sharp(card).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer()],
  [
    'as a PNG of 16 bits with transparency',
    (card) => sharp(card).ensureAlpha().toColourspace('rgb16').png().toBuffer(),
  ],
  ['of 39 megapixels', (card) => sharp(card).resize(7200, 5400).jpeg({ quality: 60 }).toBuffer()],
];

describe('a hostile file in place of the photo of a card', () => {
  const server = new MortalServer(['--page-calls-per-minute', '100000', '--card-workers', '2']);
  let card: CardPhotos;
  before(async () => {
    [card] = await Promise.all([photographCard({ type: 'HKIDCard', layout: '2018' }), server.start()]);
  });
  after(() => server.remove());

  async function newCustomer(): Promise<PlainCustomer> {
    const { Response } = await callJson(server.port, server.credentials, 'ApplyWebVerificationBizTokenIntl', {
      RedirectURL: 'https://shop.example/back',
      Config: { CheckMode: 4 },
    });
    const customer = new PlainCustomer(server.origin, String(Response.BizToken));
    await customer.arrive();
    return customer;
  }
  async function read(make: Make): Promise<CardView> {
    return readFront(await newCustomer(), Buffer.from(await make(card.front)));
  }

  for (const [name, make, refusal] of refused) {
    it(`is turned away at once: ${name}`, async () => {
      const customer = await newCustomer();
      const answer = await sendFront(customer, Buffer.from(await make(card.front))).catch(() => null);
      assert.match(answer ? `${answer.status} ${answer.body?.refusal}` : 'line closed', refusal);
    });
  }

  describe('that is taken', { concurrency: 2 }, () => {
    for (const [name, make, problem] of stopped) {
      it(`is stopped with a plain reason: ${name}`, async () => {
        const { stage, stoppedFor, shown } = await read(make);
        assert.deepEqual([stage, shown], ['stopped', null]);
        assert.match(String(stoppedFor?.problem), problem);
        assert.ok(stoppedFor?.isRetakeable || stoppedFor?.problem === 'other-type');
      });
    }
    for (const [name, make] of right) {
      it(`is read like any other card: ${name}`, async () => {
        const { stage, stoppedFor, shown } = await read(make);
        assert.deepEqual([stage, stoppedFor], ['to-confirm', null]);
        const { number, englishName, birthday } = Object.fromEntries(
          (shown?.fields ?? []).map(({ name, value }) => [name, value]),
        );
        const { IdNum, EnName, Birthday } = card.truth.fields ?? {};
        assert.deepEqual([number, englishName, birthday], [IdNum, EnName, Birthday]);
      });
    }
  });

  it('leaves the server as it was', async () => {
    assert.equal((await read((photo) => photo)).stage, 'to-confirm');
    assert.equal((await fetch(`${server.origin}/readyz`)).status, 200);
    const complaints = server
      .said()
      .split('\n')
      .filter((line) => /"level":(50|60)/.test(line));
    assert.deepEqual(complaints, []);
  });
});
