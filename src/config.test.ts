import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { environmentName, readConfig, settingsSchema } from './config.ts';

describe('the settings', () => {
  it('all have a default and a reason', () => {
    for (const [name, schema] of Object.entries(settingsSchema.properties)) {
      assert.ok('default' in schema, `${name} has no default`);
      assert.ok('description' in schema && String(schema.description).length > 15, `${name} has no reason`);
    }
  });

  it('come from the command line before the environment, before the file, before the default', () => {
    const data = mkdtempSync(join(tmpdir(), 'selfsame-config-'));
    try {
      writeFileSync(join(data, 'config.json'), '{"port": 1, "windowSeconds": 61, "recordMs": 6000}');
      const environment = { SELFSAME_PORT: '2', SELFSAME_WINDOW_SECONDS: '62' };
      const config = readConfig({ data, port: '3' }, environment);
      assert.deepEqual([config.port, config.windowSeconds, config.recordMs], [3, 62, 6000]);
      assert.equal(config.spoofedAttemptsLimit, 5);
    } finally {
      rmSync(data, { recursive: true });
    }
  });

  it('stop the start when one is unknown, of the wrong type or out of range', () => {
    assert.throws(() => readConfig({ wimdowSeconds: 600 }, {}), /wimdowSeconds|additional/);
    assert.throws(() => readConfig({ port: 'soon' }, {}), /port/);
    assert.throws(() => readConfig({ windowSeconds: 1 }, {}), /windowSeconds/);
    assert.throws(() => readConfig({ publicUrl: 'https://kyc.example/path' }, {}), /publicUrl/);
    assert.throws(() => readConfig({ publicUrl: 'ftp://kyc.example' }, {}), /publicUrl/);
  });

  it('are named in the environment as one expects', () => {
    assert.equal(environmentName('maxVideoBytes'), 'SELFSAME_MAX_VIDEO_BYTES');
  });
});
