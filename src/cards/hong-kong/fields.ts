import type { Collector } from '../collect.ts';

export const hongKongFields = [
  'chineseName',
  'englishName',
  'telegraphCode',
  'sex',
  'birthday',
  'permanent',
  'number',
  'symbols',
  'firstIssueDate',
  'currentIssueDate',
  'edition',
] as const;

/** Names of what a Hong Kong identity card says. */
export type HongKongField = (typeof hongKongFields)[number];
/** What was read so far. */
export type HongKongCard = Collector<HongKongField>;
