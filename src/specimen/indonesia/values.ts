import type { CardShape } from '../../cards/card-type.ts';
import { type Day, randomDay, writeDay } from '../dates.ts';
import {
  faiths,
  type IndonesianPlace,
  indonesianName,
  indonesianPlace,
  indonesianStreet,
  maritalStates,
  occupations,
} from '../people/indonesia.ts';
import type { Random } from '../random.ts';

export type IndonesianValues = {
  readonly place: IndonesianPlace;
  readonly nik: string;
  readonly name: string;
  readonly birthPlace: string;
  readonly birth: Day;
  readonly isFemale: boolean;
  /** `-` where the card leaves it open. */
  readonly bloodType: string;
  readonly street: string;
  readonly neighbourhood: string;
  readonly faith: string;
  readonly maritalState: string;
  readonly occupation: string;
  readonly validUntil: string;
  readonly issued: string;
};

/** NIK: area, birth date with 40 added to a woman's day, a running number. */
export function inventIndonesian(random: Random): IndonesianValues {
  const place = indonesianPlace(random);
  const isFemale = random.chance(0.5);
  const birth = randomDay(random, 1950, 2004);
  const day = String(birth.day + (isFemale ? 40 : 0)).padStart(2, '0');
  const issued = randomDay(random, 2012, 2024);
  const lasts = random.chance(0.75);
  return {
    ...{ place, birth, isFemale },
    nik: `${place.code}${day}${writeDay(birth, 'MMYY')}${String(random.whole(1, 60)).padStart(4, '0')}`,
    name: indonesianName(random, isFemale),
    birthPlace: random.chance(0.6) ? place.city : indonesianPlace(random).city,
    bloodType: random.pick(['-', '-', 'A', 'B', 'AB', 'O', 'O']),
    street: indonesianStreet(random),
    neighbourhood: `${random.digits(3)}/${random.digits(3)}`,
    faith: random.pick(faiths),
    maritalState: random.pick(maritalStates),
    occupation: random.pick(occupations),
    validUntil: lasts ? 'SEUMUR HIDUP' : writeDay({ ...birth, year: issued.year + 5 }, 'DD-MM-YYYY'),
    issued: writeDay(issued, 'DD-MM-YYYY'),
  };
}

export const printedBirth = ({ birthPlace, birth }: IndonesianValues) =>
  `${birthPlace}, ${writeDay(birth, 'DD-MM-YYYY')}`;
export const printedSex = ({ isFemale }: IndonesianValues) => (isFemale ? 'PEREMPUAN' : 'LAKI-LAKI');
export const printedCity = ({ place }: IndonesianValues) => `${place.kind} ${place.city}`;

export function indonesianCardInfo(values: IndonesianValues): CardShape {
  return {
    NIK: values.nik,
    Nama: values.name,
    TempatTglLahir: printedBirth(values),
    JenisKelamin: printedSex(values),
    GolDarah: values.bloodType,
    Alamat: values.street,
    RTRW: values.neighbourhood,
    KelDesa: values.place.village,
    Kecamatan: values.place.district,
    Agama: values.faith,
    StatusPerkawinan: values.maritalState,
    Perkerjaan: values.occupation,
    KewargaNegaraan: 'WNI',
    BerlakuHingga: values.validUntil,
    IssuedDate: values.issued,
    Provinsi: values.place.province,
    Kota: printedCity(values),
  };
}

export function indonesianNormalCardInfo(values: IndonesianValues): CardShape {
  return {
    LicenseNumber: values.nik,
    FullName: values.name,
    Birthday: printedBirth(values),
    Sex: printedSex(values),
    BloodType: values.bloodType,
    FormattedAddress: values.street,
    Street: values.neighbourhood,
    Village: values.place.village,
    Area: values.place.district,
    Religion: values.faith,
    MaritalStatus: values.maritalState,
    Occupation: values.occupation,
    Nationality: 'WNI',
    DueDate: values.validUntil,
    IssuedDate: values.issued,
    Province: values.place.province,
    City: printedCity(values),
  };
}
