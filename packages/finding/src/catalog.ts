import type { FindingCode } from "./facts.ts";
import type { Severity } from "./severity.ts";

/** What the catalogue says of a code: its title and its severity, and others that a detector may choose. */
export interface CatalogEntry {
  readonly title: { readonly "zh-CN": string; readonly en: string };
  readonly severity: Severity;
  readonly alternatives?: readonly Severity[];
}

/** Every finding that Taizhang can make, by code, in the order users see them (问题目录). */
export const catalog: { readonly [Code in FindingCode]: CatalogEntry } = {
  F01: { title: { "zh-CN": "文件读不了", en: "File cannot be read" }, severity: "A" },
};
