import { blockOf } from "../model/address.ts";
import { type Block, type Sheet, styleAt } from "../model/sheet.ts";
import type { Border, BorderSide, CellStyle } from "../model/style.ts";
import { restyle } from "../model/writing.ts";
import { invalidArgument } from "../protocol/api-error.ts";
import type { HostCollection } from "../protocol/host-object.ts";
import type { Scope } from "./back-links.ts";
import { LookObject } from "./look-object.ts";
import { color } from "./range-look.ts";
import { addin } from "./scope.ts";

const sides = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type Side = (typeof sides)[number];

export class RangeBorderCollection extends LookObject implements HostCollection {
  readonly type = "RangeBorderCollection";
  items(): RangeBorder[] {
    return sides.map((side) => new RangeBorder(this.scope, this.sheet, this.blocks, side));
  }
  get Count(): number {
    return sides.length;
  }
  GetItem(side: string): RangeBorder {
    const known = sides.find((one) => one === side);
    if (!known) throw invalidArgument(`border ${side}`);
    return new RangeBorder(this.scope, this.sheet, this.blocks, known);
  }
  GetItemAt(index: number): RangeBorder {
    return this.GetItem(String(sides[index]));
  }
}

const none: Border = { style: "None", weight: "Thin", color: "#000000" };
const styles = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"];
const weights = ["Hairline", "Thin", "Medium", "Thick"];

/** One border of a range; the inner ones are the cells' own edges that do not lie on the range's edge. */
export class RangeBorder extends LookObject {
  readonly type = "RangeBorder";
  readonly #side: Side;
  constructor(scope: Scope, sheet: Sheet, blocks: readonly Block[], side: Side) {
    super(scope, sheet, blocks);
    this.#side = side;
  }
  /** The collection finds a border by its side. */
  get Id(): string {
    return this.#side;
  }
  get SideIndex(): string {
    return this.#side;
  }
  get Style(): string | null {
    return this.#agreed((border) => border.style);
  }
  set Style(style: string) {
    if (!styles.includes(style)) throw invalidArgument(`border style ${style}`);
    this.#set((border) => (style === "None" ? undefined : { ...border, style }));
  }
  get Weight(): string | null {
    return this.#agreed((border) => border.weight);
  }
  set Weight(weight: string) {
    if (!weights.includes(weight)) throw invalidArgument(`border weight ${weight}`);
    this.#set((border) => ({
      ...border,
      style: border.style === "None" ? "Continuous" : border.style,
      weight,
    }));
  }
  get Color(): string | null {
    return this.#agreed((border) => border.color);
  }
  set Color(given: string) {
    const to = color(given);
    this.#set((border) => ({
      ...border,
      style: border.style === "None" ? "Continuous" : border.style,
      color: to,
    }));
  }

  #agreed<T>(pick: (border: Border) => T): T | null {
    let value: T | undefined;
    for (const [block, side] of this.#edges())
      for (let row = block.top; row <= block.bottom; row++)
        for (let column = block.left; column <= block.right; column++) {
          const here = pick(styleAt(this.sheet, row, column)?.borders?.[side] ?? none);
          if (value === undefined) value = here;
          else if (value !== here) return null;
        }
    return value ?? pick(none);
  }

  #set(change: (border: Border) => Border | undefined): void {
    const { book, sheet } = this;
    this.allow("allowFormatCells");
    for (const [block, side] of this.#edges())
      restyle(book, sheet, block, (style) => ({ borders: withSide(style, side, change) }), addin);
  }

  /** The blocks of cells, each with the side of theirs, that make this border. */
  #edges(): [Block, BorderSide][] {
    const side = this.#side;
    return this.blocks.flatMap((block): [Block, BorderSide][] => {
      const { top, left, bottom, right } = block;
      if (side === "EdgeTop") return [[blockOf(top, left, 1, right - left + 1), side]];
      if (side === "EdgeBottom") return [[blockOf(bottom, left, 1, right - left + 1), side]];
      if (side === "EdgeLeft") return [[blockOf(top, left, bottom - top + 1), side]];
      if (side === "EdgeRight") return [[blockOf(top, right, bottom - top + 1), side]];
      if (side === "InsideVertical")
        return left === right
          ? []
          : [
              [{ ...block, right: right - 1 }, "EdgeRight"],
              [{ ...block, left: left + 1 }, "EdgeLeft"],
            ];
      if (side === "InsideHorizontal")
        return top === bottom
          ? []
          : [
              [{ ...block, bottom: bottom - 1 }, "EdgeBottom"],
              [{ ...block, top: top + 1 }, "EdgeTop"],
            ];
      return [[block, side]];
    });
  }
}

function withSide(
  style: CellStyle | undefined,
  side: BorderSide,
  change: (border: Border) => Border | undefined,
): CellStyle["borders"] | undefined {
  const { [side]: now = none, ...others } = style?.borders ?? {};
  const border = change(now);
  if (border) return { ...others, [side]: border };
  return Object.keys(others).length > 0 ? others : undefined;
}
