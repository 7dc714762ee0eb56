import type { ReasonCode } from "../table.ts";

/** Why a sheet is, or is not, a target sheet, in Chinese. */
export const zhCN: Readonly<Record<ReasonCode, string>> = {
  targets: "这张表有任务或指标的目标，可以检查和汇总。",
  empty: "这张表是空的。",
  noHeader: "没有找到表头；请保留写有“任务名称”“年度目标”等列名的一行。",
  noTargetColumn: "表头中没有目标列，应是统计表或情况表，不参加检查和汇总；如是目标表，请补上“年度目标”列。",
  turned:
    "这张表把目标、完成等项写在各行里（行列转置），每列既有目标又有完成数，不能核对和汇总；请改成每项一列（可用“选择性粘贴—转置”）。",
  noData: "表头是目标表的表头，但还没有填写内容。",
  list: "这张表应是名单或清单，没有任务和目标，不参加检查和汇总。",
  text: "这张表应是文字说明，不是表格，不参加检查和汇总。",
  result: "这张表是台账从别的表算出的结果（汇总、清单或得分），不再参加检查和汇总，以免重复计算。",
  settings: "这张表是台账自己的设置或规则，不是目标表。",
};
