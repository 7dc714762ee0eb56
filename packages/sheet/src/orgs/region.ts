import { textOf, valueAt } from "@taizhang/grid";
import type { Field } from "../field.ts";
import type { Table } from "../table.ts";
import { isListedDivision, isTownName, namesDivision, wholeDivision } from "./division-name.ts";
import { branchInOrder } from "./sub-bureau.ts";

const division =
  /^(?:关于)?(?:\d{4}年(?:度)?)?([\p{Script=Han}]{1,12}?(?:自治区|自治州|自治县|省|市|州|盟|区|县|旗|街道|镇|乡|苏木))/u;
/**
 * The division whose sheet it is, as far as the sheet says it (所属地区): before the name of the reporting org, else at
 * the head of the title, of the sheet's name or of the file's name. 甲县2024年8月进度表 is of 甲县; 全市… is of none.
 */
export function regionOf(table: Table): string | undefined {
  if (known.has(table)) return known.get(table);
  const region = readRegion(table);
  known.set(table, region);
  return region;
}

const known = new WeakMap<Table, string | undefined>();

const has = ({ columns }: Table, field: Field): boolean => columns.some((column) => column.field === field);

function readRegion(table: Table): string | undefined {
  const { grid, file, headerRows, org } = table;
  const base = (file.split(/[\\/]/).at(-1) ?? file)
    .replace(/\.[A-Za-z]{2,5}$/, "")
    .replace(/^(?:[\d\s._()（）-]+(?:年度?|月份?|日)?)+/, "");
  // A street's sheet that names departments beside itself is about those of its district.
  const own = org && !(isTownName(org.name) && has(table, "lead") && has(table, "division")) ? org.name : "";
  for (const text of [branchInOrder(own), ...titles(table, headerRows[0]), grid.name]) {
    const found = divisionAtHead(text);
    if (found !== undefined) return found;
  }
  const found = divisionAtHead(base);
  // 报送区民政局.xlsx, 最终版县教育局.xlsx: before an org any words may stand.
  const isSaid = found !== undefined && (base === found || isTownName(found) || isListedDivision(found));
  return isSaid ? found : undefined;
}

function titles({ grid }: Table, below: number): string[] {
  const texts: string[] = [];
  for (let row = Math.max(0, below - 12); row < below; row += 1)
    for (let column = 0; column < Math.min(grid.rows[row]?.length ?? 0, 40); column += 1) {
      const text = textOf(valueAt(grid, row, column)).trim();
      if (text !== "" && text.length <= 80) texts.push(text);
    }
  return texts;
}

/** The lowest division of a chain at the head of a text: 某市甲县2024年 → 甲县. */
function divisionAtHead(text: string): string | undefined {
  let rest = text
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/^(?:填报|报送|上报|填表)(?:单位|部门)(?:\([^)]*\))?:?/, "");
  let found: string | undefined;
  for (let step = 0; step < 4; step += 1) {
    const read = division.exec(rest)?.[1];
    const name = read && wholeDivision(read, rest.slice(rest.indexOf(read)));
    if (name === undefined || !namesDivision(name)) break;
    found = name;
    rest = rest.slice(rest.indexOf(name) + name.length);
  }
  return found;
}
