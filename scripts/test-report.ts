import type { Writable } from 'node:stream';
import type { TestEvent } from 'node:test/reporters';

type Failure = { readonly name: string; readonly file: string; readonly error: unknown };

const liveClips = /^live clips: (run|skipped)$/;

/** A file whose process dies fails as "test failed" and no more: how it died tells a crash of a native library from a test. */
function errorText(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  const { exitCode, signal } = error as { exitCode?: number; signal?: string | null };
  return exitCode === undefined ? text : `${text} (exit code ${exitCode}, signal ${signal ?? 'none'})`;
}

/**
 * Writes what the tests say as they say it: a line for each, failures in full at the end, whether the tests on
 * clips of living people ran, and the totals. Sets the exit code: 1 on any failure, and when no test ran at all.
 */
export async function report(events: AsyncIterable<TestEvent>, out: Writable): Promise<void> {
  const failures: Failure[] = [];
  const skips: string[] = [];
  const clips = new Set<string>();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type === 'test:diagnostic') {
      const found = liveClips.exec(data.message);
      if (found?.[1]) clips.add(found[1]);
    } else if (type === 'test:stderr' || type === 'test:stdout') out.write(data.message);
    else if (type === 'test:pass' || type === 'test:fail') {
      const isSkipped = data.skip !== undefined;
      // A suite speaks by its tests; by itself only where it is skipped whole, or fails by a hook of its own.
      if (data.details.type === 'suite' && !isSkipped) {
        const error = type === 'test:fail' ? data.details.error : null;
        if ((error as { failureType?: string } | null)?.failureType === 'hookFailed')
          failures.push({ name: data.name, file: data.file ?? '', error });
        continue;
      }
      const indent = '  '.repeat(data.nesting);
      if (isSkipped) {
        counts.skipped++;
        skips.push(`${data.name}: ${data.skip === true ? 'skipped' : data.skip}`);
      } else if (type === 'test:pass') counts.passed++;
      else {
        counts.failed++;
        failures.push({ name: data.name, file: data.file ?? '', error: data.details.error });
      }
      const mark = isSkipped ? 'SKIP' : type === 'test:pass' ? 'ok  ' : 'FAIL';
      out.write(`${indent}${mark} ${data.name} (${Math.round(data.details.duration_ms)} ms)\n`);
    }
  }
  for (const { name, file, error } of failures)
    out.write(`\nFAILED ${name}\n  ${file}\n${errorText(error)}\n`);
  for (const skip of skips) out.write(`SKIPPED ${skip}\n`);
  // Skipped wins: one skipped clip test means that not all that the clips are for was seen.
  out.write(`live clips: ${clips.has('run') && !clips.has('skipped') ? 'run' : 'skipped'}\n`);
  out.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
  if (failures.length > 0 || counts.passed === 0) process.exitCode = 1;
}
