/** Packs the table of departments into lines of text, its fields between `|`. */

const levels = ["state", "province", "municipality", "prefecture", "county", "township", "village"];

const whenText = (when) => {
  if (when === undefined) return "";
  if (typeof when === "string") return when;
  return [
    when.state === undefined ? "" : `s${when.state}`,
    when.local === undefined ? "" : `l${when.local}`,
  ].join(",");
};

/** One line a department. */
export const packDepartments = (departments) =>
  departments
    .map((row) =>
      [
        row.id,
        row.function,
        row.type,
        levels.map((level) => row.names[level] ?? "").join(","),
        row.short.join(" "),
        row.variants.join(" "),
        whenText(row.from),
        whenText(row.until),
        row.successors.join(" "),
        (row.covers ?? []).join(" "),
        `${row.local ? "l" : ""}${row.unverified ? "u" : ""}`,
        row.source,
      ].join("|"),
    )
    .join("\n");

/** One line a reform. */
export const packReforms = (reforms) =>
  Object.entries(reforms)
    .map(([year, { decided, localBy, decision }]) => [year, decided, localBy, decision].join("|"))
    .join("\n");
