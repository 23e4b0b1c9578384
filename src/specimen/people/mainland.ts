import type { Random } from '../random.ts';

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
  '欧阳',
  '上官',
];
const ofMen = [...'伟强军勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅磊洋龙亮建国志文博毅'];
const ofWomen = [...'芳娜敏静丽艳娟霞秀燕玲桂英丹萍红玉兰莉雪梅洁云颖琳晶倩媛薇璐婷怡欣慧蓉'];

/** Two to four characters. */
export function mainlandName(random: Random, isFemale: boolean): string {
  const given = isFemale ? ofWomen : ofMen;
  const first = random.pick(given);
  return random.pick(surnames) + first + (random.chance(0.7) ? random.pick(given) : '');
}

/** Most are Han; the names of the others have one to four characters. */
const otherGroups = ['回', '满', '壮', '苗', '土家', '蒙古', '维吾尔', '朝鲜', '彝', '藏', '布依', '达斡尔'];

export function ethnicGroup(random: Random): string {
  return random.chance(0.7) ? '汉' : random.pick(otherGroups);
}

export type MainlandPlace = {
  /** First six digits of the number (GB/T 2260). */
  readonly code: string;
  /** As an address begins. */
  readonly area: string;
  /** As the name of the issuing office begins. */
  readonly office: string;
};

const place = (code: string, area: string, office: string): MainlandPlace => ({ code, area, office });

const places = [
  place('110105', '北京市朝阳区', '北京市公安局朝阳分局'),
  place('310104', '上海市徐汇区', '上海市公安局徐汇分局'),
  place('440305', '广东省深圳市南山区', '深圳市公安局南山分局'),
  place('510107', '四川省成都市武侯区', '成都市公安局武侯分局'),
  place('330106', '浙江省杭州市西湖区', '杭州市公安局西湖分局'),
  place('420106', '湖北省武汉市武昌区', '武汉市公安局武昌分局'),
  place('610113', '陕西省西安市雁塔区', '西安市公安局雁塔分局'),
  place('210102', '辽宁省沈阳市和平区', '沈阳市公安局和平分局'),
  place('430104', '湖南省长沙市岳麓区', '长沙市公安局岳麓分局'),
  place('350203', '福建省厦门市思明区', '厦门市公安局思明分局'),
  place('411681', '河南省项城市', '项城市公安局'),
  place('371312', '山东省临沂市河东区', '临沂市公安局河东分局'),
  place('450103', '广西南宁市青秀区', '南宁市公安局青秀分局'),
  place('650102', '乌鲁木齐市天山区', '乌鲁木齐市公安局天山区分局'),
] as const;

export function mainlandPlace(random: Random): MainlandPlace {
  return random.pick(places);
}

const roads = ['建设路', '人民南路', '解放大道', '科技园路', '和平西街', '新华路', '学院路', '文化东路'];
const villages = ['王家村', '李庄', '新河村', '大石桥村', '东沟村'];

/** What follows the area: a flat in a town, or a house in a village. */
export function mainlandStreet(random: Random): string {
  if (random.chance(0.25)) {
    return `${random.pick(['城关镇', '河口镇', '双河乡'])}${random.pick(villages)}${random.whole(1, 12)}组${random.whole(1, 99)}号`;
  }
  const flat = random.chance(0.7)
    ? `${random.whole(1, 28)}号楼${random.whole(1, 6)}单元${random.whole(1, 28)}0${random.whole(1, 4)}号`
    : '';
  return `${random.pick(roads)}${random.whole(1, 388)}号${flat}`;
}
