import type { Entry } from "../entry.ts";
import { speakersOf } from "../facts/ledger-orgs.ts";
import type { Owner } from "../facts/owner.ts";
import { isGroup } from "../facts/row-claim.ts";
import { ownersOf } from "../facts/row-owners.ts";
import { type Sheet, sheetOrgs } from "../facts/sheet-orgs.ts";
import { put } from "../multimap.ts";
import type { AssignedRow, Assignments } from "../split/assignments.ts";
import type { Table } from "../table.ts";
import { isMergedSheet } from "./merged-columns.ts";
import type { Answer } from "./returned.ts";

/** To whom of the assignments an answer goes (答复的归属). */
export interface Addressee {
  readonly org: string;
  /** The member or lower place whose share it is. */
  readonly of?: string;
  /** It is no report of the org's. */
  readonly isPart: boolean;
  readonly row: AssignedRow;
  readonly claim: Owner["claim"];
  readonly isCheck: boolean;
}

/** Whose the returned rows are, in the words of the assignments. */
export interface WhoseAnswers {
  readonly ownerOf: (entry: Entry) => Owner | undefined;
  /** The ledger's row that a returned row is. */
  readonly rowOf: (entry: Entry) => AssignedRow | undefined;
  /** Who was sent a row. */
  readonly sentTo: (row: AssignedRow) => readonly string[];
  /** Who sent a table, by the ledger's name where it has one. */
  readonly reporterOf: (table: Table) => string;
  /** Undefined for a row of others, and where only its number says whose it is. */
  readonly addresseeOf: (answer: Answer) => Addressee | undefined;
}

/** Whose the rows of returned sheets are (`ownersOf`), as in totals and checks. */
export function whoseAnswers(
  sheets: readonly Sheet[],
  { rows, assignments, orgOf }: Assignments,
): WhoseAnswers {
  const byTable = new Map<Table, Entry[]>();
  for (const { table, entry } of rows) put(byTable, table, entry);
  const ledger = [...byTable].map(([table, entries]) => ({ table, entries }));
  const returned = sheets.filter(({ table }) => table.role !== "ledger" && !isMergedSheet(table));
  const orgs = sheetOrgs(returned, ledger);
  const owners = ownersOf(returned, ledger, orgs);
  const rowOf = new Map(rows.map((row) => [row.entry, row]));
  const sentTo = new Map<AssignedRow, string[]>();
  for (const { org, rows: own } of assignments) for (const row of own) put(sentTo, row, org);
  const assignedName = new Map<string, string>();
  for (const row of rows)
    for (const printed of speakersOf(row.entry))
      assignedName.set(orgs.named(row.table, printed).name, orgOf(row, printed));
  const shares = new Map<AssignedRow, Map<string, AssignedRow>>();
  /** What one of several has of a row is a row of its own. */
  const shareOf = (whole: AssignedRow, of: string, isWhole: boolean, isCheck: boolean): AssignedRow => {
    const known = shares.get(whole) ?? new Map<string, AssignedRow>();
    shares.set(whole, known);
    const share = known.get(of) ?? {
      ...whole,
      whole,
      dataOrg: of,
      ...(isCheck ? { isCheck } : {}),
      ...(isWhole ? { entry: { ...whole.entry, division: of } } : { leads: [of] }),
    };
    known.set(of, share);
    return share;
  };
  return {
    ownerOf: (entry) => owners.get(entry),
    rowOf: (entry) => {
      const owner = owners.get(entry);
      return owner && owner.among === undefined ? rowOf.get(owner.row) : undefined;
    },
    sentTo: (row) => sentTo.get(row) ?? none,
    reporterOf: (table) => {
      const printed = table.org?.name ?? "";
      return assignedName.get(orgs.named(table, printed).name) ?? printed;
    },
    addresseeOf: ({ entry, row }) => {
      const owner = owners.get(entry);
      const isNamed = entry.table.org ?? entry.division ?? entry.leads[0];
      if (!owner || owner.as === "others" || isNamed === undefined) return undefined;
      const { as, claim, of, listedBy, speaker = listedBy } = owner;
      const all = sentTo.get(row) ?? none;
      const said = speaker === undefined ? all.find(isGroup) : orgOf(row, speaker);
      // Who speaks for the place of a row answers it, to whomever the row was sent.
      const org = all.find((name) => name === said) ?? row.answeredBy;
      if (org === "") return undefined;
      const common = { org, claim, isCheck: as === "check" };
      return of === undefined
        ? { ...common, row, isPart: false }
        : {
            ...common,
            of,
            row: shareOf(row, of, listedBy !== undefined, as === "part" && row.leads.length > 1),
            isPart: listedBy === undefined && !isGroup(org),
          };
    },
  };
}

const none: readonly string[] = [];
