import { readFileSync } from "node:fs";

const folder = new URL("../data/", import.meta.url);

/** The text of a file of facts. */
export const readText = (file) => readFileSync(new URL(file, folder), "utf8");

/** The rows of a table of facts (.tsv with a header), as objects by column name. */
export const readTable = (file) => {
  const [header, ...rows] = readText(file)
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
  return rows.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ""])));
};

/** The divisions of data/divisions.tsv with their successors as lists. */
export const readDivisions = () =>
  readTable("divisions.tsv").map((row) => ({
    ...row,
    successors: row.successors === "" ? [] : row.successors.split(","),
  }));
