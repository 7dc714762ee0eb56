import { finding } from "@taizhang/finding";
import type { Entry } from "../entry.ts";
import { hasTallMerges } from "../read/merged-figure.ts";
import { changedSinceLast } from "./changed-since-last.ts";
import { approved, type Change, figureChanges, isFigureKept, isKept } from "./figure-changes.ts";
import { isOtherDay } from "./other-day.ts";
import { ownersIn } from "./owners-in.ts";
import type { Rule } from "./rule.ts";
import { type Counterpart, counterparts } from "./same-row.ts";
import { type TableView, textIn, valueIn } from "./subject.ts";
import { textKey } from "./text-key.ts";

/**
 * T08 受控内容被改: task, target, unit, deadline or lead of a returned row differ from the ledger, and no approval is
 * noted. Another way of writing the same amount, date or name is no change. Without a ledger a target of the year that is
 * another than in last month's return is to be explained: B.
 */
export const assignedChanged: Rule = {
  code: "T08",
  *check(subject) {
    const { tables, ledger } = subject;
    if (ledger.length === 0) {
      yield* changedSinceLast(subject);
      return;
    }
    const assigned = counterparts(ledger);
    for (const view of tables) {
      if (view.table.role === "ledger" && !view.data.some(({ id }) => id)) continue;
      const isMerged = hasTallMerges(view.table);
      const mayApprove = (entry: Entry) => isMerged || valueIn(view, entry, "note") !== null;
      for (const entry of view.data) {
        const found = assigned(entry);
        if (
          !found ||
          isKeptWhole(view, entry, found) ||
          (mayApprove(entry) && approved.test(textIn(entry, "note")))
        )
          continue;
        // One of several who share the row has a target of its own.
        const owner = ownersIn(subject).ownerOf(entry);
        const isShare = owner?.of !== undefined && !owner.isOther;
        for (const change of changesOf(view, entry, found.view, found.entry, found.by)) {
          if (isShare && change.field === "target") continue;
          const [cell, other] = [entry.cells.get(change.field), found.entry.cells.get(change.field)];
          if (!cell || cell.carried) continue;
          yield finding("T08", { ...change, ...(entry.id ? { id: entry.id } : {}) }, [cell.at], {
            related: other ? [other.at] : [],
          });
        }
      }
    }
  },
  examples: [
    {
      title: "没有台账，目标与上月报表的不同",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1200, 1255, "区人社局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      last: {
        rows: [
          ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
          ["城镇新增就业", "人", 1300, 1155, "区人社局"],
          ["残疾人就业", "人", 220, 170, "区残联"],
        ],
      },
      finds: [{ ref: "C2", severity: "B" }],
    },
    {
      title: "没有台账，目标的改动写明了批准文号",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位", "备注"],
        ["城镇新增就业", "人", 1200, 1255, "区人社局", "经批准调整，南政发〔2016〕9号"],
        ["残疾人就业", "人", 220, 180, "区残联", ""],
      ],
      last: {
        rows: [
          ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位", "备注"],
          ["城镇新增就业", "人", 1300, 1155, "区人社局", ""],
          ["残疾人就业", "人", 220, 170, "区残联", ""],
        ],
      },
      finds: [],
    },
    {
      title: "没有台账，各月的目标本来就不同",
      rows: [
        ["任务名称", "计量单位", "10月目标", "本月完成", "责任单位"],
        ["城镇新增就业", "人", 120, 125, "区人社局"],
        ["残疾人就业", "人", 20, 18, "区残联"],
      ],
      last: {
        rows: [
          ["任务名称", "计量单位", "9月目标", "本月完成", "责任单位"],
          ["城镇新增就业", "人", 130, 115, "区人社局"],
          ["残疾人就业", "人", 22, 17, "区残联"],
        ],
      },
      finds: [],
    },
    {
      title: "目标被改小",
      rows: [
        ["台账编号", "任务名称", "计量单位", "年度目标", "累计完成"],
        ["NG-001", "城镇新增就业", "人", 1200, 1255],
        ["NG-002", "失业人员再就业", "人", 400, 380],
      ],
      ledger: {
        rows: [
          ["台账编号", "任务名称", "计量单位", "年度目标", "牵头单位"],
          ["NG-001", "城镇新增就业", "人", 1300, "区人社局"],
          ["NG-002", "失业人员再就业", "人", 400, "区人社局"],
        ],
      },
      finds: [{ ref: "D2" }],
    },
    {
      title: "时限被推后",
      rows: [
        ["台账编号", "任务名称", "计量单位", "年度目标", "累计完成", "完成时限"],
        ["NG-001", "新建公厕", "座", 5, 3, "2016年12月"],
        ["NG-002", "失业人员再就业", "人", 400, 380, "2016年12月底前"],
      ],
      ledger: {
        rows: [
          ["台账编号", "任务名称", "计量单位", "年度目标", "牵头单位", "完成时限"],
          ["NG-001", "新建公厕", "座", 5, "区城管局", "2016年10月"],
          ["NG-002", "失业人员再就业", "人", 400, "区人社局", "2016年12月"],
        ],
      },
      finds: [{ ref: "F2" }],
    },
    {
      title: "单位被换",
      rows: [
        ["台账编号", "任务名称", "计量单位", "年度目标", "累计完成"],
        ["NG-001", "职业培训", "人次", 300, 280],
        ["NG-002", "失业人员再就业", "人", 400, 380],
      ],
      ledger: {
        rows: [
          ["台账编号", "任务名称", "计量单位", "年度目标", "牵头单位"],
          ["NG-001", "职业培训", "人", 300, "区人社局"],
          ["NG-002", "失业人员再就业", "人", 400, "区人社局"],
        ],
      },
      finds: [{ ref: "C2" }],
    },
    {
      title: "数没有动，单位换成了万人",
      rows: [
        ["台账编号", "任务名称", "计量单位", "年度目标", "累计完成"],
        ["NG-001", "城镇新增就业", "万人", 1300, 1255],
        ["NG-002", "失业人员再就业", "人", 400, 380],
      ],
      ledger: {
        rows: [
          ["台账编号", "任务名称", "计量单位", "年度目标", "牵头单位"],
          ["NG-001", "城镇新增就业", "人", 1300, "区人社局"],
          ["NG-002", "失业人员再就业", "人", 400, "区人社局"],
        ],
      },
      finds: [{ ref: "C2" }],
    },
    {
      title: "任务名称添了字，目标也改小了",
      rows: [
        ["台账编号", "任务名称", "计量单位", "年度目标", "累计完成"],
        ["NG-001", "全区城镇新增就业", "人", 1200, 1255],
        ["NG-002", "失业人员再就业", "人", 400, 380],
      ],
      ledger: {
        rows: [
          ["台账编号", "任务名称", "计量单位", "年度目标", "牵头单位"],
          ["NG-001", "城镇新增就业", "人", 1300, "区人社局"],
          ["NG-002", "失业人员再就业", "人", 400, "区人社局"],
        ],
      },
      finds: [{ ref: "D2" }],
    },
    {
      title: "换一种写法，数没有变",
      rows: [
        ["台账编号", "任务名称", "计量单位", "年度目标", "累计完成", "完成时限"],
        ["NG-001", "城镇新增就业", "万人", 0.13, 0.1255, "12月底前"],
        ["NG-002", "失业人员再就业", "人", "400人", 380, "2016年底"],
      ],
      ledger: {
        name: "2016年台账",
        rows: [
          ["台账编号", "任务名称", "计量单位", "年度目标", "牵头单位", "完成时限"],
          ["NG-001", "城镇新增就业", "人", 1300, "区人社局", "2016年12月"],
          ["NG-002", "失业人员再就业", "人", 400, "区人社局", "2016年12月"],
        ],
      },
      finds: [],
    },
    {
      title: "备注写明批准文号",
      rows: [
        ["台账编号", "任务名称", "计量单位", "年度目标", "累计完成", "备注"],
        ["NG-001", "城镇新增就业", "人", 1200, 1255, "经区政府批准调整（南府〔2016〕12号）"],
        ["NG-002", "失业人员再就业", "人", 400, 380, ""],
      ],
      ledger: {
        rows: [
          ["台账编号", "任务名称", "计量单位", "年度目标", "牵头单位"],
          ["NG-001", "城镇新增就业", "人", 1300, "区人社局"],
          ["NG-002", "失业人员再就业", "人", 400, "区人社局"],
        ],
      },
      finds: [],
    },
    {
      title: "台账里没有目标的定性任务，报表里添了目标",
      rows: [
        ["台账编号", "任务名称", "计量单位", "年度目标", "累计完成"],
        ["NG-001", "社区服务中心规范运行", "个", 99, 1],
        ["NG-002", "失业人员再就业", "人", 400, 380],
      ],
      ledger: {
        rows: [
          ["台账编号", "任务名称", "计量单位", "年度目标", "牵头单位"],
          ["NG-001", "社区服务中心规范运行", "", "", "区民政局"],
          ["NG-002", "失业人员再就业", "人", 400, "区人社局"],
        ],
      },
      finds: [{ ref: "D2" }],
    },
  ],
};

