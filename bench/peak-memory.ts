import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Peak resident memory of a process since the last call, in MB, from Linux's `/proc` (proc(5): `VmHWM`, `clear_refs`);
 * null on other systems. Decoders are processes of their own and are not in it.
 */
export function peakMegabytes(pid: number | undefined): number | null {
  const folder = `/proc/${pid}`;
  if (!existsSync(`${folder}/status`)) return null;
  const status = readFileSync(`${folder}/status`, 'utf8');
  writeFileSync(`${folder}/clear_refs`, '5');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
