import type { CardReading } from '../card-reading.ts';
import type { CardShape } from '../card-type.ts';

/** Names of what a Thai card says. `englishFirstName` with its title, as printed; `thai…` in Thai script. */
export type ThailandField =
  | 'number'
  | 'thaiName'
  | 'englishFirstName'
  | 'englishLastName'
  | 'birthday'
  | 'issued'
  | 'expiry'
  | 'thaiBirthday'
  | 'thaiIssued'
  | 'thaiExpiry'
  | 'religion'
  | 'address'
  | 'registration';

/** ISO 3166 code: the issuing country is not printed as a code, and there is only one. */
const issuedCountry = 'THA';

/** CardInfo.ThailandIDCard (wire specification §3.2, compact table). */
export function thailandCardInfo({ fields }: CardReading<ThailandField>): CardShape {
  return {
    LastName: fields.englishLastName,
    FirstName: fields.englishFirstName,
    LicenseNumber: fields.number,
    DateOfBirth: fields.birthday,
    DateOfExpiry: fields.expiry,
    DateOfIssue: fields.issued,
    IssuedCountry: issuedCountry,
  };
}

/**
 * NormalCardInfo.ThailandIDCard. The documentation's examples for LastName (`Mr. Thanakit`) and FirstName
 * (`Boonyopakron`) are exchanged against its own descriptions; here each holds what its name says.
 */
export function thailandNormalCardInfo({ fields }: CardReading<ThailandField>): CardShape {
  return {
    LicenseNumber: fields.number,
    FullName: fields.thaiName,
    LastName: fields.englishLastName,
    FirstName: fields.englishFirstName,
    Birthday: fields.birthday,
    FormattedAddress: fields.address,
    ExpirationDate: fields.expiry,
    IssuedDate: fields.issued,
    RegistrationNumber: fields.registration,
    Religion: fields.religion,
    ThaiBirthday: fields.thaiBirthday,
    ThaiExpirationDate: fields.thaiExpiry,
    ThaiIssueDate: fields.thaiIssued,
  };
}
