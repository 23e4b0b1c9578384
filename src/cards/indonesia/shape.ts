import type { CardReading } from '../card-reading.ts';
import type { CardShape } from '../card-type.ts';

/** Names of what an Indonesian identity card (KTP) says, top to bottom. */
export type IndonesiaField =
  | 'province'
  | 'city'
  | 'number'
  | 'name'
  | 'birth'
  | 'sex'
  | 'bloodType'
  | 'address'
  | 'neighbourhood'
  | 'village'
  | 'district'
  | 'faith'
  | 'maritalState'
  | 'occupation'
  | 'nationality'
  | 'validUntil'
  | 'issued';

/** IndonesiaIDCard as a member of CardInfo (wire specification §3.2; `Perkerjaan` is the vendor's own spelling). */
export function indonesiaShape({ fields }: CardReading<IndonesiaField>): CardShape {
  return {
    NIK: fields.number,
    Nama: fields.name,
    TempatTglLahir: fields.birth,
    JenisKelamin: fields.sex,
    GolDarah: fields.bloodType,
    Alamat: fields.address,
    RTRW: fields.neighbourhood,
    KelDesa: fields.village,
    Kecamatan: fields.district,
    Agama: fields.faith,
    StatusPerkawinan: fields.maritalState,
    Perkerjaan: fields.occupation,
    KewargaNegaraan: fields.nationality,
    BerlakuHingga: fields.validUntil,
    IssuedDate: fields.issued,
    Provinsi: fields.province,
    Kota: fields.city,
  };
}

/** NormalIndonesiaIDCard as a member of NormalCardInfo (wire specification §3.2). */
export function indonesiaNormalShape({ fields }: CardReading<IndonesiaField>): CardShape {
  return {
    LicenseNumber: fields.number,
    FullName: fields.name,
    Birthday: fields.birth,
    Sex: fields.sex,
    BloodType: fields.bloodType,
    FormattedAddress: fields.address,
    Street: fields.neighbourhood,
    Village: fields.village,
    Area: fields.district,
    Religion: fields.faith,
    MaritalStatus: fields.maritalState,
    Occupation: fields.occupation,
    Nationality: fields.nationality,
    DueDate: fields.validUntil,
    IssuedDate: fields.issued,
    Province: fields.province,
    City: fields.city,
  };
}
