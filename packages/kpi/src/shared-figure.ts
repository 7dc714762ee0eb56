import type { SharedFigure } from "./facts.ts";

/** What tells one shared figure from another: whose it is, and where it stands. */
export const keyOfShared = ({ orgs, at }: SharedFigure): string =>
  JSON.stringify([orgs, at?.file, at?.sheet, at?.ref]);
