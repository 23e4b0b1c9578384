import type { CardReading } from '../card-reading.ts';
import type { CardShape } from '../card-type.ts';

/** Names of what a passport says. `firstLine`: the zone's first line; `otherLines`: its second, or second and third. */
export type PassportField =
  | 'number'
  | 'fullName'
  | 'surname'
  | 'givenName'
  | 'birthday'
  | 'sex'
  | 'expiry'
  | 'issuingCountry'
  | 'nationality'
  | 'firstLine'
  | 'otherLines';

/** InternationalIDPassport, in CardInfo and NormalCardInfo alike (wire specification §3.2). */
export function passportShape({ fields }: CardReading<PassportField>): CardShape {
  return {
    LicenseNumber: fields.number,
    FullName: fields.fullName,
    Surname: fields.surname,
    GivenName: fields.givenName,
    Birthday: fields.birthday,
    Sex: fields.sex,
    DateOfExpiration: fields.expiry,
    IssuingCountry: fields.issuingCountry,
    NationalityCode: fields.nationality,
    PassportCodeFirst: fields.firstLine,
    PassportCodeSecond: fields.otherLines,
  };
}
