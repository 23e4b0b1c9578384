import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardPage, printed, type WrittenLine } from '../../../test/support/card-page.ts';
import { readDrivingLicence } from './read.ts';
import { drivingLicenceShape } from './shape.ts';
import { philippinesDrivingLicence } from './type.ts';

const heading: readonly WrittenLine[] = [
  printed('REPUBLIC OF THE PHILIPPINES', 420, 40, 28),
  printed('DEPARTMENT OF TRANSPORTATION', 420, 72, 28),
  printed('LAND TRANSPORTATION OFFICE', 420, 104, 30),
  printed("NON-PROFESSIONAL DRIVER'S LICENSE", 420, 150, 34),
];
const name: readonly WrittenLine[] = [
  printed('Last Name. First Name. Middle Name', 420, 210, 20),
  printed('DELA CRUZ, JUAN PEDRO SAN JOSE', 420, 236, 34),
];
const columns: readonly WrittenLine[] = [
  printed('Nationality', 420, 290, 20),
  printed('Sex', 590, 290, 20),
  printed('Date of Birth', 680, 290, 20),
  printed('Weight (kg)', 900, 290, 20),
  printed('Height (m)', 1080, 290, 20),
  printed('PHL', 420, 314, 32),
  printed('M', 596, 314, 32),
  printed('1987/10/04', 680, 314, 32),
  printed('70', 900, 314, 32),
  printed('1.70', 1080, 314, 32),
];
const address: readonly WrittenLine[] = [
  printed('Address', 420, 370, 20),
  printed('UNIT 5, 12 MABINI ST., BRGY. SAN ISIDRO,', 420, 394, 32),
  printed('MAKATI CITY, NCR, FOURTH DISTRICT, 1234', 420, 430, 32),
];
const bottom: readonly WrittenLine[] = [
  printed('License No.', 420, 486, 20),
  printed('Expiration Date', 700, 486, 20),
  printed('Agency Code', 980, 486, 20),
  printed('N03-12-123456', 420, 510, 32),
  printed('2028/10/04', 700, 510, 32),
  printed('N03', 980, 510, 32),
  printed('Blood Type', 420, 560, 20),
  printed('Eyes Color', 700, 560, 20),
  printed('O+', 420, 584, 32),
  printed('BLACK', 700, 584, 32),
  printed('ATTY. VIGOR D. MENDOZA II', 860, 700, 22),
  printed('Assistant Secretary', 880, 724, 20),
];
const whole = {
  Name: 'DELA CRUZ, JUAN PEDRO SAN JOSE',
  LastName: 'DELA CRUZ',
  FirstName: 'JUAN PEDRO',
  MiddleName: 'SAN JOSE',
  Nationality: 'PHL',
  Sex: 'M',
  Address: 'UNIT 5, 12 MABINI ST., BRGY. SAN ISIDRO, MAKATI CITY, NCR, FOURTH DISTRICT, 1234',
  LicenseNo: 'N03-12-123456',
  ExpiresDate: '2028/10/04',
  AgencyCode: 'N03',
  Birthday: '1987/10/04',
};

test('a licence gives every field of the API', async () => {
  const reading = await readDrivingLicence(
    cardPage([...heading, ...name, ...columns, ...address, ...bottom]),
  );
  assert.deepEqual(drivingLicenceShape(reading), whole);
  assert.deepEqual(reading.reasons, []);
  assert.equal(reading.numberHolds, true);
});

test('rows of labels and rows of values that were read as one line each come apart', async () => {
  const reading = await readDrivingLicence(
    cardPage([
      ...heading,
      ...name,
      printed('Nationality Sex Date of Birth Weight(kg) Height(m)', 420, 290, 22),
      printed('PHL M 1987/10/04 70 1.70', 420, 314, 32),
      ...address,
      printed('License No. Expiration Date Agency Code', 420, 486, 22),
      printed('N03-12-123456 2028/10/04 N03', 420, 510, 32),
    ]),
  );
  assert.deepEqual(drivingLicenceShape(reading), whole);
});

