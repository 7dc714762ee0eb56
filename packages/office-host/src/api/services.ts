import { LackingMember } from "../protocol/api-error.ts";
import { HostObject } from "../protocol/host-object.ts";

/** What a service tells the host. */
export interface ServiceListener {
  readonly results: Map<number, unknown>;
}

/** An object that the client makes by its class name. */
export function service(name: string, listener: ServiceListener): HostObject {
  if (name === "Microsoft.InternalService.AddinInternalService") return new AddinInternalService();
  if (name === "Microsoft.ExcelServices.CustomFunctions") return new CustomFunctions(listener);
  throw new LackingMember(`new ${name}`);
}

/** The client reports here by itself that it is ready. */
class AddinInternalService extends HostObject {
  readonly type = "AddinInternalService";
  NotifyActionHandlerReady(): void {}
}

/** Takes the results of custom functions that the host has called. */
class CustomFunctions extends HostObject {
  readonly type = "CustomFunctions";
  readonly #listener: ServiceListener;
  constructor(listener: ServiceListener) {
    super();
    this.#listener = listener;
  }
  _SetOsfControlContainerReadyForCustomFunctions(): void {}
  _GetEnabledFeatures(): unknown[] {
    return [];
  }
  SetInvocationResults(results: readonly { id?: number; Id?: number }[]): void {
    for (const result of results) this.#listener.results.set(Number(result.id ?? result.Id), result);
  }
  SetInvocationArrayResults(results: readonly { id?: number; Id?: number }[]): void {
    this.SetInvocationResults(results);
  }
}
