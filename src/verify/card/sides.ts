import type { CardTypeName } from '../../cards/card-type.ts';

/**
 * Types whose back is asked for too (contracts §6). The registry says the same; it stands here once more so that the
 * process that takes photos need not load what reads them.
 */
const withBack: readonly CardTypeName[] = ['SingaporeIDCard', 'MainlandIDCard'];

export function hasBack(type: CardTypeName | null): boolean {
  return type !== null && withBack.includes(type);
}
