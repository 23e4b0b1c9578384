import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { cardOn, glaringVerdict, photoOf } from '../../test/support/carded.ts';
import { issue, plainCardPlan } from '../../test/support/issued.ts';
import { PageCaller } from '../../test/support/page-caller.ts';
import { buildPageDoor } from '../../test/support/page-door.ts';
import { newKey } from '../store/seal.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import type { Plan } from '../token/plan.ts';
import { settleById } from '../token/settle.ts';
import { createChanges } from './changes.ts';

describe('a customer who leaves', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'selfsame-leave-'));
  let store: Store;
  let app: FastifyInstance;
  const photo = photoOf('a card');
  before(async () => {
    store = await openSqliteStore({ dataDir, masterKey: newKey() });
    app = buildPageDoor({ store, changes: createChanges(), now: Date.now, nudged: () => undefined });
    await app.ready();
  });
  after(async () => {
    await app.close();
    await store.close();
    rmSync(dataDir, { recursive: true });
  });

  let addresses = 0;
  async function arrive(plan: Partial<Plan>) {
    const issued = await issue(store, { skipPrivacyPolicy: true, ...plan });
    const phone = new PageCaller(app, issued.token, `10.3.0.${++addresses}`);
    await phone.open();
    return { ...issued, phone };
  }
  const filesOf = (id: string) => {
    const folder = join(dataDir, 'media', id);
    return existsSync(folder) ? readdirSync(folder) : [];
  };
  async function leaves(phone: PageCaller): Promise<void> {
    const { status, body } = await phone.call('POST', '/exit');
    assert.deepEqual([status, body.end?.how], [200, 'abandoned']);
  }
  const withCard = { checkMode: 1, card: { ...plainCardPlan, askedType: 'SingaporeIDCard' } } as const;

  it('leaves no photo of a card behind that was sent and not handed in', async () => {
    const { id, phone } = await arrive(withCard);
    assert.equal((await phone.photo('front', photo)).status, 200);
    assert.equal((await phone.photo('back', photo)).status, 200);
    assert.equal(filesOf(id).length, 2);
    await leaves(phone);
    assert.deepEqual(filesOf(id), []);
  });

  it('leaves a card that was read to the merchant, and not the photo that was to replace it', async () => {
    const { id, phone } = await arrive({ checkMode: 1, card: plainCardPlan });
    const read = await cardOn(store, id, glaringVerdict, Date.now());
    assert.equal((await phone.photo('front', photo)).status, 200);
    const [kept, another] = await store.cards.of(id);
    assert.ok(filesOf(id).some((name) => name === another?.frontId));
    await leaves(phone);
    assert.equal(kept?.requestId, read.requestId);
    assert.deepEqual(
      filesOf(id).filter((name) => name === another?.frontId),
      [],
    );
    assert.ok(filesOf(id).includes(String(kept?.frontId)));
  });

  it('leaves nothing of a recording that was sent by half, nor a piece that was never counted', async () => {
    const { id, phone } = await arrive({});
    const seq = await phone.begin();
    const recording = Buffer.alloc(300_000, 'r');
    await phone.notice(seq, recording);
    await phone.piece(seq, 0, recording.subarray(0, 131_072));
    await store.media.put(id, `${seq}.piece.${String(131_072).padStart(9, '0')}`, [recording]);
    assert.equal(filesOf(id).length, 2);
    await leaves(phone);
    assert.deepEqual(filesOf(id), []);
  });

  it('by closing the page leaves as little behind, once the window is over', async () => {
    const carded = await arrive(withCard);
    await carded.phone.photo('front', photo);
    const filmed = await arrive({});
    const seq = await filmed.phone.begin();
    const recording = Buffer.alloc(300_000, 'r');
    await filmed.phone.notice(seq, recording);
    await filmed.phone.piece(seq, 0, recording.subarray(0, 131_072));
    for (const { id } of [carded, filmed]) {
      assert.equal(filesOf(id).length, 1);
      const standing = await settleById(store, id, Date.now() + 600_001);
      assert.equal(standing?.verification.stage, 'expired');
      assert.deepEqual(filesOf(id), []);
    }
  });
});
