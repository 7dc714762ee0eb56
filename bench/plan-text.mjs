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

const letters = texts.reduce((sum, text) => sum + text.length, 0);
const times = Object.fromEntries(Object.keys(jobs).map((name) => [name, []]));
for (let round = -1; round < rounds; round++)
  for (const [name, read] of Object.entries(jobs)) {
    const start = performance.now();
    for (const text of texts) read(text);
    if (round >= 0) times[name].push(performance.now() - start); // the first round warms up
  }

const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
const ours = median(times.Taizhang);
console.log(`${texts.length} plans, ${letters} characters, ${rounds} rounds, medians`);
for (const [name, list] of Object.entries(times)) {
  const time = median(list);
  console.log(
    `${name.padEnd(24)} ${time.toFixed(0).padStart(7)} ms ${Math.round((letters / time) * 1000)
      .toLocaleString("en")
      .padStart(12)} characters/s ${(time / ours).toFixed(1).padStart(7)} times ours`,
  );
}
