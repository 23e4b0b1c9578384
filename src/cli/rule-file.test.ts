import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import sharp from 'sharp';
import { readRuleFile } from './rule-file.ts';

describe('the file of a rule', () => {
  const folder = mkdtempSync(join(tmpdir(), 'selfsame-rule-'));
  after(() => rmSync(folder, { recursive: true }));

  const path = join(folder, 'rule.json');
  async function read(content: unknown) {
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return await readRuleFile(path);
  }
  const refuses = async (content: unknown, why: RegExp) =>
    await assert.rejects(read(content), why, JSON.stringify(content));
  const drawn = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#0a7f3f' } });

  it('is taken with everything in it, in its normal form', async () => {
    writeFileSync(join(folder, 'logo.webp'), await drawn(200, 80).webp().toBuffer());
    const rule = await read({
      name: 'Sign-up',
      account: 'shop',
      config: { CheckMode: 1, IdCardType: 'HKIDCard', Language: 'th', SecurityLevel: 4, ActionList: 'mouth' },
      agreement: {
        en: { version: '1', text: ' One.\r\n\r\nTwo < three.\n' },
        th: { version: 'a', text: 'ก' },
      },
      logo: 'logo.webp',
      redirectHosts: ['Shop.Example', '*.bücher.example:8443'],
      frame: { origins: ['https://SHOP.example/', 'http://localhost:3000'] },
    });
    assert.deepEqual(rule.config, {
      checkMode: 1,
      cardType: 'HKIDCard',
      language: 'th',
      securityLevel: 4,
      actionList: 'mouth',
    });
    assert.equal(rule.agreement?.en?.text, 'One.\n\nTwo < three.');
    assert.deepEqual(rule.redirectHosts, ['shop.example', '*.xn--bcher-kva.example:8443']);
    assert.deepEqual(rule.frame, {
      origins: ['https://shop.example', 'http://localhost:3000'],
      redirects: false,
    });
    const { type, width, height } = rule.logo?.shape ?? {};
    assert.deepEqual([type, width, height], ['image/webp', 200, 80]);
    assert.deepEqual([rule.name, rule.account], ['Sign-up', 'shop']);
  });

  it('that says nothing allows what is allowed without a rule, and no frame', async () => {
    const { config, agreement, redirectHosts, frame, logo } = await read({});
    assert.deepEqual(
      { config, agreement, redirectHosts, frame, logo },
      {
        config: {},
        agreement: null,
        redirectHosts: null,
        frame: null,
        logo: null,
      },
    );
  });

  it('with a key that nobody knows is refused by that key, wherever it is', async () => {
    await refuses({ redirectHost: ['a.example'] }, /rule\.json: redirectHost is not known\.$/);
    await refuses({ Config: {} }, /Config is not known\. Did you mean config\?/);
    await refuses({ config: { language: 'en' } }, /`language` is not recognized\. Did you mean Language\?/);
    await refuses({ frame: { origins: ['https://a.example'], allow: 1 } }, /frame\.allow is not known/);
    await refuses({ agreement: { xx: { version: '1', text: 'x' } } }, /agreement\.xx is not known/);
    await refuses({ config: { Nothing: 1 } }, /config: The parameter `Nothing` is not recognized/);
    await refuses('{"name":', /is not JSON/);
    await refuses([], /the file must be an object/);
    await refuses({ redirectHosts: 'shop.example' }, /redirectHosts must be an array/);
    assert.equal((await read('\ufeff{"name":"from an editor that marks its files"}')).account, null);
    await assert.rejects(readRuleFile(join(folder, 'nowhere.json')), /no such file/);
  });

  it('is held to the same table as the Config of Apply', async () => {
    await refuses({ config: { CheckMode: 9 } }, /config: `CheckMode` must be from 1 to 4/);
    await refuses({ config: { CheckMode: '1' } }, /config: Parameter `CheckMode` type error\. Numbers/);
    await refuses({ config: { Language: 'tlh' } }, /config: `Language` must be one of en, th/);
    // Apply takes it for the default: the customer must not wait for a merchant to mend it.
    await refuses({ config: { ThemeColor: 'teal' } }, /config: `ThemeColor` teal is no colour/);
    assert.equal((await read({ config: { ThemeColor: '#0a7d32' } })).config.themeColor, '#0a7d32');
    await refuses({ config: { ActionList: 'dance', SecurityLevel: 2 } }, /ActionList` must be one or two/);
    await refuses({ config: { ActionList: 'blink' } }, /goes with `Config.SecurityLevel` 2, 4 or 5/);
    await refuses({ config: { SelectedWarningCodes: '-1' } }, /SelectedWarningCodes/);
  });

  it('has plain text alone, names on one line, and English', async () => {
    await refuses({ agreement: { th: { version: '1', text: 'ก' } } }, /agreement\.en is missing/);
    await refuses({ agreement: { en: { version: '1', text: 'a <b>bold</b> word' } } }, /holds <b>/);
    await refuses({ agreement: { en: { version: '1', text: ' \n ' } } }, /empty/);
    await refuses({ agreement: { en: { version: '1', text: 'a\u0007' } } }, /control characters/);
    await refuses({ agreement: { en: { text: 'a' } } }, /agreement\.en .*version/);
    await refuses({ name: 'two\nlines' }, /name is empty, or not one line of plain text/);
    await refuses({ name: 'x'.repeat(101) }, /name has 101 characters; at most 100/);
    await refuses({ agreement: { en: { version: ' ', text: 'a' } } }, /agreement\.en\.version is empty/);
    await refuses({ agreement: { en: { version: '1\n2', text: 'a' } } }, /not one line/);
    await refuses({ agreement: { en: { version: '1', text: 'x'.repeat(20_001) } } }, /20000/);
  });

  it('names hosts and origins, and nothing that could say more in a header', async () => {
    await refuses({ redirectHosts: ['https://a.example'] }, /"https:\/\/a\.example" is no host/);
    await refuses({ redirectHosts: [] }, /redirectHosts/);
    for (const origin of [
      '*',
      'https://*.example',
      'http://shop.example',
      'shop.example',
      'https://shop.example/path',
      "https://shop.example; script-src 'unsafe-inline'",
      'https://a.example https://b.example',
      'https://user@shop.example',
      'https://[::1]:3000',
      'null',
    ]) {
      await refuses({ frame: { origins: [origin] } }, /is no origin/);
    }
  });

  it('has a picture that is small, still and really one', async () => {
    const files: Readonly<Record<string, Buffer>> = {
      'large.png': await drawn(1200, 20).png().toBuffer(),
      'heavy.png': Buffer.concat([await drawn(10, 10).png().toBuffer(), Buffer.alloc(52_000)]),
      'cut.jpg': (await drawn(300, 300).jpeg().toBuffer()).subarray(0, 300),
      'text.png': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'moving.webp': await sharp(
        [await drawn(8, 8).png().toBuffer(), await drawn(8, 8).tint('#f00').png().toBuffer()],
        { join: { animated: true } },
      )
        .webp()
        .toBuffer(),
    };
    const why: Readonly<Record<string, RegExp>> = {
      'large.png': /1200 x 20 pixels/,
      'heavy.png': /at most 51200/,
      'cut.jpg': /damaged/,
      'text.png': /not a PNG, JPEG or WebP/,
      'moving.webp': /animated/,
    };
    for (const [logo, bytes] of Object.entries(files)) {
      writeFileSync(join(folder, logo), bytes);
      await refuses({ logo }, why[logo] as RegExp);
    }
    await refuses(
      { logo: 'nowhere.png' },
      /the logo cannot be read from .*nowhere\.png: there is no such file/,
    );
    await refuses({ logo: '.' }, /that is a folder/);
  });
});
