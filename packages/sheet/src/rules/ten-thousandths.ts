/** Integers of so many digits a number cell keeps exactly: it stands for the decimal of its 15 significant digits. */
const mostUnits = 1e15;

/**
 * How many ten-thousandths a number cell holds, exactly, or undefined where it has more digits after the point or too
 * many in all (万分之几). A sum that Excel calculated, 0.30000000000000004, stands for 0.3 and has 3,000: integers like
 * these compare and add without rounding, so a quick look can settle what exact decimals would say.
 * @example tenThousandths(0.1 + 0.2) // 3000
 */
export function tenThousandths(value: number): number | undefined {
  if (Number.isInteger(value)) return Math.abs(value) < mostUnits / 1e4 ? value * 1e4 : undefined;
  const units = Math.round(value * 1e4);
  if (!(Math.abs(units) < mostUnits)) return undefined;
  // One unit in the last place away at most; the 15 digits round away more than twice as much.
  return Math.abs(value - units / 1e4) <= Math.abs(value) * 2.3e-16 ? units : undefined;
}
