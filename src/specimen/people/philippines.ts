import type { Random } from '../random.ts';

const men = [
  'JUAN',
  'JOSE',
  'MARK ANTHONY',
  'JOHN PAUL',
  'RAMON',
  'ENRIQUE',
  'JEFFREY',
  'ROLANDO',
  'CARLO',
  'MIGUEL ANGELO',
  'FERDINAND',
  'DANILO',
  'PATRICK JAMES',
  'VICENTE',
  'JEAN-PAUL',
  'RODRIGO',
] as const;
const women = [
  'MARIA CLARA',
  'MA. THERESA',
  'ANA MARIE',
  'JOSEFINA',
  'KRISTINE JOY',
  'ROSARIO',
  'MARY GRACE',
  'CORAZON',
  'LOURDES',
  'ANGELICA',
  'MA. LUISA',
  'IMELDA',
  'JOCELYN',
  'ANNE-MARGARET',
  'PRINCESS MAE',
  'FE',
] as const;

/** Surnames of one word, of several that belong together, joined ones, and those with an Ñ. */
const plainSurnames = [
  'SANTOS',
  'REYES',
  'CRUZ',
  'BAUTISTA',
  'GARCIA',
  'MENDOZA',
  'TORRES',
  'VILLANUEVA',
  'RAMOS',
  'AQUINO',
  'DIMACULANGAN',
  'PANGILINAN',
  'MAGSAYSAY',
  'GATCHALIAN',
  'TOLENTINO',
  'MACARAEG',
  'BUENAVENTURA',
  'SY',
  'TAN',
  'COJUANGCO',
  'ABALOS',
  'OCAMPO',
  'LIWANAG',
  'FAJARDO',
] as const;
const surnamesWithParticles = [
  'DELA CRUZ',
  'DE LEON',
  'DE GUZMAN',
  'DEL ROSARIO',
  'DELOS SANTOS',
  'DE LA PAZ',
  'SAN JUAN',
  'STA. ANA',
  'DELOS REYES',
  'SANTO DOMINGO',
] as const;
const joinedSurnames = ['SANTOS-RAMOS', 'LIM-GARCIA', 'REYES-TAN', 'CRUZ-VILLAR'] as const;
const surnamesWithEnye = [
  'PEÑA',
  'MUÑOZ',
  'NUÑEZ',
  'IBAÑEZ',
  'CASTAÑEDA',
  'ZUÑIGA',
  'ORDOÑEZ',
  'QUIÑONES',
  'DELA PEÑA',
  'CARIÑO',
  'BAÑEZ',
  'ESPAÑOLA',
] as const;

/** A name as the registers of the Philippines keep it: the middle name is the mother's surname. */
export type PhilippineName = {
  readonly last: string;
  readonly first: string;
  /** Null for the few who have none; they have a single given name, or nobody could tell the two apart. */
  readonly middle: string | null;
};

/** Of a hundred surnames five have an Ñ: with first, last and middle about 8 % of names. */
function surname(random: Random): string {
  const kind = random.unit();
  if (kind < 0.045) return random.pick(surnamesWithEnye);
  if (kind < 0.225) return random.pick(surnamesWithParticles);
  if (kind < 0.265) return random.pick(joinedSurnames);
  return random.pick(plainSurnames);
}

/** A suffix (JR, III) is part of the surname or of the given name, as offices differ in it. */
export function philippineName(random: Random, isFemale: boolean): PhilippineName {
  const given = random.pick(isFemale ? women : men);
  const [father, mother] = [surname(random), surname(random)];
  const suffix = !isFemale && random.chance(0.12) ? ` ${random.pick(['JR', 'JR.', 'III', 'SR', 'II'])}` : '';
  const isWithSurname = random.chance(0.5);
  const hasMiddle = given.includes(' ') || random.chance(0.95);
  return {
    last: isWithSurname ? father + suffix : father,
    first: isWithSurname ? given : given + suffix,
    middle: hasMiddle ? mother : null,
  };
}

const streets = [
  'MABINI ST.',
  'RIZAL AVE.',
  'SAMPAGUITA ST.',
  'GEN. LUNA ST.',
  'ESPAÑA BLVD.',
  'BONIFACIO ST',
  'KALAYAAN AVENUE',
  'SHAW BLVD',
  'J.P. LAUREL HIGHWAY',
  'LACSON ST.',
  'QUIRINO HIGHWAY',
  'MAGSAYSAY ROAD',
  'NATIONAL ROAD',
] as const;
const quarters = [
  'BRGY. SAN ISIDRO',
  'BRGY. POBLACION',
  'BRGY 174',
  'BARANGAY HOLY SPIRIT',
  'BRGY. STO. NIÑO',
  'BRGY. BAGONG SILANG',
  'BRGY. MALANDAY',
  'BRGY SAN ROQUE',
  'BARANGAY COMMONWEALTH',
  'BRGY. TALON DOS',
] as const;
const estates = [
  'VILLA VERDE SUBD.',
  'GREENLAND VILLAGE',
  'CAMELLA HOMES',
  'SUNRISE HEIGHTS',
  'MARIKINA HEIGHTS',
] as const;
const towns = [
  'QUEZON CITY',
  'CALOOCAN CITY, NCR',
  'CITY OF MANILA, METRO MANILA',
  'PARAÑAQUE CITY',
  'MAKATI CITY 1209',
  'DASMARIÑAS, CAVITE 4114',
  'CALAMBA CITY, LAGUNA',
  'PASIG CITY',
  'GENERAL SANTOS CITY',
  'LIPA CITY, BATANGAS 4217',
  'DAVAO CITY 8000',
  'CEBU CITY',
  'ILOILO CITY, ILOILO',
  'BAGUIO CITY, BENGUET 2600',
  'TAGUIG CITY, METRO MANILA',
  'CAGAYAN DE ORO CITY',
  'SAN FERNANDO, PAMPANGA',
  'ZAMBOANGA CITY',
  'ANGELES CITY',
] as const;

/** One address, its parts with commas between, 25 to 90 characters. */
export function philippineAddress(random: Random): string {
  const town = random.pick(towns);
  const quarter = random.pick(quarters);
  const kind = random.unit();
  if (kind < 0.3) {
    const lot = `BLK ${random.whole(1, 40)} LOT ${random.whole(1, 60)}`;
    const phase = random.chance(0.4) ? ` PH ${random.whole(1, 4)}` : '';
    return `${lot}${phase} ${random.pick(streets)}, ${random.pick(estates)}, ${quarter}, ${town}`;
  }
  if (kind < 0.42) return `PUROK ${random.whole(1, 9)}, ${quarter}, ${town}`;
  if (kind < 0.54) {
    return `UNIT ${random.whole(2, 39)}${random.pick([...'ABCD'])} TOWER ${random.whole(1, 4)}, ${random.whole(1, 99)} ${random.pick(streets)}, ${town}`;
  }
  const house = random.pick([
    `${random.whole(1, 1999)}`,
    `#${random.whole(1, 300)}`,
    `NO. ${random.whole(1, 300)}`,
  ]);
  return `${house} ${random.pick(streets)}, ${quarter}, ${town}`;
}