test('the older licence with a label for each name and words for the nationality', async () => {
  const reading = await readDrivingLicence(
    cardPage([
      printed('REPUBLIC OF THE PHILIPPINES', 420, 40, 28),
      printed('DEPARTMENT OF TRANSPORTATION AND COMMUNICATIONS', 420, 72, 24),
      printed('LAND TRANSPORTATION OFFICE', 420, 104, 30),
      printed('PROFESSIONAL DRIVER’S LICENSE', 420, 140, 30),
      printed('LICENSE NO.', 420, 190, 20),
      printed('K01-09-004511', 420, 212, 34),
      printed('LAST NAME', 420, 256, 18),
      printed('DE LEON', 420, 276, 30),
      printed('FIRST NAME', 640, 256, 18),
      printed('MARIA CLARA', 640, 276, 30),
      printed('MIDDLE NAME', 900, 256, 18),
      printed('SANTOS', 900, 276, 30),
      printed('NATIONALITY', 420, 320, 18),
      printed('FILIPINO', 420, 340, 30),
      printed('SEX', 640, 320, 18),
      printed('F', 642, 340, 30),
      printed('DATE OF BIRTH', 760, 320, 18),
      printed('1980-05-31', 760, 340, 30),
      printed('ADDRESS', 420, 390, 18),
      printed('45 RIZAL AVE DAVAO CITY', 420, 410, 30),
      printed('EXPIRATION DATE', 420, 460, 18),
      printed('2014-05-31', 420, 480, 30),
      printed('AGENCY CODE', 760, 460, 18),
      printed('K01', 760, 480, 30),
    ]),
  );
  assert.deepEqual(drivingLicenceShape(reading), {
    Name: 'DE LEON, MARIA CLARA SANTOS',
    LastName: 'DE LEON',
    FirstName: 'MARIA CLARA',
    MiddleName: 'SANTOS',
    Nationality: 'FILIPINO',
    Sex: 'F',
    Address: '45 RIZAL AVE DAVAO CITY',
    LicenseNo: 'K01-09-004511',
    ExpiresDate: '2014-05-31',
    AgencyCode: 'K01',
    Birthday: '1980-05-31',
  });
});

test('look-alikes in labels and number do no harm, and the repair is told', async () => {
  const reading = await readDrivingLicence(
    cardPage([
      ...heading,
      printed('LastName.FirstName.MiddleNane', 420, 210, 20),
      printed('REYES,ANA', 420, 236, 34),
      printed('Nationa1ity Sex Date of Blrth', 420, 290, 22),
      printed('PHL F 199O/O1/3l', 420, 314, 32),
      printed('Addres5', 420, 370, 20),
      printed('SIBALTAN,EL NIDO(BACUIT),PALAWAN,5313', 420, 394, 32),
      printed('LicenseNo. ExpirationDate AgencyCode', 420, 486, 22),
      printed('D56-25-OO2138 2029/01/31 D56', 420, 510, 32),
    ]),
  );
  assert.equal(reading.fields.number, 'D56-25-002138');
  assert.equal(reading.fields.name, 'REYES, ANA');
  assert.equal(reading.fields.lastName, 'REYES');
  assert.equal(reading.fields.middleName, null);
  assert.equal(reading.fields.birthday, '1990/01/31');
  assert.equal(reading.fields.expiryDate, '2029/01/31');
  assert.equal(reading.fields.agencyCode, 'D56');
  assert.equal(reading.fields.address, 'SIBALTAN, EL NIDO(BACUIT), PALAWAN, 5313');
  assert.deepEqual(
    reading.reasons.map(({ kind }) => kind),
    ['repaired'],
  );
});

test('without labels the name is the line with a comma, and dates tell themselves by their order', async () => {
  const reading = await readDrivingLicence(
    cardPage([
      ...heading,
      printed('MACARAEG, LEONORA STA. ANA', 420, 236, 34),
      printed('PHL F 1990/01/31', 420, 314, 32),
      printed('D56-25-002138 2029/01/31 D56', 420, 510, 32),
    ]),
  );
  assert.equal(reading.fields.middleName, 'STA. ANA');
  assert.equal(reading.fields.birthday, '1990/01/31');
  assert.equal(reading.fields.expiryDate, '2029/01/31');
  assert.ok(reading.reasons.some(({ kind, field }) => kind === 'missing' && field === 'address'));
});

test('a licence that ends before its holder was born contradicts itself', async () => {
  const lines = [...heading, ...name, ...columns, ...address, ...bottom].map((line) =>
    line[0] === '2028/10/04' ? printed('1928/10/04', 700, 510, 32) : line,
  );
  const reading = await readDrivingLicence(cardPage(lines));
  assert.ok(reading.reasons.some(({ kind }) => kind === 'contradiction'));
});

test('a licence is good until its last day is over in Manila', async () => {
  const reading = await readDrivingLicence(
    cardPage([...heading, ...name, ...columns, ...address, ...bottom]),
  );
  assert.equal(philippinesDrivingLicence.isExpired(reading, Date.UTC(2028, 9, 4, 15, 59)), false);
  assert.equal(philippinesDrivingLicence.isExpired(reading, Date.UTC(2028, 9, 4, 16, 0)), true);
});

test('what a label says of the name in brackets is no name', async () => {
  const reading = await readDrivingLicence(
    cardPage([
      ...heading,
      printed('NAME (Last, First, Midle)', 420, 210, 22),
      printed('DELA CRUZ, JUAN PEDRO SAN JOSE', 420, 238, 34),
      ...columns,
      ...address,
      ...bottom,
    ]),
  );
  assert.deepEqual(drivingLicenceShape(reading), whole);
});

test('an agency’s code is read with one of its digits taken for a letter', async () => {
  const reading = await readDrivingLicence(
    cardPage([printed('Agency Code', 980, 486, 20), printed('CO1', 980, 510, 32)]),
  );
  assert.equal(reading.fields.agencyCode, 'C01');
});
