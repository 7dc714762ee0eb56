// The main job on the examples: each command is printed as a user would type it, then run on the .xlsx files.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const bin = resolve(root, "apps/cli/dist/taizhang.js");
mkdirSync(resolve(root, "out"), { recursive: true });

const steps = [
  ["一、眉山市2019年就业促进：六个区县和市本级报表，与市级总表核对（数字为公开数）"],
  ["check", "examples/meishan-2019/returns"],
  ["rollup", "examples/meishan-2019/returns", "-o", "out/眉山市2019年汇总.xlsx"],
  ["rollup", "examples/meishan-2019/returns", "--by", "division"],
  ["二、南关区2016年民生行动计划：台账和10月报表（计划为真实文本，完成数为虚构，另有意设错）"],
  ["check", "examples/nanguan-2016/2016-10", "--ledger", "examples/nanguan-2016/台账.xlsx"],
  [
    "rollup",
    "examples/nanguan-2016/2016-10",
    "--ledger",
    "examples/nanguan-2016/台账.xlsx",
    "--by",
    "program",
  ],
  [
    "rollup",
    "examples/nanguan-2016/2016-10",
    "--ledger",
    "examples/nanguan-2016/台账.xlsx",
    "--by",
    "department",
    "-o",
    "out/南关区2016年10月汇总.xlsx",
  ],
];

for (const [first, ...rest] of steps) {
  if (rest.length === 0) {
    console.log(`\n${"=".repeat(100)}\n${first}\n${"=".repeat(100)}`);
    continue;
  }
  console.log(`\n$ taizhang ${[first, ...rest].join(" ")}\n`);
  const { status, error } = spawnSync(process.execPath, [bin, first, ...rest], {
    cwd: root,
    stdio: "inherit",
  });
  if (error) throw error;
  // 1 says that findings of severity A remain, and some are planted; 2 says that something could not be read.
  if (status === 2 || status === null) process.exit(2);
}
