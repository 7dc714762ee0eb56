import { locate } from "../model/address.ts";
import { makeId } from "../model/book.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Chart as ChartData } from "../model/sheet-objects.ts";
import { invalidArgument, itemNotFound } from "../protocol/api-error.ts";
import type { HostCollection } from "../protocol/host-object.ts";
import type { RangeObject, Scope, WorksheetObject } from "./back-links.ts";
import { axisClass } from "./chart-axis.ts";
import { ChartAreaFormat, ChartDataLabels, ChartLegend, ChartPlotArea, ChartTitle } from "./chart-parts.ts";
import { ChartSeriesCollection } from "./chart-series.ts";
import { seriesOf } from "./chart-source.ts";
import { type RecordClass, type RecordObject, type RecordStore, recordClass } from "./record.ts";
import { addin, SheetObject } from "./scope.ts";

export class ChartCollection extends SheetObject implements HostCollection {
  readonly type = "ChartCollection";
  items(): Chart[] {
    return this.sheet.charts.map((chart) => new Chart(this.scope, this.sheet, chart));
  }
  get Count(): number {
    return this.sheet.charts.length;
  }
  GetCount(): number {
    return this.Count;
  }
  Add(chartType: string, source: RangeObject, seriesBy = "Auto"): Chart {
    const { book, sheet } = this;
    this.allow("allowEditObjects");
    if (typeof chartType !== "string" || chartType === "Invalid")
      throw invalidArgument(`chart type ${chartType}`);
    const chart: ChartData = {
      id: makeId(book),
      name: `图表 ${sheet.charts.length + 1}`,
      chartType,
      source: source.Address,
      seriesBy,
      series: seriesOf(source, seriesBy),
      settings: {},
    };
    book.journal.set(sheet, "charts", [...sheet.charts, chart]);
    book.events.raise({ kind: "chartAdded", sheetId: sheet.id, chartId: chart.id, source: addin.source });
    return new Chart(this.scope, sheet, chart);
  }
  GetItem(name: string): Chart {
    return this.GetItemOrNullObject(name) ?? missing(name);
  }
  GetItemOrNullObject(name: string): Chart | null {
    return this.items().find((chart) => chart.Name === name || chart.Id === name) ?? null;
  }
  GetItemAt(index: number): Chart {
    return this.items()[index] ?? missing(String(index));
  }
}

function missing(what: string): never {
  throw itemNotFound(`chart ${what}`);
}

export class Chart extends SheetObject {
  readonly type = "Chart";
  readonly #chart: ChartData;
  constructor(scope: Scope, sheet: Sheet, chart: ChartData) {
    super(scope, sheet);
    this.#chart = chart;
  }
  get chart(): ChartData {
    if (!this.sheet.charts.includes(this.#chart)) throw itemNotFound(`chart ${this.#chart.name} was deleted`);
    return this.#chart;
  }
  get Id(): string {
    return this.chart.id;
  }
  get Name(): string {
    return this.chart.name;
  }
  set Name(name: string) {
    this.book.journal.set(this.chart, "name", name);
  }
  get ChartType(): string {
    return this.chart.chartType;
  }
  set ChartType(chartType: string) {
    this.book.journal.set(this.chart, "chartType", chartType);
  }
  get PlotBy(): string {
    return this.chart.seriesBy === "Rows" ? "Rows" : "Columns";
  }
  set PlotBy(seriesBy: string) {
    this.#showSource(this.chart.source, seriesBy);
  }
  get Left(): number {
    return this.#number("Left", 0);
  }
  set Left(points: number) {
    this.#set("Left", points);
  }
  get Top(): number {
    return this.#number("Top", 0);
  }
  set Top(points: number) {
    this.#set("Top", points);
  }
  get Width(): number {
    return this.#number("Width", 360);
  }
  set Width(points: number) {
    this.#set("Width", points);
  }
  get Height(): number {
    return this.#number("Height", 216);
  }
  set Height(points: number) {
    this.#set("Height", points);
  }
  get Style(): number {
    return this.#number("Style", 201);
  }
  set Style(style: number) {
    this.#set("Style", style);
  }
  get DisplayBlanksAs(): string {
    return String(this.chart.settings.DisplayBlanksAs ?? "NotPlotted");
  }
  set DisplayBlanksAs(how: string) {
    if (!["NotPlotted", "Zero", "Interplotted"].includes(how))
      throw invalidArgument(`displayBlanksAs ${how}`);
    this.#set("DisplayBlanksAs", how);
  }
  get PlotVisibleOnly(): boolean {
    return this.chart.settings.PlotVisibleOnly !== false;
  }
  set PlotVisibleOnly(only: boolean) {
    this.#set("PlotVisibleOnly", only);
  }
  get Worksheet(): WorksheetObject {
    return this.scope.worksheet(this.sheet);
  }
  get Title(): RecordObject {
    return this.#part(ChartTitle, "Title");
  }
  get Legend(): RecordObject {
    return this.#part(ChartLegend, "Legend");
  }
  get DataLabels(): RecordObject {
    return this.#part(ChartDataLabels, "DataLabels");
  }
  get PlotArea(): RecordObject {
    return this.#part(ChartPlotArea, "PlotArea");
  }
  get Format(): RecordObject {
    return this.#part(ChartAreaFormat, "Format");
  }
  get Axes(): RecordObject {
    return this.#part(ChartAxes, "Axes");
  }
  get Series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this.scope, this.sheet, this);
  }

