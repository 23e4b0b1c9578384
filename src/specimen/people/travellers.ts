/** Names of travellers from several countries, as passports print them, and the country's code (ICAO 9303 part 3 §5). */
export const travellers = [
  {
    code: 'SGP',
    country: 'SINGAPORE',
    surnames: ['TAN', 'LIM', 'WONG', 'NG'],
    given: ['WEI MING', 'HUI LING', 'KAI XIN', 'JUN JIE'],
  },
  {
    code: 'MYS',
    country: 'MALAYSIA',
    surnames: ['BIN ABDULLAH', 'BINTI ISMAIL', 'LEE'],
    given: ['AHMAD FAIZ', 'NUR AISYAH', 'CHEE KEONG'],
  },
  {
    code: 'PHL',
    country: 'PHILIPPINES',
    surnames: ['DELA CRUZ', 'SANTOS', 'REYES', 'MACARAEG'],
    given: ['JUAN CARLOS', 'MARIA LUISA', 'ANGELICA'],
  },
  {
    code: 'IDN',
    country: 'INDONESIA',
    surnames: ['WIJAYA', 'SANTOSO', 'HIDAYAT'],
    given: ['BUDI', 'SITI RAHMA', 'AGUS DWI'],
  },
  {
    code: 'THA',
    country: 'THAILAND',
    surnames: ['SRISUWAN', 'CHAIYAPHUM', 'BOONYOPAKRON'],
    given: ['THANAKIT', 'SUPAPORN', 'ANONG'],
  },
  {
    code: 'VNM',
    country: 'VIET NAM',
    surnames: ['NGUYEN', 'TRAN', 'PHAM'],
    given: ['THI HUONG', 'VAN MINH', 'QUOC BAO'],
  },
  {
    code: 'JPN',
    country: 'JAPAN',
    surnames: ['TANAKA', 'SUZUKI', 'WATANABE'],
    given: ['HARUTO', 'YUI', 'KENJI'],
  },
  {
    code: 'GBR',
    country: 'BRITISH CITIZEN',
    surnames: ['OKONKWO-SMITH', 'EVANS', 'MACKENZIE'],
    given: ['SARAH JANE', 'OLIVER', 'PRIYA'],
  },
  {
    code: 'FRA',
    country: 'FRANCAISE',
    surnames: ['LEFEBVRE', 'DE LA TOUR', 'MARTIN'],
    given: ['CAMILLE', 'JEAN PIERRE', 'AMELIE'],
  },
] as const;

/** Towns that are printed as places of birth. */
export const birthTowns = [
  'SINGAPORE',
  'IPOH',
  'CEBU CITY',
  'BANDUNG',
  'CHIANG MAI',
  'HA NOI',
  'OSAKA',
  'LEEDS',
  'LYON',
] as const;