function* changesOf(
  view: TableView,
  entry: Entry,
  ledgerView: TableView,
  assigned: Entry,
  by: "id" | "text",
): Generator<Change> {
  const texts = (field: Change["field"]): [string, string] => [textIn(entry, field), textIn(assigned, field)];
  // An id on another task is a slipped id: S09.
  if (by === "id" && !isNamedAlike(entry, assigned)) return;
  const found: Counterpart = { view: ledgerView, entry: assigned, by };
  if (!isFigureKept(view, entry, found) || !isKept(view, entry, found, "unit"))
    yield* figureChanges(entry, assigned);
  if (
    view.has("deadline") &&
    ledgerView.has("deadline") &&
    isOtherDay(view, entry.cells.get("deadline"), ledgerView, assigned.cells.get("deadline"))
  ) {
    const [found, expected] = texts("deadline");
    yield { field: "deadline", found, expected };
  }
  if (isKept(view, entry, found, "lead")) return;
  const [lead, oldLead] = texts("lead");
  if (lead && oldLead && bareOrg(lead) !== bareOrg(oldLead))
    yield { field: "lead", found: lead, expected: oldLead };
}

/** Most rows, seen without a look at their cells: they say what the ledger's say. */
const isKeptWhole = (view: TableView, entry: Entry, other: Counterpart): boolean =>
  isFigureKept(view, entry, other) &&
  isKept(view, entry, other, "unit") &&
  isKeptDay(view, entry, other) &&
  isKept(view, entry, other, "lead");

/** The same words, read in the same year. */
const isKeptDay = (view: TableView, entry: Entry, other: Counterpart): boolean =>
  !view.has("deadline") ||
  !other.view.has("deadline") ||
  (isKept(view, entry, other, "deadline") &&
    typeof valueIn(view, entry, "deadline") === "string" &&
    (other.view.year ?? view.year) === view.year);

/** The row bears the ledger's task, or part of its name, or its indicator. */
function isNamedAlike(entry: Entry, assigned: Entry): boolean {
  const [task, sent] = [textKey(entry.task), textKey(assigned.task)];
  if (task === sent || (task.length >= 2 && sent.includes(task)) || (sent.length >= 2 && task.includes(sent)))
    return true;
  const indicator = textKey(entry.indicator);
  return indicator !== "" && indicator !== task && indicator === textKey(assigned.indicator);
}

/** 区人社局 and 人社局 are one. */
const bareOrg = (text: string): string => textKey(text).replace(/^[省市区县旗州]/, "");
