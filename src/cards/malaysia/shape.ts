import type { CardReading } from '../card-reading.ts';
import type { CardShape } from '../card-type.ts';

export const malaysiaFields = ['name', 'number', 'sex', 'address', 'kind', 'birthday'] as const;

/** Names of what a Malaysian identity card says. `kind`: MyKad, MyPR, MyKAS, MyTentera, POLIS, MyKid or IKAD. */
export type MalaysiaField = (typeof malaysiaFields)[number];

/** `CardInfo.MLIDCard` (wire specification §3.2). */
export function malaysiaCardInfo({ fields }: CardReading<MalaysiaField>): CardShape {
  return {
    Name: fields.name,
    ID: fields.number,
    Sex: fields.sex,
    Address: fields.address,
    Type: fields.kind,
    Birthday: fields.birthday,
  };
}

/** `NormalCardInfo.MLIDCard`. */
export function malaysiaNormalCardInfo({ fields }: CardReading<MalaysiaField>): CardShape {
  return {
    FullName: fields.name,
    LicenseNumber: fields.number,
    Sex: fields.sex,
    FormattedAddress: fields.address,
    Type: fields.kind,
    Birthday: fields.birthday,
  };
}
