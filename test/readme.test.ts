import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { run } from "../apps/cli/src/program.ts";

const root = resolve(import.meta.dirname, "..");
const block = /```text\n\$ taizhang (.+)\n[^`]*```/g;

/** What a README shows is what the command prints; with TAIZHANG_UPDATE=1 it is written anew. */
test.each(["README.md", "README.zh-CN.md"])("%s shows real output", async (name) => {
  const file = resolve(root, name);
  const before = readFileSync(file, "utf8");
  let after = before;
  for (const [whole, line = ""] of before.matchAll(block)) {
    const out: string[] = [];
    await run(line.split(" "), {
      out: (text) => out.push(text),
      err: (text) => out.push(text),
      isTerminal: false,
    });
    after = after.replace(whole, () => `\`\`\`text\n$ taizhang ${line}\n\n${out.join("\n")}\n\`\`\``);
  }
  if (process.env.TAIZHANG_UPDATE === "1") writeFileSync(file, after);
  else expect(before).toBe(after);
});
