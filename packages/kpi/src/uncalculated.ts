import type { RollUpCell } from "./roll-up-cell.ts";

/**
 * True for a cell without a light because its figures are formulas that nobody has calculated: 待计算, which is not 未报.
 * @example awaitsCalculation(cell) ? "○待计算" : lights[cell.light]
 */
export const awaitsCalculation = ({ light, missing, notes }: RollUpCell): boolean =>
  light === "unreported" && missing.length === 0 && notes.some(({ code }) => code === "uncalculated");
