// Two npm scripts started together must not install over each other.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { root, say } from './place.mjs';

const lock = `${root}.cache/set-up.lock`;
const waitLimitSeconds = 900;

function holderIsAlive() {
  try {
    process.kill(Number(readFileSync(`${lock}/pid`, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}

async function take() {
  mkdirSync(`${root}.cache`, { recursive: true });
  for (let second = 0; second < waitLimitSeconds; second++) {
    try {
      mkdirSync(lock);
      writeFileSync(`${lock}/pid`, String(process.pid));
      return;
    } catch {
      if (second > 1 && !holderIsAlive()) rmSync(lock, { recursive: true, force: true });
      else {
        if (second === 0) say('another set-up is running, waiting for it');
        await sleep(1000);
      }
    }
  }
  throw new Error(`another set-up has held ${lock} for ${waitLimitSeconds} s`);
}

/** Runs `work` while no other set-up of this checkout runs. */
export async function withLock(work) {
  await take();
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}
