/** The reader of files, which comes with the first file (读文件). */
export const lateReader = () => import("@taizhang/xlsx");
