/**
 * An Excel for the real Office.js: a workbook model, and a host that carries out the client's requests on it.
 * @packageDocumentation
 */
export { type Answer, mostBytes, OfficeHost } from "./host.ts";
export { type Actor, actor } from "./model/actor.ts";
export { activeSheet, type Book, newBook, sheetById, sheetByName } from "./model/book.ts";
export { bookOfGrids, openBook, saveBook } from "./model/file.ts";
export type { HostCell, Sheet } from "./model/sheet.ts";
export { snapshot } from "./model/snapshot.ts";
export { type Unsaved, unsavedOf } from "./model/unsaved.ts";
export type { Batch } from "./protocol/batch.ts";
export type { Fault, Faults } from "./protocol/faults.ts";
export { isSetSupported, type RequirementSets, requirementSets } from "./requirements.ts";
