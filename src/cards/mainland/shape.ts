import type { CardReading } from '../card-reading.ts';
import type { CardShape } from '../card-type.ts';

/** Names of what a mainland identity card says; the last two stand on its back. */
export type MainlandField =
  | 'number'
  | 'name'
  | 'sex'
  | 'ethnicGroup'
  | 'birthday'
  | 'address'
  | 'authority'
  | 'validity';

/** MainlandIDCard as a member of NormalCardInfo (wire specification §3.2), its disabled alias included. */
export function mainlandNormalShape({ fields }: CardReading<MainlandField>): CardShape {
  return {
    FullName: fields.name,
    Sex: fields.sex,
    Nation: fields.ethnicGroup,
    Birthday: fields.birthday,
    Address: fields.address,
    LicenseNumber: fields.number,
    FormattedAddress: fields.address,
    Authority: fields.authority,
    ValidDate: fields.validity,
  };
}
