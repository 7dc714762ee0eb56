import { locate } from "../model/address.ts";
import type { Sheet } from "../model/sheet.ts";
import { invalidArgument, itemNotFound } from "../protocol/api-error.ts";
import type { AreasObject, RangeObject, Scope } from "./back-links.ts";
import { recordClass } from "./record.ts";

const headerFooter = recordClass("HeaderFooter", {
  fields: {
    CenterFooter: "",
    CenterHeader: "",
    LeftFooter: "",
    LeftHeader: "",
    RightFooter: "",
    RightHeader: "",
  },
});
const headerFooterGroup = recordClass("HeaderFooterGroup", {
  fields: {
    State: ["Default", "FirstAndDefault", "OddAndEven", "FirstOddAndEven"],
    UseSheetMargins: true,
    UseSheetScale: true,
  },
  parts: {
    DefaultForAllPages: () => headerFooter,
    EvenPages: () => headerFooter,
    FirstPage: () => headerFooter,
    OddPages: () => headerFooter,
  },
});

/** Margins in points, as a new workbook has them. */
const margins = {
  TopMargin: 54,
  BottomMargin: 54,
  LeftMargin: 50.4,
  RightMargin: 50.4,
  HeaderMargin: 21.6,
  FooterMargin: 21.6,
};
const pointsOf: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

const Settable = recordClass("PageLayout", {
  fields: {
    ...margins,
    BlackAndWhite: false,
    CenterHorizontally: false,
    CenterVertically: false,
    DraftMode: false,
    FirstPageNumber: null,
    Orientation: ["Portrait", "Landscape"],
    PaperSize: "A4",
    PrintComments: ["NoComments", "EndSheet", "InPlace"],
    PrintErrors: ["AsDisplayed", "Blank", "Dash", "NotAvailable"],
    PrintGridlines: false,
    PrintHeadings: false,
    PrintOrder: ["DownThenOver", "OverThenDown"],
    Zoom: null,
  },
  parts: { HeadersFooters: () => headerFooterGroup },
});

/** How the sheet is printed. */
export class PageLayout extends Settable {
  readonly #scope: Scope;
  readonly #sheet: Sheet;
  constructor(scope: Scope, sheet: Sheet) {
    super({ book: scope.book, settings: sheet.pageLayout, path: "" });
    this.#scope = scope;
    this.#sheet = sheet;
  }
  get Zoom(): unknown {
    return this.read("Zoom") ?? { scale: 100 };
  }
  set Zoom(zoom: unknown) {
    if (typeof zoom !== "object" || zoom === null) throw invalidArgument("zoom");
    this.write("Zoom", zoom);
  }
  SetPrintArea(area: RangeObject | AreasObject | string): void {
    this.write("PrintArea", this.#address(area));
  }
  GetPrintArea(): AreasObject {
    return this.GetPrintAreaOrNullObject() ?? nothing("print area");
  }
  GetPrintAreaOrNullObject(): AreasObject | null {
    const place = this.#place("PrintArea");
    return place ? this.#scope.areas(place.sheet, place.blocks) : null;
  }
  SetPrintTitleRows(rows: RangeObject | string): void {
    this.write("PrintTitleRows", this.#address(rows));
  }
  GetPrintTitleRows(): RangeObject {
    return this.GetPrintTitleRowsOrNullObject() ?? nothing("print title rows");
  }
  GetPrintTitleRowsOrNullObject(): RangeObject | null {
    return this.#range("PrintTitleRows");
  }
  SetPrintTitleColumns(columns: RangeObject | string): void {
    this.write("PrintTitleColumns", this.#address(columns));
  }
  GetPrintTitleColumns(): RangeObject {
    return this.GetPrintTitleColumnsOrNullObject() ?? nothing("print title columns");
  }
  GetPrintTitleColumnsOrNullObject(): RangeObject | null {
    return this.#range("PrintTitleColumns");
  }
  SetPrintMargins(unit: string, options: Readonly<Record<string, number>>): void {
    const points = pointsOf[unit];
    if (points === undefined) throw invalidArgument(`margin unit ${unit}`);
    for (const [side, size] of Object.entries(options)) {
      const name = `${side.charAt(0).toUpperCase()}${side.slice(1)}Margin`;
      if (!(name in margins)) throw invalidArgument(`margin ${side}`);
      this.write(name, size * points);
    }
  }
  #address(given: RangeObject | AreasObject | string): string {
    const address = typeof given === "string" ? given : given.Address;
    if (!locate(this.store.book, this.#sheet, address)) throw invalidArgument(`address ${address}`);
    return address;
  }
  #place(name: string): ReturnType<typeof locate> {
    const address = this.read(name);
    return typeof address === "string" ? locate(this.store.book, this.#sheet, address) : undefined;
  }
  #range(name: string): RangeObject | null {
    const place = this.#place(name);
    const [block] = place?.blocks ?? [];
    return place && block ? this.#scope.range(place.sheet, block) : null;
  }
}

function nothing(what: string): never {
  throw itemNotFound(what);
}
