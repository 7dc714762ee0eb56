import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const folder = fileURLToPath(new URL("../../packages/sheet/src/team-rules/", import.meta.url));
const rules = /[\\/]team-rules[\\/](?:run-team-rules|team-rules-by-file)\.ts$/;
const loader = /^\.\/team-rules\.ts$/;

const late = "\0taizhang:late-team-rules";
const whole = "\0taizhang:team-rules";

const codes = new Map([
  [
    whole,
    ["run-team-rules.ts", "team-rules-by-file.ts"]
      .map((file) => `export * from ${JSON.stringify(folder + file)};`)
      .join("\n"),
  ],
  [
    late,
    `import { rulesSheetName } from ${JSON.stringify(`${folder}rules-sheet-name.ts`)};
let loaded;
export const loadTeamRules = async () => { loaded ??= await import(${JSON.stringify(whole)}); };
export function* teamFindings(subject) { if (loaded) yield* loaded.teamFindings(subject); }
export const teamRulesByFile = (readings, given) => {
  if (loaded) return loaded.teamRulesByFile(readings, given);
  if ([...readings, ...(given.ledger ?? [])].some(({ grid }) => grid.name.trim() === rulesSheetName))
    throw new Error("the rules are not loaded yet");
  return { teamRulesOf: () => [], findings: [] };
};`,
  ],
]);

/** In the worker, a team's own rules and their language are a part of their own that few workbooks need. */
export const lateRuleLanguage = (): Plugin => ({
  name: "taizhang:late-rule-language",
  apply: "build",
  enforce: "pre",
  resolveId: (source, importer) => {
    if (codes.has(source)) return source;
    if (importer === undefined || importer === whole || importer.startsWith(folder)) return undefined;
    return rules.test(source) || loader.test(source) ? late : undefined;
  },
  load: (id) => codes.get(id),
});
