import type { Book } from "../model/book.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Chart } from "../model/sheet-objects.ts";
import { type ChartLine, chartLines } from "./chart-lines.ts";

const pixels = 4 / 3;
const colours = ["#0b5a2b", "#0f6cbd", "#bc4b09", "#817400"];
const labelWidth = 96;
const lineHeight = 14;

/** Each chart as a box with its title and its bars; a kind that the page does not draw says what it shows (图表). */
export function drawCharts(book: Book, sheet: Sheet, left: number, top: number): HTMLElement[] {
  return sheet.charts.map((chart) => {
    const { name, chartType, source, settings } = chart;
    const box = document.createElement("div");
    box.className = "chart";
    const at = (key: string, start: number): number => Number(settings[key] ?? start) * pixels;
    const [width, height] = [at("Width", 360), at("Height", 216)];
    box.style.setProperty("--left", `${left + at("Left", 0)}px`);
    Object.assign(box.style, {
      top: `${top + at("Top", 0)}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
    const title = document.createElement("strong");
    title.textContent = String(settings["Title.Text"] ?? name);
    box.append(title);
    const lines = chartLines(book, sheet, chart);
    const isDrawn = /^Bar|^Column/.test(chartType) && lines.some(({ points }) => points.length > 0);
    if (isDrawn) box.append(barsOf(chart, lines, width - 18, height - 44));
    else {
      const text = document.createElement("div");
      text.textContent = `${chartType} · ${source} · ${lines.map((line) => line.name).join("、")}`;
      box.append(text);
    }
    return box;
  });
}

/** Bars along the longer side of the box, each with its name and its figure; what is no number has no bar. */
function barsOf(chart: Chart, lines: readonly ChartLine[], width: number, height: number): SVGElement {
  const drawing = svg("svg", { width, height, role: "img", "aria-label": textOf(lines) });
  const count = Math.max(...lines.map(({ points }) => points.length));
  const amounts = lines.flatMap(({ points }) => points.flatMap(({ amount }) => amount ?? []));
  const [least, most] = [Math.min(0, ...amounts), Math.max(0, ...amounts)];
  const across = width - labelWidth - 56;
  const scale = (amount: number) => ((amount - least) / (most - least || 1)) * across;
  const step = height / count;
  const thick = Math.max(1, (step * 0.7) / lines.length);
  const every = Math.max(1, Math.ceil(lineHeight / step));
  // Excel begins at the bottom unless it is told to turn round; columns begin at the left
  const turned = chart.settings["Axes.CategoryAxis.ReversePlotOrder"] === true;
  for (const [series, { points }] of lines.entries())
    for (const [index, { name, amount, text }] of points.entries()) {
      const fromTop = chart.chartType.startsWith("Column") || turned ? index : count - 1 - index;
      const y = fromTop * step + step * 0.15 + series * thick;
      const from = labelWidth + scale(Math.min(0, amount ?? 0));
      if (amount !== undefined)
        drawing.append(
          svg("rect", {
            x: from,
            y,
            width: Math.max(1, Math.abs(scale(amount) - scale(0))),
            height: thick,
            fill: colours[series % colours.length] ?? "",
          }),
        );
      if (index % every !== 0) continue;
      const middle = y + thick / 2 + 4;
      if (series === 0) drawing.append(label(cut(name), labelWidth - 6, middle, "end"));
      drawing.append(label(text, from + scale(amount ?? 0) - scale(Math.min(0, amount ?? 0)) + 4, middle));
    }
  return drawing;
}

const mostSigns = 8;
const cut = (name: string): string => (name.length > mostSigns ? `${name.slice(0, mostSigns - 1)}…` : name);

const textOf = (lines: readonly ChartLine[]): string =>
  lines.flatMap(({ points }) => points.map(({ name, text }) => `${name} ${text}`)).join("；");

function label(text: string, x: number, y: number, anchor = "start"): SVGElement {
  const one = svg("text", { x, y, "text-anchor": anchor, "font-size": 11, fill: "#242424" });
  one.textContent = text;
  return one;
}

function svg(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
