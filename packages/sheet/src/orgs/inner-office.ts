import { textOf, valueAt } from "@taizhang/grid";
import type { Table } from "../table.ts";

/** A body that is no government and has offices of its own. */
const institution =
  /学校|[大中小]学|学院|党校|[技职]校|幼儿园|附[中小]|[一二三四五六七八九十]中(?!全会|心|期|央|国)|医院|卫生院|保健院|公司|集团|研究[院所]|出版社|博物馆|图书馆/;
/** 区总务处 or 城东街道综治办 are bodies of a government. */
const office =
  /^(?![省市区县旗镇乡])(?!.*(?:街道|[市县区镇乡旗](?=.)))[\u4e00-\u9fff、（()）]{1,12}(?:处|科|室|部|办|中心|组|团委|工会|党委|总支|支部|年级|学部|教务|总务)$/;
/** Rows above the header that may hold a title. */
const titleRows = 6;

/** True for the sheet of a school, hospital or company: whom its title, reporter, own name or file names (企事业单位的表). */
export function isOfInstitution({ grid, file, org, range }: Table): boolean {
  const texts = [org?.name ?? "", grid.name, file.replace(/^.*[/\\]/, "")];
  for (let row = Math.max(0, range.top - titleRows); row < range.top; row++)
    for (let column = range.left; column <= range.right; column++)
      texts.push(textOf(valueAt(grid, row, column)));
  return texts.some((text) => text.length < 60 && institution.test(text));
}

/** True for what an office within one body is called, with no place before it: 总务处, 护理部, 党政办 (内设机构). */
export const isInnerOffice = (name: string): boolean => office.test(name);
