import type { Threshold } from './thresholds.ts';

const slowLine =
  '4 recordings, levels 2 to 5, in Chromium on a busy machine over a line slowed to 400 kbit/s and 400 ms each way (test/journey/slow-line.full.ts)';
const measured = '0 of 4 refused: 0.96 to 1.80 s late';
/** A connection that a piece must open first: two round trips for TCP and TLS 1.3. */
const connection = 'reckoned: a new TLS connection for one piece adds 1.6 s there';

/**
 * How the server's stamps are held against a recording that answers a challenge. Wide: a refusal here is 1002, and who has a
 * slow line is no impostor. Who needs less time than this to render an answer is not seen.
 */
export const timingThresholds = {
  /** Lateness in ms at levels 2 to 4, where all of the challenge is known from its beginning. */
  lateMost: set(7000, `${slowLine}; ${connection}; twice that sum`, measured),
  /** The same at level 5, where each prompt comes 400 ms before its time. */
  lateMostAtFive: set(3500, `${slowLine}; ${connection}`, measured),
  /** A camera's clock and the server's differ by less. */
  earlyMost: set(1000, 'a rule: nobody records 6 s in 5', '0 of 4 refused: none was early'),
  /** Recorded time in one piece, at level 5: some browsers cut by the second, whatever they are told. */
  sliceMostAtFive: set(
    2500,
    'a rule: fewer pieces fix too little while it is recorded',
    '0 of 4 refused: 0.62 to 0.74 s',
  ),
  /** Share of the bytes in one piece but the first, at level 5: recorders keep to a rate, 1 Mbit/s. */
  shareMostAtFive: set(
    0.6,
    'a rule: pieces are taken for equal shares of the time',
    '0 of 4 refused: 0.16 to 0.29',
  ),
} as const satisfies Record<string, Threshold>;

function set(value: number, setOn: string, errorRate: string): Threshold {
  return { value, date: '2026-11-26', setOn, errorRate };
}
