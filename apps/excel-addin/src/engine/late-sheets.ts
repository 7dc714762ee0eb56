/**
 * The sheets that the pane writes, with all their words: few workbooks need them, so they come when they are asked for
 * and the engine itself stays small (要写的表).
 */
export const lateSheets = () => import("./written-sheets.ts");
