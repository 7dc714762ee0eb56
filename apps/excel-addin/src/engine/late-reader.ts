/** The reader of files, which comes with the first file (读文件). */
export const lateReader = () => import("@taizhang/xlsx");

/** What counts the tasks of a file, which comes with it as well (数任务). */
export const lateTotals = () => import("./task-totals.ts");
