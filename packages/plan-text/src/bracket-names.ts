import { isOrgName, splitOrgList } from "@taizhang/admin-units";
import { readNumber } from "@taizhang/quantity";
import { cleanName } from "./org-names.ts";
import type { Span } from "./plan.ts";
import type { NamedOrg } from "./statement.ts";

const departments = /(?:局|委|办|部|厅|政府|办公室|委员会)$/;

/** The names that a bracket within a line holds, where the line closes with such a bracket too: 造林2万亩（县林业局）；…（县水利局）。 */
export function namesWithin(line: string, { start, end }: Span): NamedOrg[] {
  if (end - start > 60 || !/[;。,]/.test(line.charAt(end))) return [];
  const parts = splitOrgList(line.slice(start + 1, end - 1));
  return parts.length > 0 &&
    parts.every(({ text }) => text.length > 2 && departments.test(text) && isOrgName(text))
    ? parts.map(({ text }) => ({ org: cleanName(text), role: "责任单位", kind: "responsible" as const }))
    : [];
}

const covered = /^(?:以上|上述|前)([二两三四五六七八九十]|\d{1,2})[项件条]/;

/** How many items a bracket speaks of: 以上四项工作由…牵头. */
export function coveredBy(inner: string): number | undefined {
  const said = covered.exec(inner)?.[1];
  return said === undefined ? undefined : Number(readNumber(said)?.value ?? 0) || undefined;
}

/** The line with its brackets blanked, letter for letter. */
export function hide(line: string, spans: readonly Span[]): string {
  if (spans.length === 0) return line;
  let out = "";
  let from = 0;
  for (const { start, end } of spans) {
    out += line.slice(from, start) + "\ue000".repeat(end - start);
    from = end;
  }
  return out + line.slice(from);
}
