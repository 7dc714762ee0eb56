// What the tests use of vitest, in one process: they are collected once and run again for each mutant.
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from "@vitest/expect";
import { format as pretty } from "@vitest/pretty-format";
import * as chai from "chai";
import { fileSnapshot } from "./snapshots.mjs";

let running = { at: 0, texts: [] };
chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
chai.use(({ Assertion }, utils) => {
  // A snapshot is what the test says without a mutant: that it is right is the ordinary run's matter
  Assertion.addMethod("toMatchSnapshot", function () {
    const text = pretty(utils.flag(this, "object"));
    const at = running.at++;
    if (running.isFirst) running.texts[at] = text;
    else if (running.texts[at] !== text) throw new Error("Not the snapshot");
  });
  Assertion.addMethod("toMatchFileSnapshot", function (file) {
    if (fileSnapshot(running.file, file) !== utils.flag(this, "object")) throw new Error(`Not ${file}`);
  });
});
const expect = (value, message) => chai.expect(value, message);
Object.assign(expect, chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);

const RealDate = Date;
const vi = {
  setConfig: () => undefined,
  useFakeTimers: ({ now }) => {
    globalThis.Date = class extends RealDate {
      constructor(...given) {
        super(...(given.length === 0 ? [now] : given));
      }
      static now = () => now.getTime();
    };
  },
  useRealTimers: () => {
    globalThis.Date = RealDate;
  },
};

/** The cases of `each`: rows of an array are spread, all else is the one argument. */
const rows = (table) => table.map((row) => (Array.isArray(row) ? row : [row]));

/** A harness that a bundle of tests is evaluated with; `tests` holds them by id when that is done. */
export function harness() {
  const tests = new Map();
  const vitestOf = (file) => {
    const path = [];
    let number = 0;
    const test = (name, ...rest) => {
      const run = rest.find((one) => typeof one === "function");
      const id = `${file}#${[...path, name].join(" ")} ${number++}`;
      tests.set(id, { file, run, texts: [] });
    };
    const describe = (name, body) => {
      path.push(name);
      body();
      path.pop();
    };
    test.each = (table) => (name, run) => {
      for (const row of rows(table)) test(name, () => run(...row));
    };
    describe.each = (table) => (name, body) => {
      for (const row of rows(table)) describe(name, () => body(...row));
    };
    return { describe, expect, test, vi };
  };
  return { tests, vitestOf };
}

/** Runs a test; gives the message of its failure. `isFirst` keeps its snapshots, which only a run without a mutant may. */
export async function outcome(test, isFirst = false) {
  running = { at: 0, texts: test.texts, file: test.file, isFirst };
  try {
    await test.run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    vi.useRealTimers();
  }
}
