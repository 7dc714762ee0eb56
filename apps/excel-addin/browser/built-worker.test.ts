import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, inject, test } from "vitest";
import type { CheckAnswer, FromWorker, ToWorker } from "../src/engine/protocol.ts";

const assets = resolve(inject("pages"), "addin", "assets");
const scope = globalThis as unknown as {
  onmessage?: (event: { readonly data: ToWorker }) => void;
  postMessage?: (message: FromWorker) => void;
};

const plan = [
  ["任务名称", "指标名称", "计量单位", "年度目标", "本年累计完成", "牵头单位", "责任人"],
  ["扩大就业", "城镇新增就业", "人", 1000, 400, "区人社局", "张三"],
  ["修路", "农村公路新改建里程", "公里", 30, 12, "区交通局", null],
];
const rules = [
  ["编号", "条件", "说明", "级别", "指向的列", "启用"],
  ["R1", '!blank(row["责任人"])', "责任人要写上", "B", "责任人", "是"],
];

test("the worker as it is shipped reads its packed tables and loads a team's own rules when there are some", async () => {
  const file = readdirSync(assets).find((name) => /^worker-[\w-]{8}\.js$/.test(name)) ?? "";
  const told: FromWorker[] = [];
  scope.postMessage = (message) => told.push(message);
  await import(/* @vite-ignore */ pathToFileURL(resolve(assets, file)).href);
  const send = (data: ToWorker) => scope.onmessage?.({ data });
  const read = (sheet: string, rows: readonly (readonly (string | number | null)[])[]) =>
    send({
      kind: "part",
      part: {
        sheet,
        rows: rows.map((row) => [...row]),
        top: 0,
        formulas: [],
        formats: [],
        last: true,
        frame: { merges: [], visibility: "visible", hiddenColumns: [] },
      },
    });
  const checked = async (id: number, order: readonly string[]): Promise<CheckAnswer> => {
    send({ kind: "call", id, name: "check", ask: { file: "南关区2016年.xlsx", order, read: [] } });
    const answer = await expect
      .poll(() => told.find((one) => "id" in one && one.id === id && one.kind !== "progress"), {
        timeout: 20_000,
      })
      .toMatchObject({ kind: "answer" })
      .then(() => told.find((one) => one.kind === "answer" && one.id === id));
    return (answer as { answer: CheckAnswer }).answer;
  };
  read("2016年", plan);
  const plain = await checked(1, ["2016年"]);
  expect(plain.cards[0]).toMatchObject({ sheet: "2016年", org: "南关区" });
  expect(plain.findings.map(({ code }) => code)).not.toContain("U01"); // the table of departments came through
  read("台账规则", rules);
  const ruled = await checked(2, ["2016年", "台账规则"]);
  expect(ruled.findings).toContainEqual(
    expect.objectContaining({ code: "R01", at: [expect.objectContaining({ ref: "G3" })] }),
  );
});
