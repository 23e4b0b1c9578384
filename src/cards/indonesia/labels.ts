import type { TextLine } from '../../vision/ocr/text-line.ts';
import { type FoundLabel, findLabel, findLabels } from '../find-label.ts';
import type { IndonesiaField } from './shape.ts';

/** Rows below the number, in the order that every card prints them in. */
export const rowFields = [
  'name',
  'birth',
  'sex',
  'address',
  'neighbourhood',
  'village',
  'district',
  'faith',
  'maritalState',
  'occupation',
  'nationality',
  'validUntil',
] as const satisfies readonly IndonesiaField[];

export type RowField = (typeof rowFields)[number];

/** What is printed before each value: on electronic cards, then on older ones and in other hands. */
export const rowPhrases: Readonly<Record<RowField, readonly string[]>> = {
  name: ['Nama', 'Nama Lengkap'],
  birth: ['Tempat/Tgl Lahir', 'Tempat/Tanggal Lahir', 'Tempat, Tgl. Lahir'],
  sex: ['Jenis Kelamin'],
  address: ['Alamat'],
  neighbourhood: ['RT/RW'],
  village: ['Kel/Desa', 'Kelurahan/Desa', 'Desa/Kelurahan', 'Kelurahan'],
  district: ['Kecamatan'],
  faith: ['Agama'],
  maritalState: ['Status Perkawinan', 'Status Kawin'],
  occupation: ['Pekerjaan'],
  nationality: ['Kewarganegaraan'],
  validUntil: ['Berlaku Hingga', 'Berlaku s/d'],
};

export type RowLabels = Partial<Record<RowField, FoundLabel>>;

export function findRowLabels(lines: readonly TextLine[]): RowLabels {
  return findLabels(lines, rowPhrases);
}

/** Stands on the row of the sex, right of it. */
export function findBloodLabel(lines: readonly TextLine[]): FoundLabel | null {
  return findLabel(lines, ['Gol. Darah', 'Golongan Darah']);
}
