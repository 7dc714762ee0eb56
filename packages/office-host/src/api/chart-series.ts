import { locate } from "../model/address.ts";
import type { Book } from "../model/book.ts";
import { cellAt, type Sheet } from "../model/sheet.ts";
import type { ChartSeries as SeriesData } from "../model/sheet-objects.ts";
import { itemNotFound } from "../protocol/api-error.ts";
import type { HostCollection } from "../protocol/host-object.ts";
import type { ChartObject, RangeObject, Scope } from "./back-links.ts";
import { seriesShape } from "./chart-parts.ts";
import { type RecordObject, recordClass } from "./record.ts";
import { SheetObject } from "./scope.ts";

/** What a chart shows, line by line. */
export class ChartSeriesCollection extends SheetObject implements HostCollection {
  readonly type = "ChartSeriesCollection";
  readonly #of: ChartObject;
  constructor(scope: Scope, sheet: Sheet, of: ChartObject) {
    super(scope, sheet);
    this.#of = of;
  }
  items(): RecordObject[] {
    return this.#of.chart.series.map((series) => new ChartSeries(this.#of, series));
  }
  get Count(): number {
    return this.#of.chart.series.length;
  }
  GetCount(): number {
    return this.Count;
  }
  GetItemAt(index: number): RecordObject {
    const series = this.items()[index];
    if (!series) throw itemNotFound(`series ${index}`);
    return series;
  }
  Add(name?: string | null): RecordObject {
    const { chart } = this.#of;
    const series: SeriesData = {
      values: "",
      categories: undefined,
      settings: { Name: name ?? `系列${chart.series.length + 1}` },
    };
    this.book.journal.set(chart, "series", [...chart.series, series]);
    return new ChartSeries(this.#of, series);
  }
}

const SeriesSettings = recordClass("ChartSeries", {
  ...seriesShape,
  fields: { ...seriesShape.fields, Name: "", ChartType: "" },
});

class ChartSeries extends SeriesSettings {
  readonly #of: ChartObject;
  readonly #series: SeriesData;
  constructor(of: ChartObject, series: SeriesData) {
    super({ book: of.scope.book, settings: series.settings, path: "" });
    this.#of = of;
    this.#series = series;
  }
  SetValues(range: RangeObject): void {
    this.#replace({ ...this.#now, values: range.Address });
  }
  SetXAxisValues(range: RangeObject): void {
    this.#replace({ ...this.#now, categories: range.Address });
  }
  Delete(): void {
    this.#replace();
  }
  GetDimensionValues(dimension: string): unknown[] {
    return valuesAt(this.store.book, this.#of, this.#address(dimension));
  }
  GetDimensionDataSourceString(dimension: string): string {
    return this.#address(dimension) ?? "";
  }
  GetDimensionDataSourceType(_dimension: string): string {
    return "LocalRange";
  }
  /** The series as it stands: it may have been changed since it was asked for. */
  get #now(): SeriesData {
    const { settings } = this.#series;
    return this.#of.chart.series.find((one) => one.settings === settings) ?? this.#series;
  }
  #address(dimension: string): string | undefined {
    return dimension === "Categories" || dimension === "XValues" ? this.#now.categories : this.#now.values;
  }
  #replace(...by: SeriesData[]): void {
    const { chart } = this.#of;
    const { settings } = this.#series; // a changed series keeps its settings, by which it is found again
    const series = chart.series.flatMap((one) => (one.settings === settings ? by : [one]));
    this.store.book.journal.set(chart, "series", series);
  }
}

function valuesAt(book: Book, of: ChartObject, address: string | undefined): unknown[] {
  const place = address === undefined || address === "" ? undefined : locate(book, of.sheet, address);
  return (place?.blocks ?? []).flatMap((block) => {
    const values: unknown[] = [];
    for (let row = block.top; row <= block.bottom; row++)
      for (let column = block.left; column <= block.right; column++)
        values.push(cellAt(place?.sheet as Sheet, row, column)?.value ?? "");
    return values;
  });
}
