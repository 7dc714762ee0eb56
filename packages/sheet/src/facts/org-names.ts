import { nameKey, resolve } from "@taizhang/admin-units";

/** One org under all the names that the files print for it (同一单位的各种写法). */
export interface KnownOrg {
  /** The name to show: the ledger's, else the one printed most often. */
  readonly name: string;
  readonly kind: "division" | "department";
  /** The division's code, where it is certain. */
  readonly code?: string;
}

/** Finds the org that a printed name means. */
export type OrgNames = (printed: string) => KnownOrg;

interface Form {
  readonly printed: string;
  readonly kind: "division" | "department";
  readonly code?: string;
  /** The name without the division and the level word in front: 区民政局 → 民政局. */
  readonly base: string;
  /** 省 市 区 县 …, or "" where none is printed. */
  readonly level: string;
}

/**
 * The org behind each printed name (单位归并): 民政局, 区民政局 and 南关区民政局 are one org in one roll-up, unless
 * 市民政局 stands beside 区民政局, because then the bare name could be either. Nothing is guessed between equals.
 * `preferred` are the names of the ledger, which win for display.
 */
export function orgNames(
  printed: readonly string[],
  preferred: readonly string[],
  options: { readonly within?: string | undefined; readonly on?: string | undefined },
): OrgNames {
  const counts = new Map<string, number>();
  for (const name of printed) counts.set(name, (counts.get(name) ?? 0) + 1);
  const forms = new Map(
    [...new Set([...printed, ...preferred])].map((name) => [name, formOf(name, options)]),
  );
  const levels = new Map<string, Set<string>>();
  for (const { base, level } of forms.values())
    if (level !== "") levels.set(base, (levels.get(base) ?? new Set()).add(level));
  const keyOf = ({ base, level, kind, code }: Form) =>
    kind === "division"
      ? `division ${code ?? base}`
      : `department ${base} ${(levels.get(base)?.size ?? 0) > 1 ? level : ""}`;

  const ledgerNames = new Set(preferred);
  const best = new Map<string, Form>();
  const better = (a: Form, b: Form): boolean => {
    const rank = (name: string) => [ledgerNames.has(name) ? 1 : 0, counts.get(name) ?? 0, -name.length];
    const [left, right] = [rank(a.printed), rank(b.printed)];
    const at = left.findIndex((value, index) => value !== right[index]);
    return at < 0 ? a.printed < b.printed : (left[at] ?? 0) > (right[at] ?? 0);
  };
  for (const form of forms.values()) {
    const known = best.get(keyOf(form));
    if (!known || better(form, known)) best.set(keyOf(form), form);
  }
  return (name) => {
    const form = forms.get(name) ?? formOf(name, options);
    const shown = best.get(keyOf(form)) ?? form;
    return { name: shown.printed, kind: form.kind, ...(form.code === undefined ? {} : { code: form.code }) };
  };
}

const levelWord = /^(?:省|市|区|县|旗|州|镇|乡)(?=.{2,})/;

function formOf(
  printed: string,
  { within, on }: { within?: string | undefined; on?: string | undefined },
): Form {
  const answer = resolve(printed, {
    ...(within === undefined ? {} : { within }),
    ...(on === undefined ? {} : { on }),
  });
  const name = nameKey(printed);
  if (answer.type === "division" || answer.type === "zone") {
    const code = answer.ended ? undefined : answer.code;
    return { printed, kind: "division", base: name, level: "", ...(code === undefined ? {} : { code }) };
  }
  if (/(?:本级|[市县区乡镇]直)$/.test(name) || /(?:街道|镇|乡|苏木)$/.test(name))
    return { printed, kind: "division", base: name, level: "" };
  const bare = withoutDivision(name, within);
  const level = bare.level || (levelWord.exec(bare.rest)?.[0] ?? "");
  const base = bare.rest.replace(levelWord, "");
  const known = resolve(base, on === undefined ? {} : { on });
  return {
    printed,
    kind: "department",
    base: known.type === "department" && known.name !== undefined ? known.name : base,
    level,
  };
}

const prefix = /^(.{2,12}?(?:自治区|自治州|自治县|省|市|区|县|旗|州))(?=.{2,})/;

/** 长春市南关区民政局 → 民政局, level 区; the prefix must be a division, so 城区建设局 stays whole. */
function withoutDivision(name: string, within: string | undefined): { rest: string; level: string } {
  let rest = name;
  let level = "";
  for (let step = 0; step < 3; step += 1) {
    const found = prefix.exec(rest)?.[1];
    if (found === undefined) break;
    const { type } = resolve(found, within === undefined ? {} : { within });
    if (type !== "division" && type !== "ambiguous" && type !== "zone") break;
    rest = rest.slice(found.length);
    level = found.slice(-1);
  }
  return { rest, level };
}
