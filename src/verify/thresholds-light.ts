import type { Threshold } from './thresholds.ts';

const films =
  'SIMULATED screen light on 5 clips of about 4 people: 100 scenes of dim to bright rooms, light and dark skin, 25 to 60 cm (docs/light.md)';

/** What the face's answer to the screen's colours is held to, at levels 3 to 5. Read by `decide-light.ts` alone. */
export const lightThresholds = {
  /** `LightResponse.agreement`. */
  agreementLeast: set(0.55, films, 'see docs/light.md: right sequences below, wrong ones above'),
  /** Milliseconds by which the lag grows or shrinks in a second, where that fits better by `driftGainMost`. */
  driftMost: set(39, films, 'with the next: see docs/light.md'),
  driftGainMost: set(0.05, films, 'with the one before: see docs/light.md'),
  /** Answer of what stands behind, in that of the face. */
  behindMost: set(0.45, films, 'see docs/light.md'),
  /** Answer of skin that looks aside, in that of the face's middle. */
  rimMost: set(0.92, films, 'see docs/light.md'),
  /** Answer below the chin, in that of the face. */
  neckLeast: set(0.3, films, 'see docs/light.md'),
  /** Change of the face's shades that only lamps make: an answer to other colours than those asked for. */
  otherChangeLeast: set(0.03, films, 'see docs/light.md'),
} as const satisfies Record<string, Threshold>;

function set(value: number, setOn: string, errorRate: string, date = '2026-11-26'): Threshold {
  return { value, date, setOn, errorRate };
}
