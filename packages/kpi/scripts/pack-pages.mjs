// Copies the pages of the formulas into the package before it is packed, so that who has installed it can read them.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

const folder = resolve(import.meta.dirname, "..");
const from = resolve(folder, "../../docs/formulas");
const to = resolve(folder, "docs/formulas");
/** What tests found is for who works on the package. */
const own = "mutation.md";
rmSync(to, { recursive: true, force: true });
mkdirSync(to, { recursive: true });
for (const name of readdirSync(from)) if (name !== own) cpSync(resolve(from, name), resolve(to, name));
const index = readFileSync(resolve(from, "README.md"), "utf8");
const lines = index.split("\n").filter((line) => !line.includes(own));
writeFileSync(resolve(to, "README.md"), `${lines.join("\n").trimEnd()}\n`);
