import type { CardRead } from './card-readings.ts';

/** A reading in which all is right, but for what is said otherwise. */
export function someCardRead(changes: Partial<CardRead> = {}): CardRead {
  const truth = changes.truth ?? {
    LicenseNumber: 'A123456(3)',
    FullName: 'CHAN, Tai Man',
    ChineseName: null,
  };
  return {
    ...{ type: 'HKIDCard', layout: '2018', seed: 1, severity: 'clear', attack: null, heldOut: false },
    ...{ recognised: 'HKIDCard', problem: null, isPass: true, hasPortrait: true, truth, read: truth },
    ...{ signs: {}, stops: [], lists: [], cornerError: 0.004, cpuMs: 1000 },
    ...changes,
  };
}
