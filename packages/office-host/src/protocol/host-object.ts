import { LackingMember } from "./api-error.ts";

/**
 * An object that the add-in can name: its members bear the wire's names, which are Office.js's with a capital.
 * A getter that gives another host object is navigation; any other getter is a value that `load` can ask for.
 */
export abstract class HostObject {
  /** The class in Office.js, for example "Range". */
  abstract readonly type: string;
  /** The identifier by which later batches name this very object, once the client has asked to keep it. */
  reference?: string;
}

/** A collection's members, in their order. */
export interface HostCollection extends HostObject {
  items(): readonly HostObject[];
}

export const isCollection = (object: HostObject): object is HostCollection =>
  typeof (object as Partial<HostCollection>).items === "function";

type Member = (...args: unknown[]) => unknown;
const own = new Map<object, ReadonlyMap<string, PropertyDescriptor>>();

/** The wire members of an object: those of its class whose names begin with a capital or an underscore. */
export function membersOf(object: HostObject): ReadonlyMap<string, PropertyDescriptor> {
  const prototype = Object.getPrototypeOf(object) as object;
  const known = own.get(prototype);
  if (known) return known;
  const members = new Map<string, PropertyDescriptor>();
  for (
    let at = prototype;
    at !== HostObject.prototype && at !== null;
    at = Object.getPrototypeOf(at) as object
  )
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(at)))
      if (/^[A-Z_]/.test(name) && !members.has(name)) members.set(name, descriptor);
  own.set(prototype, members);
  return members;
}

export const wireName = (name: string): string =>
  name.startsWith("_") ? name : name.charAt(0).toUpperCase() + name.slice(1);

export function readMember(object: HostObject, name: string): unknown {
  const member = membersOf(object).get(name);
  if (!member?.get) throw new LackingMember(`${object.type}.${name}`);
  return member.get.call(object);
}

export function writeMember(object: HostObject, name: string, value: unknown): void {
  const member = membersOf(object).get(name);
  if (!member?.set) throw new LackingMember(`${object.type}.${name} (set)`);
  member.set.call(object, value);
}

export function callMember(object: HostObject, name: string, args: readonly unknown[]): unknown {
  const member = membersOf(object).get(name)?.value as Member | undefined;
  if (typeof member === "function")
    return member.apply(
      object,
      args.map((value) => value ?? undefined),
    ); // null: not given
  if (/^_(?:Un)?[Rr]egister/.test(name)) return undefined; // the client listens; the host always tells
  throw new LackingMember(`${object.type}.${name}()`);
}
