import type { CardReading } from '../card-reading.ts';
import type { CardShape } from '../card-type.ts';

export type VoterField =
  | 'number'
  | 'firstName'
  | 'lastName'
  | 'birthday'
  | 'civilStatus'
  | 'citizenship'
  | 'address'
  | 'precinct';

/** The member of CardInfo and of NormalCardInfo: the vendor gives both the same fields (wire specification §3.2). */
export function voterShape({ fields }: CardReading<VoterField>): CardShape {
  return {
    VIN: fields.number,
    FirstName: fields.firstName,
    LastName: fields.lastName,
    Birthday: fields.birthday,
    CivilStatus: fields.civilStatus,
    Citizenship: fields.citizenship,
    Address: fields.address,
    PrecinctNo: fields.precinct,
  };
}
