import type { PageView } from '../../src/capture/page-shapes.ts';
import type { Say } from './say.ts';

const hourSeconds = 3_600;
const daySeconds = 24 * hourSeconds;

/** For how long the server keeps what was captured, in words: whole days, else hours. */
export function keptTime(say: Say, view: Pick<PageView, 'keptSeconds'> | null): string {
  const seconds = view?.keptSeconds ?? 0;
  return seconds % daySeconds === 0
    ? say('time.day', { count: seconds / daySeconds })
    : say('time.hour', { count: seconds / hourSeconds });
}
