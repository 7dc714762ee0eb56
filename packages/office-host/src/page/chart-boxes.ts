import type { Sheet } from "../model/sheet.ts";

const pixels = 4 / 3;

/** A box in place of each chart that says what the chart shows: the host keeps charts as records and draws none. */
export function drawCharts(sheet: Sheet, left: number, top: number): HTMLElement[] {
  return sheet.charts.map(({ name, chartType, source, series, settings }) => {
    const box = document.createElement("div");
    box.className = "chart";
    const at = (key: string, start: number): number => Number(settings[key] ?? start) * pixels;
    Object.assign(box.style, {
      left: `${left + at("Left", 0)}px`,
      top: `${top + at("Top", 0)}px`,
      width: `${at("Width", 360)}px`,
      height: `${at("Height", 216)}px`,
    });
    const title = document.createElement("strong");
    title.textContent = String(settings["Title.Text"] ?? name);
    const text = document.createElement("div");
    text.textContent = `${chartType} · ${source} · ${series.map(({ settings: one }) => String(one.Name ?? "")).join("、")}`;
    box.append(title, text);
    return box;
  });
}
