import { PassThrough } from 'node:stream';
import { run } from 'node:test';
import type { TestEvent } from 'node:test/reporters';

/** What starts servers and browsers, and waits for them half of its time. */
const isTown = /\/test\/(access|browsers|chaos|cli|examples|fuzz|hostile|journey|looks|try|wire)\//;

/**
 * Runs files of tests, each in a process of its own, and hands on what they say. Two lanes take towns, which leave a third of
 * two processors idle when they are alone, and a third lane takes what computes; lanes without towns help it. More at a time,
 * even where there are more processors, would make customers wait for pictures and judges for a turn.
 */
export function runInLanes(files: readonly string[], timeoutMs: number): AsyncIterable<TestEvent> {
  const towns = files.filter((file) => isTown.test(file));
  // The last of the alphabet first: whole flows take long, and what is short evens out the end.
  const others = files.filter((file) => !isTown.test(file)).reverse();
  const said = new PassThrough({ objectMode: true });
  const lane = async (next: () => string | undefined) => {
    for (let file = next(); file !== undefined; file = next())
      for await (const event of run({ files: [file], timeout: timeoutMs })) said.write(event);
  };
  const townFirst = () => towns.shift() ?? others.shift();
  void Promise.all([lane(townFirst), lane(townFirst), lane(() => others.shift())]).then(
    () => said.end(),
    (error) => said.destroy(error),
  );
  return said;
}
