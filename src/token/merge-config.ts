import type { WebConfig } from './web-config.ts';

const levelsWithActions: readonly unknown[] = [2, 4, 5];

/**
 * The Config that counts: field by field Apply's own, else the rule's, else the default. An empty text says nothing, as
 * SDKs send it for what was not set. The rule's actions are left out where Apply asks for a level that has none.
 */
export function mergeConfig(ofRule: WebConfig, ofApply: WebConfig): WebConfig {
  const said = Object.fromEntries(Object.entries(ofApply).filter(([, value]) => value !== '')) as WebConfig;
  const { actionList, ...rest } = { ...ofRule, ...said };
  const isMeant = said.actionList !== undefined || said.securityLevel === undefined;
  const keepsActions = isMeant || levelsWithActions.includes(said.securityLevel);
  return actionList !== undefined && keepsActions ? { ...rest, actionList } : rest;
}
