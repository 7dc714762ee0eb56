import type { SheetReading } from "../table.ts";
import type { SplitBy } from "./assignments.ts";

/** How a ledger is sent out. */
export interface SplitOptions {
  readonly by?: SplitBy;
  /** The report period: "2016-11"; left open in the form where it is not given. */
  readonly period?: string;
  /** The last day to send it in: "2016-11-25". */
  readonly due?: string;
  /** Last month's returns, for the column 上月累计. */
  readonly last?: readonly SheetReading[];
}
