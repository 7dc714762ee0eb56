import { LackingMember } from "./api-error.ts";
import {
  type HostObject,
  HostObject as HostObjectClass,
  isCollection,
  membersOf,
  wireName,
} from "./host-object.ts";
import type { QueryInfo } from "./messages.ts";

export const isHostObject = (value: unknown): value is HostObject => value instanceof HostObjectClass;

/** What identifies an object for the client: its id, and its reference once kept. */
export function identity(object: HostObject): Record<string, unknown> {
  const id = membersOf(object).get("Id")?.get?.call(object);
  return {
    ...(id === undefined ? {} : { Id: id }),
    ...(object.reference === undefined ? {} : { _ReferenceId: object.reference }),
  };
}

/** The values that a `load` asks for, in the shape the client reads. */
export function answerQuery(object: HostObject, query: QueryInfo): Record<string, unknown> {
  const selected = query.Select?.length ? query.Select : ["*"];
  const paths = [...selected, ...(query.Expand ?? []).map((path) => `${path}/*`)].map((path) =>
    path.split("/"),
  );
  const { Skip: skip = 0, Top: top } = query;
  return shape(object, paths, skip, top);
}

function shape(object: HostObject, paths: string[][], skip = 0, top?: number): Record<string, unknown> {
  if (!isCollection(object)) return values(object, paths);
  // `items/name` and `name` mean the same on a collection; what is the collection's own stays with it
  const ownPaths = paths.filter(([head]) => head !== undefined && isOwn(object, head));
  const itemPaths = paths.filter((path) => !ownPaths.includes(path));
  const own = ownPaths.length > 0 ? values(object, ownPaths) : identity(object);
  if (itemPaths.length === 0) return own;
  const items = object.items().slice(skip, top === undefined || top === 0 ? undefined : skip + top);
  return { ...own, _Items: items.map((item) => values(item, itemPaths)) };
}

const isOwn = (object: HostObject, head: string): boolean =>
  head !== "*" && membersOf(object).get(wireName(head))?.get !== undefined;

function values(object: HostObject, paths: readonly string[][]): Record<string, unknown> {
  const out = identity(object);
  const nested = new Map<string, string[][]>();
  for (const [head = "*", ...rest] of paths) {
    if (head === "*" || head === "$all") {
      for (const [name, member] of membersOf(object)) {
        if (!member.get || name.startsWith("_")) continue;
        const value = member.get.call(object);
        if (value !== undefined && !isHostObject(value)) out[name] = value;
      }
      continue;
    }
    const name = wireName(head);
    const member = membersOf(object).get(name);
    if (!member?.get) throw new LackingMember(`${object.type}.${name}`);
    const value = member.get.call(object);
    if (isHostObject(value)) nested.set(name, [...(nested.get(name) ?? []), rest.length > 0 ? rest : ["*"]]);
    else out[name] = value;
  }
  for (const [name, inner] of nested)
    out[name] = shape(membersOf(object).get(name)?.get?.call(object), inner);
  return out;
}
