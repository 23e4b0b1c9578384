import type { ActionName } from '../../challenge.ts';

/** Something that a person did, asked for or not. Times in milliseconds of the recording. */
export type ActionEvent = {
  readonly action: ActionName;
  /** When it began. */
  readonly fromMs: number;
  /** When it was strongest: lids down, mouth widest, head lowest, head furthest to the second side. */
  readonly peakMs: number;
  /** When it was over, or the last frame seen. */
  readonly toMs: number;
  /**
   * How large it was. Blink: share of their opening just before by which the lids closed, 0 to 1. Mouth: growth of the lips' opening in
   * eye distances. Nod and shake: degrees, the smaller one of the way down and back, or of the two sides.
   */
  readonly size: number;
};
