/** The custom functions by their ids in the metadata (自定义函数). */
export const sheetFunctions = ["COMPLETION", "PACE", "LIGHT", "DIVISION", "DEPARTMENT"] as const;
export type SheetFunction = (typeof sheetFunctions)[number];
