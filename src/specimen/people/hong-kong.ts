import type { Random } from '../random.ts';

/** Characters, Cantonese reading as Hong Kong spells it, and telegraph code (Unihan, kTaiwanTelegraph). */
type Syllable = readonly [character: string, reading: string, code: string];

const surnames: readonly Syllable[] = [
  ['陳', 'CHAN', '7115'],
  ['李', 'LEE', '2621'],
  ['黃', 'WONG', '7806'],
  ['張', 'CHEUNG', '1728'],
  ['梁', 'LEUNG', '2733'],
  ['林', 'LAM', '2651'],
  ['吳', 'NG', '0702'],
  ['劉', 'LAU', '0491'],
  ['王', 'WONG', '3769'],
  ['鄭', 'CHENG', '6774'],
  ['何', 'HO', '0149'],
  ['楊', 'YEUNG', '2799'],
  ['蔡', 'CHOI', '5591'],
  ['鄧', 'TANG', '6772'],
  ['葉', 'YIP', '5509'],
  ['曾', 'TSANG', '2582'],
  ['馮', 'FUNG', '7458'],
  ['許', 'HUI', '6079'],
  ['謝', 'TSE', '6200'],
  ['蕭', 'SIU', '5618'],
  ['鍾', 'CHUNG', '6945'],
  ['盧', 'LO', '4151'],
  ['潘', 'POON', '3382'],
  ['蘇', 'SO', '5685'],
  ['歐陽', 'AU YEUNG', '2962 7122'],
  ['司徒', 'SZETO', '0674 1778'],
  ['呂', 'LUI', '0712'],
  ['蔣', 'TSEUNG', '5592'],
  ['譚', 'TAM', '6223'],
  ['樂', 'LOK', '2867'],
  ['余', 'YU', '0151'],
  ['朱', 'CHU', '2612'],
  ['胡', 'WU', '5170'],
  ['郭', 'KWOK', '6753'],
  ['方', 'FONG', '2455'],
  ['關', 'KWAN', '7070'],
  ['溫', 'WAN', '3306'],
  ['羅', 'LAW', '5012'],
  ['龐', 'PONG', '1690'],
  ['鄒', 'CHAU', '6760'],
  ['鄺', 'KWONG', '6782'],
  ['簡', 'KAN', '4675'],
];

const givenNames: readonly Syllable[] = [
  ['永', 'Wing', '3057'],
  ['晴', 'Ching', '2532'],
  ['日', 'Yat', '2480'],
  ['朗', 'Long', '2597'],
  ['芯', 'Sum', '5361'],
  ['詠', 'Wing', '6102'],
  ['穎', 'Wing', '4481'],
  ['傑', 'Kit', '0267'],
  ['綺', 'Yee', '4860'],
  ['煒', 'Wai', '3555'],
  ['彥', 'Yin', '1750'],
  ['鈞', 'Kwan', '6874'],
  ['嘉', 'Ka', '0857'],
  ['慧', 'Wai', '1979'],
  ['敏', 'Man', '2404'],
  ['志', 'Chi', '1807'],
  ['明', 'Ming', '2494'],
  ['偉', 'Wai', '0251'],
  ['強', 'Keung', '1730'],
  ['文', 'Man', '2429'],
  ['家', 'Ka', '1367'],
  ['豪', 'Ho', '6275'],
  ['俊', 'Chun', '0193'],
  ['美', 'Mei', '5019'],
  ['玲', 'Ling', '3781'],
  ['淑', 'Shuk', '3219'],
  ['儀', 'Yee', '0308'],
  ['欣', 'Yan', '2946'],
  ['怡', 'Yee', '1837'],
  ['子', 'Tsz', '1311'],
  ['健', 'Kin', '0256'],
  ['華', 'Wah', '5478'],
  ['國', 'Kwok', '0948'],
  ['麗', 'Lai', '7787'],
  ['珍', 'Chun', '3791'],
  ['德', 'Tak', '1795'],
  ['雄', 'Hung', '7160'],
  ['澤', 'Chak', '3419'],
  ['浩', 'Ho', '3185'],
  ['琳', 'Lam', '3829'],
  ['曉', 'Hiu', '2556'],
  ['婷', 'Ting', '1250'],
  ['思', 'Sze', '1835'],
  ['雅', 'Nga', '7161'],
  ['瑋', 'Wai', '3837'],
  ['嫻', 'Han', '8287'],
  ['燊', 'Sun', '8598'],
  ['鋒', 'Fung', '6912'],
  ['龍', 'Lung', '7893'],
  ['權', 'Kuen', '2938'],
  ['樂', 'Lok', '2867'],
  ['謙', 'Him', '6197'],
  ['希', 'Hei', '1585'],
  ['宏', 'Wang', '1347'],
  ['安', 'On', '1344'],
  ['寶', 'Po', '1405'],
  ['珊', 'Shan', '3790'],
  ['心', 'Sum', '1800'],
  ['海', 'Hoi', '3189'],
  ['森', 'Sum', '2773'],
  ['昊', 'Ho', '8513'],
  ['鑫', 'Yam', '9387'],
  ['瑩', 'Ying', '3853'],
  ['靜', 'Ching', '7234'],
  ['貞', 'Ching', '6297'],
  ['鳳', 'Fung', '7685'],
];

const westernSurnames = ['FERNANDES', 'SANTOS', 'SINGH', "O'BRIEN", 'SMITH', 'GURUNG', 'DE SOUZA', 'LOPEZ'];
const westernNames = ['John Andrew', 'Maria', 'Peter', 'Anita Rose', 'Michael', 'Sunita', 'Thomas', 'Grace'];

export type HongKongName = {
  /** Null for people without a Chinese name. */
  readonly chinese: string | null;
  readonly english: string;
  readonly codes: string | null;
};

export function hongKongName(random: Random): HongKongName {
  if (random.chance(0.12)) {
    const english = `${random.pick(westernSurnames)}, ${random.pick(westernNames)}`;
    return { chinese: null, english, codes: null };
  }
  const surname = random.pick(surnames);
  const first = random.pick(givenNames);
  const second = random.pick(givenNames.filter(([character]) => character !== first[0]));
  const given = random.chance(0.15) ? [first] : [first, second];
  const spelled = given.map(([, reading]) => reading).join(' ');
  const western = random.chance(0.2) ? ` ${random.pick(westernNames)}` : '';
  return {
    chinese: surname[0] + given.map(([character]) => character).join(''),
    english: `${surname[1]}, ${spelled}${western}`,
    codes: [surname, ...given].map(([, , code]) => code).join(' '),
  };
}
