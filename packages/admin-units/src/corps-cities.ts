// the cities of the 兵团 by the number of the 师 that is one body with it (师市合一)
const cities = "阿拉尔 铁门关 图木舒克 可克达拉 双河 五家渠 胡杨河 石河子 白杨 北屯 - - 新星 昆玉".split(" ");
const numbers = "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四".split(" ");

const written = /^(?:兵团)?第?(十[一二三四]|[一二三四五六七八九十])师(.{2,4})市(.*)$/;

/** The key without the 师 in front of its own city: 第八师石河子市教育局 is 石河子市教育局. */
export const withoutCorpsDivision = (key: string): string => {
  const [, number = "", city = "", rest = ""] = written.exec(key) ?? [];
  return city !== "" && cities[numbers.indexOf(number)] === city ? `${city}市${rest}` : key;
};
