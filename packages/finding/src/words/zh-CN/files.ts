import type { FileFacts } from "../../facts/files.ts";
import type { WordsOf } from "../../sentences.ts";
import { isCsv, isCut, tooMuchOf } from "../unreadable.ts";

const cells = (count: number): string => (count > 1 ? `等${count}格` : "");
const errorOf = new Map([
  ["#DIV/0!", "除数是0或空白"],
  ["#REF!", "引用的单元格已不存在"],
  ["#NAME?", "公式里有认不出的名称"],
  ["#VALUE!", "公式里混入了文字"],
  ["#N/A", "没有查到对应的值"],
  ["#NUM!", "数值超出了可计算的范围"],
  ["#NULL!", "引用的区域没有交集"],
]);

const tooMuch = {
  cells: "单元格太多",
  formulas: "公式太多",
  merges: "合并单元格太多",
  sheets: "工作表太多",
  parts: "里面的部分太多",
  bytes: "字节数太多",
} as const;

export const filesZhCN: WordsOf<FileFacts> = {
  F01: ({ kind, detail }) =>
    ({
      legacy: "这是旧格式文件（.xls或.et），请在Excel或WPS里另存为.xlsx后再用。",
      encrypted: "文件设有密码，无法打开；请去掉密码另存一份后再用。",
      notWorkbook: isCsv(detail)
        ? "这是文本格式的表格（.csv），没有读取；请用Excel或WPS打开，核对编号、长数字没有走样，另存为.xlsx后再用。"
        : "这不是Excel工作簿（.xlsx），可能是其他格式的文件改了扩展名；请用Excel或WPS打开，另存为.xlsx后再用，打不开的请向填报单位重新要一份。",
      damaged: `文件已损坏，${isCut(detail) ? "多半没有传完整" : "里面的内容读不出来"}；请向填报单位重新要一份。`,
      tooLarge: `文件过大（${tooMuch[tooMuchOf(detail)]}），已停止读取；请删去多余的行列或工作表后再用。`,
    })[kind],
  F02: ({ formula, count }, ref) =>
    `${ref}${cells(count)}的公式“=${formula}”还没有计算结果，汇总时没有数可用；请在Excel或WPS里打开、计算并保存后再报。`,
  F03: ({ error, count }, ref) => {
    const why = errorOf.get(error);
    return `${ref}${cells(count)}显示错误值${error}${why ? `（${why}）` : ""}，汇总时没有数可用；请改正公式，或直接填写数字。`;
  },
  F04: ({ rows, columns, sheet }) =>
    sheet
      ? "这张工作表是隐藏的，其中的数字也可能计入汇总；如不应计入，请删去或移出这个工作簿。"
      : `表中有隐藏的${[rows ? `第${rows}行` : "", columns ? `${columns}列` : ""].filter(Boolean).join("和").replaceAll("–", "—")}，其中的数字照常计入；如不应计入，请删去或移出本表。`,
  F05: ({ text }, ref) =>
    `${ref}有涉密标志“${text}”，涉密内容不得在非涉密计算机和网络上处理；请先停下核实，按保密规定办理。`,
};
