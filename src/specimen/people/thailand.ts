import type { Random } from '../random.ts';

type Spelled = readonly [thai: string, english: string];

const men: readonly Spelled[] = [
  ['ธนกฤต', 'Thanakit'],
  ['สมชาย', 'Somchai'],
  ['ณัฐพล', 'Nattapol'],
  ['วิชัย', 'Wichai'],
  ['กิตติพงษ์', 'Kittipong'],
  ['อนุชา', 'Anucha'],
];
const women: readonly Spelled[] = [
  ['สุภาพร', 'Supaporn'],
  ['อนงค์', 'Anong'],
  ['พิมพ์ชนก', 'Pimchanok'],
  ['รัตนา', 'Rattana'],
  ['ศิริพร', 'Siriporn'],
  ['มาลี', 'Malee'],
];
const families: readonly Spelled[] = [
  ['บุญโญปกรณ์', 'Boonyopakron'],
  ['ศรีสุวรรณ', 'Srisuwan'],
  ['ชัยภูมิ', 'Chaiyaphum'],
  ['ทองดี', 'Thongdee'],
  ['แก้วมณี', 'Kaewmanee'],
  ['วงศ์ใหญ่', 'Wongyai'],
  ['จันทร์เพ็ญ', 'Chanpen'],
  ['รุ่งเรือง', 'Rungruang'],
];

export type ThaiPerson = {
  readonly thai: string;
  /** With the title: `Mr. Thanakit`. */
  readonly first: string;
  readonly last: string;
};

export function thaiPerson(random: Random, isFemale: boolean): ThaiPerson {
  const [thaiFirst, first] = random.pick(isFemale ? women : men);
  const [thaiLast, last] = random.pick(families);
  const [thaiTitle, title] = isFemale
    ? random.pick([
        ['น.ส.', 'Miss'],
        ['นาง', 'Mrs.'],
      ] as const)
    : (['นาย', 'Mr.'] as const);
  return { thai: `${thaiTitle} ${thaiFirst} ${thaiLast}`, first: `${title} ${first}`, last };
}

const places = [
  ['ต.บางคูรัด', 'อ.บางบัวทอง จ.นนทบุรี'],
  ['ต.สุเทพ', 'อ.เมืองเชียงใหม่ จ.เชียงใหม่'],
  ['ต.ในเมือง', 'อ.เมืองขอนแก่น จ.ขอนแก่น'],
  ['แขวงลาดยาว', 'เขตจตุจักร กรุงเทพมหานคร'],
  ['ต.ป่าตอง', 'อ.กะทู้ จ.ภูเก็ต'],
] as const;

/** The two printed rows of an address. */
export function thaiAddress(random: Random): readonly [string, string] {
  const [district, rest] = random.pick(places);
  return [`${random.whole(1, 299)}/${random.whole(1, 99)} หมู่ที่ ${random.whole(1, 12)} ${district}`, rest];
}
