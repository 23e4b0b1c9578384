import { nearest } from '../nearest.ts';

/** The 56 ethnic groups of GB/T 3304, as cards print them: without `族`. */
const ethnicGroups = (
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 ' +
  '柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 ' +
  '塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'
).split(' ');

/** One wrong character of two or more: half of the shortest name that still leaves one to go by. */
const mostEditShare = 0.5;

/** The group that a text stands for; null where it is none. A single character has to be read as it is. */
export function ethnicGroupIn(text: string): string | null {
  const bare = text.replace(/[^\p{Script=Han}]/gu, '').replace(/(?<=.)族$/u, '');
  if (ethnicGroups.includes(bare)) return bare;
  if ([...bare].length < 2) return null;
  const longer = ethnicGroups.filter((group) => [...group].length >= 2);
  return nearest(bare, longer, mostEditShare)?.entry ?? null;
}
