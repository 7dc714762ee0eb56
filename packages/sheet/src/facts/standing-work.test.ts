import { gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { figuresOf } from "./figures.ts";

const counts = (month: number, task: string, aim: string, deadline: string | null) =>
  rollUp(
    figuresOf([
      recogniseSheet(
        gridOf("表", [
          [`南关区2016年${month}月重点任务进度表`],
          ["填报单位：区住建局"],
          ["序号", "任务名称", "目标任务", "完成时限", "工作进展", "办理状态"],
          [1, task, aim, deadline, "已巡查10次。", "已完成"],
          [2, "编制规划", "完成规划", "2016年12月底", "正在编制。", "正常推进"],
        ]),
        "区住建局.xlsx",
      ),
    ]),
  ).counts[0];

test.each([
  ["市容巡查", "常态化巡查", "全年"],
  ["市容巡查", "开展巡查", "全年持续"],
  ["市容巡查", "开展巡查", "常态化"],
  ["常态化巡查市容", "巡查到位", null],
])("%s、%s、%s：年底以前不算已完成", (task, aim, deadline) => {
  expect(counts(10, task, aim, deadline)).toMatchObject({ total: 2, done: 0, onTrack: 2 });
  expect(counts(12, task, aim, deadline)).toMatchObject({ total: 2, done: 1 });
});

test.each([
  ["市容巡查", "建立常态化巡查机制", "全年"],
  ["市容巡查", "出台常态化巡查办法", "2016年12月底"],
  ["市容巡查", "常态化巡查", "2016年9月底"],
  ["编制导则", "印发实施", "全年"],
])("%s、%s、%s：做完就是已完成", (task, aim, deadline) => {
  expect(counts(10, task, aim, deadline)).toMatchObject({ total: 2, done: 1 });
});
