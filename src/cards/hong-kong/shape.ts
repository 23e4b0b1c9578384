import type { CardReading } from '../card-reading.ts';
import type { CardShape } from '../card-type.ts';
import type { HongKongField } from './fields.ts';

/** `CardInfo.HKIDCard`. */
export function hongKongCardInfo({ fields }: CardReading<HongKongField>): CardShape {
  return {
    CnName: fields.chineseName,
    EnName: fields.englishName,
    TelexCode: fields.telegraphCode,
    Sex: fields.sex,
    Birthday: fields.birthday,
    Permanent: fields.permanent,
    IdNum: fields.number,
    Symbol: fields.symbols,
    FirstIssueDate: fields.firstIssueDate,
    CurrentIssueDate: fields.currentIssueDate,
  };
}

/** `NormalCardInfo.HKIDCard`. */
export function hongKongNormalCardInfo({ fields }: CardReading<HongKongField>): CardShape {
  return {
    ChineseName: fields.chineseName,
    FullName: fields.englishName,
    RegistrationNumber: fields.telegraphCode,
    Sex: fields.sex,
    Birthday: fields.birthday,
    Permanent: fields.permanent,
    LicenseNumber: fields.number,
    Symbol: fields.symbols,
    IssuedDate: fields.firstIssueDate,
    CurrentIssueDate: fields.currentIssueDate,
    HKIDVersion: fields.edition,
  };
}
