import type { Threshold } from './thresholds.ts';

const line =
  'reckoned, not measured: a line of 400 kbit/s and 400 ms each way, a new TLS connection for one piece';

/**
 * How the server's stamps are held against a recording that answers a challenge. Wide: a refusal here is 1002, and who has a
 * slow line is no impostor. Who needs less time than this to render an answer is not seen.
 */
export const timingThresholds = {
  /** Lateness in ms at levels 2 to 4, where all of the challenge is known from its beginning. */
  lateMost: set(8000, `${line} comes to 3.3 s; twice that and more`),
  /** The same at level 5, where each prompt comes 400 ms before its time. */
  lateMostAtFive: set(4000, `${line} comes to 3.3 s`),
  /** A camera's clock and the server's differ by less. */
  earlyMost: set(1000, 'a rule: nobody records 6 s in 5'),
  /** Recorded time in one piece, at level 5: some browsers cut by the second, whatever they are told. */
  sliceMostAtFive: set(2500, 'a rule: fewer pieces fix too little while it is recorded'),
  /** Share of the bytes in one piece but the first, at level 5: recorders keep to a rate, 1 Mbit/s. */
  shareMostAtFive: set(0.6, 'a rule: pieces are taken for equal shares of the time'),
} as const satisfies Record<string, Threshold>;

function set(value: number, setOn: string): Threshold {
  return { value, date: '2026-11-26', setOn, errorRate: '–' };
}
