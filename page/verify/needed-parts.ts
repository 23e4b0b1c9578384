import type { PageView } from '../../src/capture/page-shapes.ts';
import type { WordPart } from './words.ts';

/** What a verification, and this device, need besides what all need. */
export function partsOf(
  view: Pick<PageView, 'checkMode' | 'securityLevel'> | null,
  isStuck: boolean,
  canSpeak = false,
  isFilming = false,
): readonly WordPart[] {
  if (!view) return [];
  const { checkMode, securityLevel } = view;
  const hasCard = checkMode === 1 || checkMode === 4;
  const hasChallenge = checkMode !== 4 && securityLevel > 1;
  return [
    ...(hasCard ? (['card'] as const) : []),
    ...(hasChallenge ? (['challenge'] as const) : []),
    ...(isStuck ? (['device'] as const) : []),
    ...(canSpeak ? (['voice'] as const) : []),
    ...(isFilming ? (['guide'] as const) : []),
  ];
}
