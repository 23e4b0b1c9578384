import { defineCardType } from '../card-type.ts';
import { philippineDates } from '../philippines/print-date.ts';
import { readDrivingLicence } from './read.ts';
import { type DrivingLicenceField, drivingLicenceShape } from './shape.ts';

export const philippinesDrivingLicence = defineCardType<DrivingLicenceField>({
  name: 'PhilippinesDrivingLicense',
  aspect: 85.6 / 53.98,
  hasBack: false,
  keywords: [
    { phrase: 'LAND TRANSPORTATION OFFICE', weight: 1 },
    { phrase: 'DEPARTMENT OF TRANSPORTATION', weight: 0.8 },
    { phrase: "DRIVER'S LICENSE", weight: 0.8 },
    { phrase: 'Last Name, First Name, Middle Name', weight: 0.6 },
    { phrase: 'Agency Code', weight: 0.8 },
    { phrase: 'DL Codes', weight: 0.6 },
    { phrase: 'License No.', weight: 0.4 },
    { phrase: 'Eyes Color', weight: 0.5 },
    { phrase: 'REPUBLIC OF THE PHILIPPINES', weight: 0.3 },
  ],
  numberPattern: /(?<![A-Z\d])[A-Z]\d{2}-?\d{2}-?\d{6}(?!\d)/,
  portraitZone: { left: 0, top: 0.25, right: 0.42, bottom: 1 },
  read: (front) => readDrivingLicence(front),
  cardInfo: drivingLicenceShape,
  normalCardInfo: drivingLicenceShape,
  isExpired: ({ fields }, nowMs) => {
    const [end] = philippineDates(fields.expiryDate ?? '');
    return end === undefined ? null : nowMs >= endOfDayMs(end);
  },
});

/** The Philippines are eight hours ahead of UTC the whole year; the licence holds until its last day is over there. */
function endOfDayMs({ year, month, day }: { year: number; month: number; day: number }): number {
  return Date.UTC(year, month - 1, day + 1) - 8 * 3_600_000;
}
