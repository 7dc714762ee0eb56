import { type OrgForm, orgForm } from "./org-form.ts";

/** One org under all the names that the files print for it (同一单位的各种写法). */
export interface KnownOrg {
  /** The name to show: the ledger's, else the one printed most often, with its division where others share it. */
  readonly name: string;
  /** The name in the tree of departments, where 甲县人社局 and 乙县人社局 are both 人社局 (部门维度). */
  readonly department: string;
  readonly kind: "division" | "department";
  /** The name of its function alone, the same for every way to write it. */
  readonly base: string;
  /** The division's code, where it is certain. */
  readonly code?: string;
  /** The division that it lies in or belongs to, as printed in front of it or over its sheet (所属地区). */
  readonly division?: string;
  /** 省 市 区 县 … in front of a department's name where no division is known, else "". */
  readonly level: string;
}

/** A name as printed, and the division whose sheet prints it. */
export interface PrintedOrg {
  readonly name: string;
  readonly region?: string | undefined;
  /** In how many places it is printed; once unless told. */
  readonly times?: number;
}

/** Finds the org that a printed name means in the sheet of a division. */
export type OrgNames = (printed: PrintedOrg) => KnownOrg;

/**
 * The org behind each printed name (单位归并): 民政局, 区民政局 and 南关区民政局 are one org while no other division has
 * a 民政局; 甲县人社局 and 乙县人社局 are two, and so is 人社局 in the sheets of 甲县 and of 乙县. Nothing is guessed
 * between equals. `preferred` are the names of the ledger, which win for display.
 */
export function orgNames(
  printed: readonly PrintedOrg[],
  preferred: readonly PrintedOrg[],
  options: { readonly within?: string | undefined; readonly on?: string | undefined },
): OrgNames {
  const byRegion = new Map<string, Map<string, OrgForm>>();
  const remembered: OrgForm[] = [];
  const formOf = ({ name, region = "" }: PrintedOrg): OrgForm => {
    let forms = byRegion.get(region);
    if (!forms) {
      forms = new Map();
      byRegion.set(region, forms);
    }
    const before = forms.get(name);
    if (before) return before;
    const form = orgForm(name, region === "" ? undefined : region, options);
    forms.set(name, form);
    remembered.push(form);
    return form;
  };
  const counts = new Map<string, number>();
  for (const list of [printed, preferred])
    for (const one of list) {
      const { printed: name } = formOf(one);
      counts.set(name, (counts.get(name) ?? 0) + (one.times ?? 1));
    }
  const owners = ownersOf(remembered);
  const ledgerNames = new Set(preferred.map(({ name }) => name));
  const best = new Map<string, OrgForm>();
  for (const form of remembered) {
    const key = keyOf(form, owners);
    const known = best.get(key);
    if (
      !known ||
      isBetter(form, known, (name) => [ledgerNames.has(name) ? 1 : 0, counts.get(name) ?? 0, -name.length])
    )
      best.set(key, form);
  }
  const known = (form: OrgForm): KnownOrg => {
    const shown = best.get(keyOf(form, owners)) ?? form;
    const division = form.division ?? shown.division;
    const sharing = [...(owners.get(form.base) ?? [])].filter((owner) => owner.length > 1);
    const shared = form.code === undefined && sharing.length > 1;
    const name =
      shared && division !== undefined && !shown.printed.includes(division)
        ? `${division}${shown.bare}`
        : shown.printed;
    const department = shared ? shown.bare : shown.printed;
    return {
      name,
      department,
      kind: form.kind,
      base: form.base,
      level: form.level,
      ...(form.code === undefined ? {} : { code: form.code }),
      ...(division === undefined ? {} : { division }),
    };
  };
  // A ledger names each org in row after row.
  const answers = new Map<OrgForm, KnownOrg>();
  return (one) => {
    const form = formOf(one);
    const answer = answers.get(form) ?? known(form);
    answers.set(form, answer);
    return answer;
  };
}

/** By base name, whose it can be: the divisions printed with it, and level words that none of these divisions ends in. */
function ownersOf(forms: readonly OrgForm[]): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  const put = (base: string, owner: string) => owners.set(base, (owners.get(base) ?? new Set()).add(owner));
  for (const { base, division } of forms) if (division !== undefined) put(base, division);
  for (const { base, division, level } of forms)
    if (
      division === undefined &&
      level !== "" &&
      ![...(owners.get(base) ?? [])].some((owner) => owner.endsWith(level))
    )
      put(base, level);
  return owners;
}

function keyOf(
  { code, kind, base, division, level }: OrgForm,
  owners: ReadonlyMap<string, ReadonlySet<string>>,
): string {
  if (code !== undefined) return `division ${code}`;
  const possible = [...(owners.get(base) ?? [])].filter((owner) => level === "" || owner.endsWith(level));
  const owner = division ?? (possible.length === 1 ? possible[0] : level);
  return `${kind} ${base} ${owner}`;
}

function isBetter(a: OrgForm, b: OrgForm, rank: (name: string) => readonly number[]): boolean {
  const [left, right] = [rank(a.printed), rank(b.printed)];
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? a.printed < b.printed : (left[at] ?? 0) > (right[at] ?? 0);
}
