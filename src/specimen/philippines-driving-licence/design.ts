import { defineDesign } from '../specimen.ts';
import { layout2017, layout2023 } from './newer.ts';
import { layout2004, layout2011 } from './older.ts';
import { type DrivingLicenceValues, drivingLicenceCardInfo, inventDrivingLicence } from './values.ts';

export const philippinesDrivingLicenceDesign = defineDesign<DrivingLicenceValues>({
  type: 'PhilippinesDrivingLicense',
  layouts: [layout2017, layout2011, layout2023, layout2004],
  invent: inventDrivingLicence,
  cardInfo: drivingLicenceCardInfo,
  normalCardInfo: drivingLicenceCardInfo,
});
