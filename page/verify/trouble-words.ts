import type { Failure } from './api.ts';

/** Troubles with words of their own; whatever else a customer cannot do anything about is just `trouble`. */
export const troubleNames = [
  'busy',
  'too-many-requests',
  'offline',
  'handover-spent',
  'cookies',
  'level-not-possible',
  'given-up-too-often',
  'trouble',
] as const;
export type TroubleName = (typeof troubleNames)[number];

const names: Readonly<Partial<Record<Failure['reason'], TroubleName>>> = {
  busy: 'busy',
  'too-many-requests': 'too-many-requests',
  offline: 'offline',
  'handover-spent': 'handover-spent',
  'cookies-blocked': 'cookies',
  'level-not-possible': 'level-not-possible',
  'given-up-too-often': 'given-up-too-often',
};

export function troubleName(reason: Failure['reason'] | undefined): TroubleName {
  return (reason && names[reason]) ?? 'trouble';
}
