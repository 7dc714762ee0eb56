/** A cell that shows something else than before, by its numbers: the set of the plan, the group, the indicator. */
export interface ChangedCell {
  readonly set: number;
  readonly group: number;
  readonly indicator: number;
}

/** The cells that changed in one go, each once. */
export interface Changes {
  readonly list: ChangedCell[];
  readonly add: (set: number, group: number, indicator: number) => void;
}

/** An empty list of changes; of one edit only, whose few cells are compared one by one, or of many. */
export function changes(): Changes {
  const list: ChangedCell[] = [];
  let known: Set<string> | undefined;
  const nameOf = (of: ChangedCell) => `${of.set} ${of.group} ${of.indicator}`;
  return {
    list,
    add: (set, group, indicator) => {
      const cell = { set, group, indicator };
      if (list.length < 32) {
        if (list.some((one) => one.set === set && one.group === group && one.indicator === indicator)) return;
      } else {
        known ??= new Set(list.map(nameOf));
        if (known.size === known.add(nameOf(cell)).size) return;
      }
      list.push(cell);
    },
  };
}
