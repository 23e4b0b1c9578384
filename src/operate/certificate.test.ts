import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { certificateEnd, ensureCertificate } from './certificate.ts';

describe('the certificate of our own', () => {
  const data = mkdtempSync(join(tmpdir(), 'selfsame-tls-'));
  after(() => rmSync(data, { recursive: true, force: true }));

  it('names localhost and this machine, and keeps its key to the owner', async () => {
    assert.equal(certificateEnd(data), null);
    const { cert } = await ensureCertificate(data);
    assert.match(new X509Certificate(cert).subjectAltName ?? '', /DNS:localhost, IP Address:127\.0\.0\.1/);
    const key = readdirSync(data).find((name) => name.endsWith('.key'));
    assert.equal(statSync(join(data, String(key))).mode & 0o777, 0o600);
  });

  it('stays the same from start to start, and is made anew before its time is over', async () => {
    const first = await ensureCertificate(data);
    assert.equal((await ensureCertificate(data)).cert, first.cert);
    const inElevenMonths = Date.now() + 345 * 86_400_000;
    assert.notEqual((await ensureCertificate(data, inElevenMonths)).cert, first.cert);
    assert.ok((certificateEnd(data)?.getTime() ?? 0) > inElevenMonths);
  });
});
