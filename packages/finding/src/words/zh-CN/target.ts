import type { TargetFacts } from "../../facts/target.ts";
import type { WordsOf } from "../../sentences.ts";
import { withMinus } from "../minus.ts";

const fieldOf = {
  task: "任务名称",
  target: "目标值",
  unit: "计量单位",
  deadline: "完成时限",
  lead: "牵头（责任）单位",
} as const;

export const targetZhCN: WordsOf<TargetFacts> = {
  T01: ({ indicator, unit }, ref) =>
    `“${indicator}”是定量任务${unit ? `（计量单位：${unit}）` : ""}，${ref}没有填目标；请填上目标值，上级尚未下达的请填“待下达”。`,
  T02: ({ indicator, says, other }, ref) =>
    other === undefined
      ? `${ref}“${indicator}”的目标方向写的是“${says}”，看不出是越高越好还是越低越好，目前按指标名称判断；请写“≥”“≤”“=”“区间”或“定性”。`
      : `${ref}“${indicator}”的目标一处写“${says}”，一处写“${other}”，看不出是越高越好还是越低越好；请核对后统一写法。`,
  T03: ({ text, from, to }, ref) =>
    `${ref}“${text}”的区间从${from}到${to}，应前小后大；请核对两个数是否写反。`,
  T04: ({ stretch, target, direction, unit }, ref) =>
    `${ref}力争目标${stretch}${unit ?? ""}比目标${target}${unit ?? ""}${direction === "up" ? "低" : "高"}，力争目标应优于目标；请核对这两个数。`,
  T05: ({ kind, value, base, rate, expected }, ref) =>
    kind === "target"
      ? `${ref}的目标是${withMinus(value)}，按上年基数${withMinus(base)}、增幅${withMinus(rate)}%计算约为${withMinus(expected)}；请核对这三个数，增幅按可比价计算的确认即可。`
      : `${ref}的累计是${withMinus(value)}，按上年同期${withMinus(base)}、同比${withMinus(rate)}%计算约为${withMinus(expected)}；请核对这三个数，同比按可比价或调整后基数计算的确认即可。`,
  T06: ({ sum, expected, parts }, ref) =>
    `${ref}的${parts}项权重合计为${sum}，应为${expected}；请核对各项权重。`,
  T07: ({ count, total }) =>
    `这张表有${total}项定性任务，其中${count}项没有写验收标准，年底难以认定是否完成；请补上可核验的标准。`,
  T08: ({ field, found, expected, id, since }, ref) =>
    since === "last"
      ? `${ref}的${fieldOf[field]}现为“${found}”，上期报表里是“${expected}”；请核对，确经批准调整的请在备注里写明批准文号。`
      : `${ref}的${fieldOf[field]}现为“${found}”，下发台账${id ? `（编号${id}）` : ""}里${expected === "" ? "没有填" : `是“${expected}”`}；请改回，确经批准调整的请在备注里写明批准文号。`,
  T09: ({ text }, ref) =>
    `${ref}“${text}”看不出一票否决事项是否发生，考核暂按未发生处理；请写明“是”或“否”，已发生的写明事项。`,
};
