// Times reading plans beside Microsoft's recogniser, in one run and in turns: `node plan-text.mjs [rounds]`.
// The plans are our own ones with gold, and the real ones of ../../shared/corpus where they are there.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import Recognizers from "@microsoft/recognizers-text-suite";
import { bundled } from "./bundle.mjs";

const rounds = Number(process.argv[2] ?? 5);
const own = new URL("../packages/scenario/plans/", import.meta.url);
const corpus = new URL("../../shared/corpus/", import.meta.url);
const texts = readdirSync(own)
  .filter((name) => !name.endsWith(".md"))
  .map((name) => readFileSync(new URL(`${name}/plan.txt`, own), "utf8"));
if (existsSync(corpus))
  for (const name of readdirSync(corpus).filter((one) => /^\d+\.txt$/.test(one)))
    texts.push(readFileSync(new URL(name, corpus), "utf8"));

const { parsePlan } = await bundled("plan-text");
const culture = Recognizers.Culture.Chinese;

/** The peer finds numbers with units, percentages, money and dates; ours finds the tasks around them too. */
const jobs = {
  Taizhang: (text) => parsePlan(text).plan.items.length,
  "Recognizers-Text 1.3.1": (text) =>
    [
      Recognizers.recognizeNumber,
      Recognizers.recognizePercentage,
      Recognizers.recognizeCurrency,
      Recognizers.recognizeDimension,
      Recognizers.recognizeDateTime,
    ].reduce((sum, recognise) => sum + recognise(text, culture).length, 0),
};

/** The peer is given one plan: it needs seconds for it. Both are judged by characters a second. */
const sets = { Taizhang: texts, "Recognizers-Text 1.3.1": texts.slice(0, 1) };
const lettersOf = (list) => list.reduce((sum, text) => sum + text.length, 0);
const times = Object.fromEntries(Object.keys(jobs).map((name) => [name, []]));
for (let round = -1; round < rounds; round++)
  for (const [name, read] of Object.entries(jobs)) {
    if (round === -1)
      for (let warm = 0; warm < (name === "Taizhang" ? 20 : 0); warm++)
        for (const text of sets[name]) read(text);
    const start = process.cpuUsage(); // processor time: the wall clock of a busy machine is noise
    for (const text of sets[name]) read(text);
    const { user, system } = process.cpuUsage(start);
    if (round >= 0) times[name].push((user + system) / 1000); // the first round warms up
  }

const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
const speedOf = (name) => (lettersOf(sets[name]) / median(times[name])) * 1000;
console.log(`${texts.length} plans, ${lettersOf(texts)} characters, ${rounds} rounds, medians`);
for (const name of Object.keys(jobs))
  console.log(
    `${name.padEnd(24)} ${Math.round(speedOf(name)).toLocaleString("en").padStart(12)} characters/s  ours is ${(speedOf("Taizhang") / speedOf(name)).toFixed(0)} times as fast`,
  );

/** Texts that no office writes: they must end in proportionate time. */
const sentence =
  "1.新建街路9条，10月底前完成，总投资500万元，其中市级200万元、区级300万元。(牵头单位：区住建局；配合单位：各街乡)\n";
const entries = Array.from(
  { length: 100_000 },
  (_, at) => `${at + 1}.新建街路${at % 97}条，10月底前完成，总投资${at % 500}万元。(牵头单位：区住建局)\n`,
).join("");
const hostile = {
  "one entry again and again": sentence.repeat(Math.ceil(5_000_000 / sentence.length)),
  "100,000 entries": entries,
  digits: "9".repeat(1_000_000),
  "opening brackets": "（".repeat(1_000_000),
};
for (const [name, text] of Object.entries(hostile)) {
  const start = process.cpuUsage();
  parsePlan(text);
  const { user, system } = process.cpuUsage(start);
  console.log(
    `${name.padEnd(28)} ${text.length.toLocaleString("en").padStart(10)} characters ${Math.round((user + system) / 1000)} ms`,
  );
}
