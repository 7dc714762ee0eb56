import type { LayoutLight, LayoutStyle } from "@taizhang/grid";

/** How a style of a layout looks in Excel; the same as in the files that the command line writes. */
export interface Look {
  readonly bold?: boolean;
  readonly size?: number;
  readonly colour?: string;
  readonly fill?: string;
  readonly border?: boolean;
  readonly horizontal?: "Left" | "Center" | "Right";
  readonly wrap?: boolean;
}

export const looks: Readonly<Record<LayoutStyle, Look>> = {
  title: { bold: true, size: 16, horizontal: "Center" },
  note: { size: 10, colour: "#595959", wrap: true },
  header: { bold: true, fill: "#D9E2F3", border: true, horizontal: "Center", wrap: true },
  text: { border: true, wrap: true },
  number: { border: true, horizontal: "Right" },
  total: { bold: true, fill: "#F2F2F2", border: true },
  input: { fill: "#FFF9E5", border: true, wrap: true },
  link: { colour: "#0563C1", border: true, wrap: true },
  severityA: { bold: true, fill: "#FFC7CE", border: true, wrap: true },
  severityB: { fill: "#FFE0B2", border: true, wrap: true },
  severityC: { fill: "#FFF2CC", border: true, wrap: true },
  severityD: { fill: "#E7E6E6", border: true, wrap: true },
};

export const lightColours: Readonly<Record<LayoutLight["light"], readonly [fill: string, font: string]>> = {
  green: ["#C6EFCE", "#006100"],
  yellow: ["#FFEB9C", "#7F6000"],
  red: ["#FFC7CE", "#9C0006"],
  grey: ["#E7E6E6", "#595959"],
};
