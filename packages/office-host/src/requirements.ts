/** The requirement sets that the host says it has, by name with the highest version. */
export interface RequirementSets {
  readonly [name: string]: string;
}

/** As Excel 2021 and later on the web and desktop have them. */
export const requirementSets: RequirementSets = {
  ExcelApi: "1.17",
  SharedRuntime: "1.2",
  RibbonApi: "1.2",
  DialogApi: "1.2",
  KeyboardShortcuts: "1.1",
  CustomFunctionsRuntime: "1.4",
};

/** True if the sets hold that version of the set, or a later one. */
export function isSetSupported(sets: RequirementSets, name: string, version = "1.1"): boolean {
  const key = Object.keys(sets).find((one) => one.toLowerCase() === name.toLowerCase());
  const [major = 0, minor = 0] = (key === undefined ? "" : (sets[key] ?? "")).split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = version.split(".").map(Number);
  return key !== undefined && (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor));
}
