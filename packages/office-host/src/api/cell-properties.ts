import { blockOf } from "../model/address.ts";
import { HostObject, isCollection, membersOf, wireName, writeMember } from "../protocol/host-object.ts";
import type { RangeObject } from "./back-links.ts";

type Wanted = Readonly<Record<string, unknown>>;

/** The wanted properties of one object, nested as asked: `{ format: { fill: { color: true } } }`. */
export function pickProperties(object: HostObject, wanted: Wanted): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(wanted)) {
    if (!inner || name === "$all") continue;
    const member = membersOf(object).get(wireName(name));
    const value: unknown = member?.get?.call(object);
    if (value === undefined) continue;
    if (!(value instanceof HostObject)) out[name] = value;
    else if (isCollection(value) && typeof inner === "object") {
      const sides = value
        .items()
        .map((item) => [sideOf(item), pickProperties(item, inner as Wanted)] as const);
      out[name] = Object.fromEntries(sides);
    } else out[name] = pickProperties(value, typeof inner === "object" ? (inner as Wanted) : {});
  }
  return out;
}

/** Gives an object the properties of a plain one, nested alike. */
export function setProperties(object: HostObject, given: Wanted): void {
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null) continue;
    const inner: unknown = membersOf(object).get(wireName(name))?.get?.call(object);
    if (!(inner instanceof HostObject)) writeMember(object, wireName(name), value);
    else if (isCollection(inner)) {
      for (const [side, properties] of Object.entries(value as Wanted)) {
        const item = inner.items().find((one) => sideOf(one) === side);
        if (item) setProperties(item, properties as Wanted);
      }
    } else setProperties(inner, value as Wanted);
  }
}

/** How cell properties call a border: `top`, `insideHorizontal`… */
function sideOf(item: HostObject): string {
  const side = String(membersOf(item).get("SideIndex")?.get?.call(item) ?? "").replace(/^Edge/, "");
  return side.charAt(0).toLowerCase() + side.slice(1);
}

/** Each cell of the range as a range of its own, row by row. */
export const cellRanges = (range: RangeObject): RangeObject[][] => {
  const { top, left, bottom, right } = range.block;
  return Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (__, across) => range.range(blockOf(top + down, left + across))),
  );
};
