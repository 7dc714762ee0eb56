/**
 * Waits until a team's own rules can be run (自编规则). They are here from the start, but in the worker's build, which
 * loads them with their language when a workbook has some.
 */
export const loadTeamRules = async (): Promise<void> => {};
