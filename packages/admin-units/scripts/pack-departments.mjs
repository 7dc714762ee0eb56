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

/** Others by their places in the table, in base 36. */
const placesOf = (ids, all) => ids.map((id) => all.indexOf(id).toString(36)).join(" ");

/** One line a department; the names that only a reader of the table sees stand in columns of their own. */
export const packDepartments = (departments) => {
  const all = departments.map(({ id }) => id);
  return departments
    .map((row) =>
      [
        row.type,
        levels.map((level) => row.names[level] ?? "").join(","),
        row.short.join(" "),
        row.variants.join(" "),
        whenText(row.from),
        whenText(row.until),
        placesOf(row.successors, all),
        placesOf(row.covers ?? [], all),
        `${row.local ? "l" : ""}${row.unverified ? "u" : ""}`,
      ].join("|"),
    )
    .join("\n");
};

/** A column of the table, a line a department. */
export const packColumn = (departments, name) => departments.map((row) => row[name]).join("\n");

/** One line a reform. */
export const packReforms = (reforms) =>
  Object.entries(reforms)
    .map(([year, { decided, localBy, decision }]) => [year, decided, localBy, decision].join("|"))
    .join("\n");
