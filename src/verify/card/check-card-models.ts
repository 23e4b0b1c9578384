import { telegraphCode } from '../../cards/hong-kong/telegraph.ts';
import { loadModelFile, type ModelId } from '../../vision/manifest.ts';

const models: readonly ModelId[] = [
  ...(['text-detect', 'text-recognise', 'text-direction', 'text-alphabet'] as const),
  ...(['script-traditional-chinese', 'script-thai', 'script-spanish'] as const),
];

/**
 * Throws a plain sentence where a model or table of cards is missing or altered: a server must learn that when it starts,
 * not from its first customer. The models of faces are the judge's too, which loads them.
 */
export function checkCardModels(): void {
  for (const model of models) loadModelFile(model);
  checkCardTables();
}

/** The same for what was made into a table at set-up. */
export function checkCardTables(): void {
  telegraphCode();
}
