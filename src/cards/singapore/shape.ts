import type { CardReading } from '../card-reading.ts';
import type { CardShape } from '../card-type.ts';

/** Names of what a Singapore card says; from `address` on, its back. */
export type SingaporeField =
  | 'number'
  | 'name'
  | 'chineseName'
  | 'race'
  | 'birthday'
  | 'sex'
  | 'countryOfBirth'
  | 'nationality'
  | 'address'
  | 'postcode'
  | 'backNumber'
  | 'issued'
  | 'expiry';

/**
 * SingaporeIDCard, in CardInfo and NormalCardInfo alike (wire specification §3.2), its disabled aliases included.
 * CountryOfBirth is the disabled alias of Nationality there: a citizen's card prints no nationality, so that member holds
 * the country of birth unless a nationality is printed.
 */
export function singaporeShape({ fields }: CardReading<SingaporeField>): CardShape {
  return {
    ChName: fields.chineseName,
    ChineseName: fields.chineseName,
    EnName: fields.name,
    FullName: fields.name,
    ID: fields.number,
    LicenseNumber: fields.number,
    Sex: fields.sex,
    CountryOfBirth: fields.countryOfBirth,
    Nationality: fields.nationality ?? fields.countryOfBirth,
    Birthday: fields.birthday,
    Address: fields.address,
    Race: fields.race,
    NRICCode: fields.backNumber,
    PostCode: fields.postcode,
    DateOfExpiration: fields.expiry,
    DateOfIssue: fields.issued,
  };
}
