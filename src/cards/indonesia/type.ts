import { defineCardType } from '../card-type.ts';
import { dateIn } from '../dates.ts';
import { readIndonesia } from './read.ts';
import { type IndonesiaField, indonesiaNormalShape, indonesiaShape } from './shape.ts';

export const indonesia = defineCardType<IndonesiaField>({
  name: 'IndonesiaIDCard',
  aspect: 85.6 / 53.98,
  hasBack: false,
  keywords: [
    { phrase: 'PROVINSI', weight: 0.8 },
    { phrase: 'Tempat/Tgl Lahir', weight: 1 },
    { phrase: 'Jenis Kelamin', weight: 0.8 },
    { phrase: 'Status Perkawinan', weight: 1 },
    { phrase: 'Kewarganegaraan', weight: 0.8 },
    { phrase: 'Kecamatan', weight: 0.8 },
    { phrase: 'Berlaku Hingga', weight: 0.7 },
    { phrase: 'Pekerjaan', weight: 0.5 },
    { phrase: 'SEUMUR HIDUP', weight: 0.5 },
    { phrase: 'NIK', weight: 0.5 },
    { phrase: 'PASPOR', weight: -1 },
    { phrase: 'SURAT IZIN MENGEMUDI', weight: -1 },
    { phrase: 'KAD PENGENALAN', weight: -1 },
  ],
  numberPattern: /(?<!\d)\d{16}(?!\d)/,
  portraitZone: { left: 0.66, top: 0.15, right: 1, bottom: 0.8 },
  read: readIndonesia,
  cardInfo: indonesiaShape,
  normalCardInfo: indonesiaNormalShape,
  isExpired: ({ fields }, nowMs) => {
    const date = dateIn(fields.validUntil ?? '', ['DMY']);
    return date && nowMs >= Date.UTC(date.year, date.month - 1, date.day + 1) + 12 * 60 * 60 * 1000;
  },
});
