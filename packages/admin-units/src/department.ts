/** What a department is (单位性质). */
export type DepartmentType =
  | "government"
  | "party"
  | "congress"
  | "court"
  | "massOrganisation"
  | "office"
  | "subBureau"
  | "vertical"
  | "institution"
  | "company"
  | "committee";
