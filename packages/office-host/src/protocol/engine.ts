import { ApiError, invalidArgument } from "./api-error.ts";
import { callMember, type HostObject, readMember, wireName, writeMember } from "./host-object.ts";
import {
  type Action,
  type ArgumentInfo,
  actionType,
  pathType,
  type Request,
  type Response,
} from "./messages.ts";
import { answerQuery, identity, isHostObject } from "./query.ts";

/** What the engine needs of its surroundings. */
export interface EngineSurroundings {
  readonly root: HostObject;
  /** Objects that the client makes by class name, such as services it asks for by itself. */
  readonly create: (name: string) => HostObject;
  readonly references: Map<string, HostObject>;
  /** Called before each action; may throw to make it fail. */
  readonly before?: (action: Action) => void;
}

/** The answer to one request: its actions in their order, up to the first that fails. */
export function execute(request: Request, surroundings: EngineSurroundings): Response {
  const results: { ActionId: number; Value: unknown }[] = [];
  const traceIds: number[] = [];
  const found = new Map<number, HostObject | null>();
  const resolve = (id: number): HostObject | null => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const object = follow(request, id, resolve, surroundings);
    found.set(id, object);
    return object;
  };
  for (const [index, action] of request.Actions.entries()) {
    try {
      surroundings.before?.(action);
      if (action.ActionType === actionType.trace) traceIds.push(action.Id);
      const value = action.ActionType === actionType.trace ? null : perform(action, resolve, surroundings);
      results.push({ ActionId: action.Id, Value: value ?? null });
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      return {
        Results: results,
        TraceIds: traceIds,
        Error: {
          Code: thrown.code,
          Message: thrown.message,
          HttpStatusCode: 400,
          ActionIndex: index,
          Location: locationOf(request, action),
        },
      };
    }
  }
  return { Results: results, TraceIds: traceIds };
}

function follow(
  request: Request,
  id: number,
  resolve: (id: number) => HostObject | null,
  { root, create, references }: EngineSurroundings,
): HostObject | null {
  const path = request.ObjectPaths[id];
  if (!path)
    throw new ApiError(
      "InvalidObjectPath",
      `The object path ${id} isn't working for what you're trying to do.`,
    );
  const parentId = path.ParentObjectPathId;
  const parent =
    parentId === undefined || parentId === null || parentId === 0 ? undefined : resolve(parentId);
  if (parent === null) return null; // what hangs on an object that is not there is not there either
  const from = (): HostObject => {
    if (!parent) throw new ApiError("InvalidObjectPath", `${path.Name} hangs on nothing`);
    return parent;
  };
  const object = (value: unknown): HostObject | null => {
    if (value === null || isHostObject(value)) return value;
    throw new ApiError("InvalidObjectPath", `${from().type}.${path.Name} is not an object`);
  };
  switch (path.ObjectPathType) {
    case pathType.root:
      return root;
    case pathType.newObject:
      return create(path.Name);
    case pathType.method:
      return object(callMember(from(), path.Name, argumentsOf(path.ArgumentInfo, resolve)) ?? null);
    case pathType.property:
      return object(readMember(from(), path.Name));
    case pathType.indexer:
      return object(callMember(from(), "GetItem", argumentsOf(path.ArgumentInfo, resolve)));
    case pathType.reference: {
      const kept = references.get(path.Name);
      if (!kept)
        throw new ApiError("InvalidReference", "This reference is not valid for the current operation.");
      return kept;
    }
    case pathType.nullObject:
      return null;
    default:
      throw new ApiError("NotImplemented", `office-host: object path type ${path.ObjectPathType}`);
  }
}

function perform(
  action: Action,
  resolve: (id: number) => HostObject | null,
  { references }: EngineSurroundings,
): unknown {
  const object = resolve(action.ObjectPathId);
  if (object === null) return null;
  switch (action.ActionType) {
    case actionType.instantiate:
      return identity(object);
    case actionType.query:
    case actionType.recursiveQuery:
    case actionType.queryAsJson:
      return answerQuery(object, action.QueryInfo ?? {});
    case actionType.method: {
      if (action.Name === "_KeepReference") return keep(object, references);
      const value = callMember(object, action.Name, argumentsOf(action.ArgumentInfo, resolve));
      return isHostObject(value) ? identity(value) : value;
    }
    case actionType.set:
      return writeMember(object, action.Name, argumentsOf(action.ArgumentInfo, resolve)[0]);
    case actionType.update:
      for (const [name, value] of Object.entries(action.ObjectState ?? {}))
        writeMember(object, wireName(name), value);
      return null;
    case actionType.ensureUnchanged:
      return null;
    default:
      throw new ApiError("NotImplemented", `office-host: action type ${action.ActionType}`);
  }
}

let lastReference = 0;

function keep(object: HostObject, references: Map<string, HostObject>): undefined {
  object.reference ??= `reference${++lastReference}`;
  references.set(object.reference, object);
}

/** The arguments, with the objects that paths stand for. */
function argumentsOf(info: ArgumentInfo | undefined, resolve: (id: number) => HostObject | null): unknown[] {
  const one = (value: unknown, path: unknown): unknown => {
    if (Array.isArray(path) && Array.isArray(value)) return value.map((inner, at) => one(inner, path[at]));
    if (typeof path !== "number" || path === 0) return value;
    const object = resolve(path);
    if (!object) throw invalidArgument("an object that is not there was given");
    return object;
  };
  return (info?.Arguments ?? []).map((value, at) => one(value, info?.ReferencedObjectPathIds?.[at]));
}

const locationOf = (request: Request, action: Action): string =>
  action.Name || (request.ObjectPaths[action.ObjectPathId]?.Name ?? "");
