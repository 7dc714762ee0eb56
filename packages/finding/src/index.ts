/**
 * What is wrong, where, how it is said in Chinese and English, and how it is mended: the whole catalogue.
 * @packageDocumentation
 */
export { type CatalogEntry, catalog } from "./catalog.ts";
export type { UnreadableKind } from "./facts/files.ts";
export type { Facts, FindingCode } from "./facts.ts";
export { type Finding, type FindingMore, type Fix, finding } from "./finding.ts";
export { type FixId, fixTitles } from "./fixes.ts";
export type { Lang } from "./lang.ts";
export { filePlace, type Place, type RecordPlace, type TextPlace } from "./place.ts";
export { say } from "./say.ts";
export type { Words, WordsOf } from "./sentences.ts";
export type { Severity } from "./severity.ts";
