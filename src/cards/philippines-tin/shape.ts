import type { CardReading } from '../card-reading.ts';
import type { CardShape } from '../card-type.ts';

export type TinField = 'number' | 'fullName' | 'address' | 'birthday' | 'issueDate';

/** The member of CardInfo and of NormalCardInfo: the vendor gives both the same fields (wire specification §3.2). */
export function tinShape({ fields }: CardReading<TinField>): CardShape {
  return {
    LicenseNumber: fields.number,
    FullName: fields.fullName,
    Address: fields.address,
    Birthday: fields.birthday,
    IssueDate: fields.issueDate,
  };
}
