import type { ActionName } from '../../src/verify/challenge.ts';
import type { ClipName } from '../support/shared-data.ts';
import type { FurtherClip } from './further-clips.ts';

/** Something that a person really does in a clip; milliseconds of the clip. */
export type ClipEvent = EventIn<ClipName>;
/** The same in a film of the further people. */
export type FurtherEvent = EventIn<FurtherClip>;

type EventIn<Clip> = {
  readonly clip: Clip;
  readonly action: ActionName;
  /** The first frame in which the movement is seen. */
  readonly fromMs: number;
  /** The frame in which it is over: lids open again, lips closed or as at first. The clip's end where it goes on. */
  readonly toMs: number;
};

/**
 * Labelled by eye on 2026-11-26: every sampled frame of each clip on a contact sheet (12 a second), doubtful blinks frame by frame
 * (30 a second). By one person, so +/- 40 ms. A wink, a lowered gaze, a grin and a word spoken are no actions.
 * There is no nod and no shake in any clip.
 */
export const clipEvents: readonly ClipEvent[] = [
  { clip: 'd0', action: 'blink', fromMs: 2560, toMs: 2760 },
  // Begins out of a wink: only the eye on the picture's right closes anew.
  { clip: 'd3', action: 'blink', fromMs: 1560, toMs: 1770 },
  // Opens into a lowered gaze, lids half down.
  { clip: 'd3', action: 'blink', fromMs: 1890, toMs: 2110 },
  { clip: 'd3', action: 'mouth', fromMs: 9870, toMs: 11_800 },
  { clip: 'd10', action: 'mouth', fromMs: 3120, toMs: 3900 },
  { clip: 'd10', action: 'blink', fromMs: 7380, toMs: 7600 },
  { clip: 'd10', action: 'blink', fromMs: 11_020, toMs: 11_270 },
  { clip: 'd10', action: 'mouth', fromMs: 11_670, toMs: 12_010 },
  { clip: 'd13', action: 'blink', fromMs: 1380, toMs: 1600 },
  { clip: 'd13', action: 'blink', fromMs: 2570, toMs: 2800 },
  { clip: 'd13', action: 'blink', fromMs: 3370, toMs: 3600 },
  { clip: 'd13', action: 'blink', fromMs: 10_450, toMs: 10_670 },
  { clip: 'd18', action: 'mouth', fromMs: 2050, toMs: 3330 },
  { clip: 'd18', action: 'blink', fromMs: 3080, toMs: 3300 },
  { clip: 'd18', action: 'mouth', fromMs: 3720, toMs: 5270 },
  { clip: 'd18', action: 'blink', fromMs: 6140, toMs: 6290 },
];

export type ClipStretch = { readonly clip: ClipName; readonly fromMs: number; readonly toMs: number };

/** Where lips part in speaking or grinning: neither a mouth opened on command nor a mouth at rest. */
export const clipSpeech: readonly ClipStretch[] = [
  { clip: 'd0', fromMs: 700, toMs: 2680 },
  { clip: 'd3', fromMs: 170, toMs: 1700 },
  { clip: 'd10', fromMs: 0, toMs: 14_930 },
  { clip: 'd13', fromMs: 400, toMs: 7770 },
  { clip: 'd13', fromMs: 10_400, toMs: 10_930 },
  { clip: 'd18', fromMs: 3330, toMs: 3720 },
];

/** Where the head really turns, though in no nod and no shake: lowered or raised slowly and back, to one side and back. */
export const clipTurns: readonly (ClipStretch & {
  readonly what: 'lowered' | 'raised' | 'aside' | 'both';
})[] = [
  { clip: 'd3', fromMs: 0, toMs: 1000, what: 'aside' },
  { clip: 'd3', fromMs: 3600, toMs: 5950, what: 'lowered' },
  { clip: 'd3', fromMs: 4500, toMs: 6150, what: 'aside' },
  { clip: 'd3', fromMs: 7000, toMs: 9650, what: 'both' },
  { clip: 'd10', fromMs: 8800, toMs: 10_400, what: 'raised' },
];
