import type { PageView } from '../../src/capture/page-shapes.ts';
import { keptTime } from './kept-time.ts';
import type { Say } from './say.ts';
import type { WordKey } from './word-keys.ts';

/** What is taken, why, who gets it and for how long. */
const pointsOf: Readonly<Record<PageView['checkMode'], readonly WordKey[]>> = {
  1: [
    'agreement.card',
    'agreement.video',
    'agreement.both',
    'agreement.purpose.both',
    'agreement.keep.card',
    'agreement.leave',
  ],
  2: ['agreement.video', 'agreement.compare', 'agreement.purpose', 'agreement.keep', 'agreement.leave'],
  3: ['agreement.video', 'agreement.alive', 'agreement.purpose', 'agreement.keep', 'agreement.leave'],
  4: ['agreement.card', 'agreement.purpose.card', 'agreement.keep.card', 'agreement.leave'],
};

const ticks: Readonly<Partial<Record<PageView['checkMode'], WordKey>>> = {
  1: 'agreement.tick.both',
  4: 'agreement.tick.card',
};

/** Our own agreement, line by line: the page shows it, and the server keeps it with the consent. */
export type AgreementLines = {
  readonly intro: string;
  readonly points: readonly string[];
  /** Beside the box. */
  readonly tick: string;
};

export function agreementLines(
  say: Say,
  { checkMode, keptSeconds }: Pick<PageView, 'checkMode' | 'keptSeconds'>,
): AgreementLines {
  const time = keptTime(say, { keptSeconds });
  return {
    intro: say('agreement.intro'),
    points: pointsOf[checkMode].map((point) => say(point, { time })),
    tick: say(ticks[checkMode] ?? 'agreement.tick'),
  };
}
