import { readFileSync } from 'node:fs';
import { arch, availableParallelism } from 'node:os';
import { checkCardTables } from '../verify/card/check-card-models.ts';
import { loadModelFile, modelList } from '../vision/manifest.ts';
import { probeDecoder } from '../vision/video/find-decoder.ts';
import type { Finding } from './doctor-finding.ts';

/** Every model: in place, unaltered, who published it, under what licence. */
export async function checkModels(): Promise<readonly Finding[]> {
  return modelList().map(({ id, publisher, licence, trainingData, task }) => {
    const part = `model ${id}`;
    try {
      loadModelFile(id);
      const text = `${task}; from ${publisher}, ${licence}, training data ${trainingData}`;
      return { part, state: 'good', text };
    } catch (error) {
      return { part, state: 'bad', text: (error as Error).message };
    }
  });
}

/** Hong Kong's Chinese names are spelled by it. */
export async function checkTables(): Promise<Finding> {
  const part = 'table telegraph-codes';
  try {
    checkCardTables();
    return { part, state: 'good', text: 'Chinese telegraph codes, from the Unihan database' };
  } catch (error) {
    return { part, state: 'bad', text: (error as Error).message, remedy: 'delete it and start again' };
  }
}

export async function checkDecoder(): Promise<Finding> {
  const part = 'video decoder';
  const report = await probeDecoder();
  if (!report.ok) return { part, state: 'bad', text: report.text, remedy: 'install ffmpeg' };
  const { decoder, version, warnings } = report;
  const text = `${decoder.driver.name}, ${version}`;
  if (warnings.length === 0) return { part, state: 'good', text };
  return { part, state: 'warning', text: `${text}; ${warnings.join(' ')}` };
}

/** Signatures are refused at 300 s: a clock that is not kept right refuses every merchant one day. */
export async function checkClock(): Promise<Finding> {
  const part = 'clock';
  const madeInMs = Date.UTC(2026, 10, 1);
  if (Date.now() < madeInMs) {
    return { part, state: 'bad', text: `it says ${new Date().toISOString()}`, remedy: 'set the clock' };
  }
  const isKept = clockIsKept();
  const text = new Date().toISOString();
  if (isKept === true) return { part, state: 'good', text: `${text}, kept right by the system` };
  const unsure = isKept === null ? 'whether it is kept right cannot be told here' : 'nothing keeps it right';
  return {
    part,
    state: 'warning',
    text: `${text}; ${unsure}`,
    remedy: 'run an NTP client: ±300 s is all SDKs have',
  };
}

/** systemd-timesyncd leaves a file when it has synchronised; chrony and others do not, so absence tells nothing. */
function clockIsKept(): true | null {
  try {
    readFileSync('/run/systemd/timesync/synchronized');
    return true;
  } catch {
    return null;
  }
}

/** The prebuilt inference library is for x64 with AVX2 and for arm64 (its release notes); without it is slow. */
export async function checkCpu(): Promise<Finding> {
  const part = 'processor';
  const cores = `${availableParallelism()} cores`;
  if (arch() === 'arm64') return { part, state: 'good', text: `arm64, ${cores}` };
  if (arch() !== 'x64') {
    return {
      part,
      state: 'bad',
      text: `${arch()} has no prebuilt inference library`,
      remedy: 'use x64 or arm64',
    };
  }
  const flags = readCpuFlags();
  if (flags === null)
    return { part, state: 'warning', text: `x64, ${cores}; its features cannot be read here` };
  if (flags.includes('avx2')) return { part, state: 'good', text: `x64 with AVX2, ${cores}` };
  const missing = flags.includes('avx') ? 'AVX2' : 'AVX';
  const remedy = 'judging will be several times slower: use a newer processor';
  return { part, state: 'warning', text: `x64 without ${missing}, ${cores}`, remedy };
}

function readCpuFlags(): readonly string[] | null {
  try {
    const line = /^flags\s*:\s*(.*)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'));
    return line?.[1]?.split(' ') ?? null;
  } catch {
    return null;
  }
}
