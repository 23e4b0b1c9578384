import type { CardReading } from '../card-reading.ts';
import type { CardShape } from '../card-type.ts';

export type DrivingLicenceField =
  | 'name'
  | 'lastName'
  | 'firstName'
  | 'middleName'
  | 'nationality'
  | 'sex'
  | 'address'
  | 'number'
  | 'expiryDate'
  | 'agencyCode'
  | 'birthday';

/** The member of CardInfo and of NormalCardInfo: the vendor gives both the same fields (wire specification §3.2). */
export function drivingLicenceShape({ fields }: CardReading<DrivingLicenceField>): CardShape {
  return {
    Name: fields.name,
    LastName: fields.lastName,
    FirstName: fields.firstName,
    MiddleName: fields.middleName,
    Nationality: fields.nationality,
    Sex: fields.sex,
    Address: fields.address,
    LicenseNo: fields.number,
    ExpiresDate: fields.expiryDate,
    AgencyCode: fields.agencyCode,
    Birthday: fields.birthday,
  };
}
