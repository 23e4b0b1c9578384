import type { CardReading } from '../card-reading.ts';
import type { CardShape } from '../card-type.ts';

export type UmidField = 'surname' | 'middleName' | 'givenName' | 'sex' | 'birthday' | 'address' | 'number';

/** The member of CardInfo and of NormalCardInfo: the vendor gives both the same fields (wire specification §3.2). */
export function umidShape({ fields }: CardReading<UmidField>): CardShape {
  return {
    Surname: fields.surname,
    MiddleName: fields.middleName,
    GivenName: fields.givenName,
    Sex: fields.sex,
    Birthday: fields.birthday,
    Address: fields.address,
    CRN: fields.number,
  };
}
