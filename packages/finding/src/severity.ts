/** A 强制 must be mended, B 准强制 mend or explain, C 核实 confirm, D 提示 note. */
export type Severity = "A" | "B" | "C" | "D";
