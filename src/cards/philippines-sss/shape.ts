import type { CardReading } from '../card-reading.ts';
import type { CardShape } from '../card-type.ts';

export type SssField = 'number' | 'fullName' | 'birthday';

/** The member of CardInfo and of NormalCardInfo: the vendor gives both the same fields (wire specification §3.2). */
export function sssShape({ fields }: CardReading<SssField>): CardShape {
  return {
    LicenseNumber: fields.number,
    FullName: fields.fullName,
    Birthday: fields.birthday,
  };
}
