import { describe, expect, test } from "vitest";
import { isAsBefore, saysNothing } from "./empty-text.ts";
import type { TaskFact } from "./facts.ts";
import { followUps } from "./follow-up.ts";
import { rollUp } from "./roll-up.ts";
import { taskLights } from "./task-lights.ts";
import { taskState } from "./task-state.ts";

const task = (more: Partial<TaskFact>): TaskFact => ({
  id: "1",
  title: "修订城市管理办法",
  standing: "own",
  org: "区城管局",
  dims: { department: [{ name: "区城管局" }] },
  kind: "qualitative",
  reported: true,
  ...more,
});

describe("等于没写的话", () => {
  test.each(
    "无 无。 暂无 没有 尚无 —— — - / 、 不涉及 不适用 待补充 待补 待提供 待上传 略 缺 暂无佐证材料 无佐证 没有材料 暂无附件 无进展 暂无新进展 暂无进展情况 无内容 （无） N/A none None. nil TBD"
      .split(" ")
      .concat(["", "  ", "　", "N / A"]),
  )("“%s”", (text) => expect(saysNothing(text)).toBe(true));

  test.each(
    "见附件1 附件 验收单 文件已印发 无障碍坡道12处 没有遗留问题 暂无障碍 无偿献血500人 不涉及的村已剔除 略有增长 空心村整治3个 缺口已补 0 12 12/30 已补充 none_left See_annex".split(
      " ",
    ),
  )("“%s”是写了的", (text) => expect(saysNothing(text.replace("_", " "))).toBe(false));

  test.each("同上月 同上 与上月相同 与上月一致。 无变化 unchanged".split(" "))("“%s”是照抄", (text) =>
    expect(isAsBefore(text)).toBe(true),
  );
});

describe("没有佐证、没有进展，就不是完成，也不是绿灯", () => {
  const october = { period: "2016-10" };
  test.each(["无", "—", "/", "不涉及", "待补充", " ", "暂无佐证材料"])("已完成，佐证“%s”", (evidence) => {
    const { state, light, reason } = taskState(task({ statusText: "已完成", evidence }), [], october);
    expect([state, light, reason]).toEqual(["behind", "yellow", "doneWithoutEvidence"]);
  });
  test.each(["无", "—", "/", "暂无", "无进展"])("进展“%s”", (progressText) => {
    const { state, light, reason } = taskState(task({ progressText }), [], october);
    expect([state, light, reason]).toEqual(["behind", "yellow", "noText"]);
  });
  test("进展“同上月”是照抄", () => {
    const { state, light, reason } = taskState(task({ progressText: "同上月" }), [], october);
    expect([state, light, reason]).toEqual(["behind", "yellow", "sameText"]);
  });
});

/** 黄灯、红灯都是滞后：个数、灯、督办清单说的是一回事。 */
test.each<[string, Partial<TaskFact>]>([
  ["写了已完成而佐证空着", { statusText: "已完成", evidence: "" }],
  ["写了正常推进而进展空着", { statusText: "正常推进", progressText: "" }],
  ["进展照抄", { statusText: "正常推进", progressText: "同上月" }],
  ["写了滞后", { statusText: "滞后", progressText: "正在征地" }],
])("连续两月%s：滞后一件，黄灯一盏，督办一件", (_, more) => {
  const figures = {
    tasks: ["2016-09", "2016-10"].map((period) => task({ period, ...more })),
    targets: [],
    observations: [],
  };
  const options = { period: "2016-10" };
  expect(rollUp(figures, options).counts[0]).toMatchObject({ total: 1, behind: 1, onTrack: 0 });
  expect(taskLights(figures, options).lights).toEqual({ yellow: 1 });
  expect(followUps(figures, options).map(({ reason }) => reason)).toEqual(["twoMonths"]);
});
