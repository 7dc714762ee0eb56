/** The name of the sheet that keeps a team's own rules in a workbook. */
export const rulesSheetName = "台账规则";