  Activate(): void {}
  Delete(): void {
    const { book, sheet, chart } = this;
    book.journal.set(
      sheet,
      "charts",
      sheet.charts.filter((other) => other !== chart),
    );
    book.events.raise({ kind: "chartDeleted", sheetId: sheet.id, chartId: chart.id, source: addin.source });
  }
  SetData(source: RangeObject, seriesBy = "Auto"): void {
    this.#showSource(source.Address, seriesBy);
  }
  SetPosition(start: RangeObject | string, end?: RangeObject | string | null): void {
    const sheet = this.scope.worksheet(this.sheet);
    const from = typeof start === "string" ? sheet.GetRange(start) : start;
    this.#set("Left", from.Left);
    this.#set("Top", from.Top);
    if (end === undefined || end === null) return;
    const to = typeof end === "string" ? sheet.GetRange(end) : end;
    this.#set("Width", to.Left + to.Width - from.Left);
    this.#set("Height", to.Top + to.Height - from.Top);
  }

  #showSource(address: string, seriesBy: string): void {
    const { book, chart, sheet } = this;
    const place = locate(book, sheet, address);
    const [block] = place?.blocks ?? [];
    if (!place || !block) throw invalidArgument(`chart source ${address}`);
    const source = this.scope
      .worksheet(place.sheet)
      .GetRangeByIndexes(block.top, block.left, block.bottom - block.top + 1, block.right - block.left + 1);
    book.journal.set(chart, "source", address);
    book.journal.set(chart, "seriesBy", seriesBy);
    book.journal.set(chart, "series", seriesOf(source, seriesBy));
  }
  #part(part: RecordClass, name: string): RecordObject {
    return new part({ book: this.book, settings: this.chart.settings, path: `${name}.` });
  }
  #number(name: string, start: number): number {
    return Number(this.chart.settings[name] ?? start);
  }
  #set(name: string, value: unknown): void {
    this.book.journal.set(this.chart.settings, name, value);
  }
}

const axis = (name: string, type: string, group = "Primary") => [name, () => axisClass(type, group)] as const;
const ChartAxes: RecordClass = recordClass("ChartAxes", {
  fields: {},
  parts: Object.fromEntries([
    axis("CategoryAxis", "Category"),
    axis("ValueAxis", "Value"),
    axis("SeriesAxis", "Series"),
  ]),
  methods: {
    GetItem(type: string, group = "Primary") {
      if (!["Category", "Value", "Series"].includes(type)) throw invalidArgument(`axis ${type}`);
      const name = group === "Secondary" ? `Secondary${type}Axis` : `${type}Axis`;
      const store: RecordStore = { ...this.store, path: `${this.store.path}${name}.` };
      return new (axisClass(type, group))(store);
    },
  },
});
