import type { Column } from "../table.ts";

const words = /当月|本月|单月|环比|增减数|增减额|增加数|净增/;

/** True for a column of growth of the month alone or against the month before, and of differences that are no rates (其他增减). */
export const isOtherGrowth = ({ path }: Column): boolean => words.test(path.join(""));
