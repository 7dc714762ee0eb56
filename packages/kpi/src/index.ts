/**
 * Completion, pace, lights and exact roll-up of targets.
 * @packageDocumentation
 */
export type { Dimensions, Member } from "./dimensions.ts";
export type {
  CellPlace,
  FigureOf,
  Figures,
  ObservationFact,
  ObservationMark,
  Standing,
  TargetFact,
  TaskFact,
} from "./facts.ts";
export type { Light } from "./light.ts";
export type { Note, NoteCode, NoteFacts } from "./note.ts";
export type { GroupBy, Key, RollUp, RollUpCell, RollUpOptions, Source, TaskCounts } from "./roll-up-cell.ts";
