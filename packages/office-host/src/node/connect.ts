import type { OfficeHost } from "../host.ts";
import { isSetSupported, type RequirementSets, requirementSets } from "../requirements.ts";
import { type Bridge, type Client, loadClient } from "./load-client.ts";

/** The globals of an add-in that talks to the host: the real client library, and what of `Office` a test needs. */
export interface Connection extends Client {
  readonly Office: OfficeStub;
  /** Puts `Excel`, `Office` and `OfficeExtension` in place as globals; gives back what takes them away again. */
  install(): () => void;
  /** Resolves when all events so far have reached the add-in's handlers. */
  settled(): Promise<void>;
}

/** What of `Office` there is without office.js itself, which needs a browser. */
export interface OfficeStub {
  onReady(
    callback?: (info: { host: string; platform: string }) => unknown,
  ): Promise<{ host: string; platform: string }>;
  readonly context: {
    readonly requirements: { isSetSupported(name: string, version?: string): boolean };
    readonly displayLanguage: string;
    readonly contentLanguage: string;
    readonly platform: string;
    readonly host: string;
  };
}

export interface ConnectOptions {
  /** The requirement sets that the host says it has, for example `{ ExcelApi: "1.14" }`; the others stay. */
  readonly requirements?: RequirementSets;
  readonly language?: string;
}

/** Connects the real client library in this process with the host. */
export function connect(host: OfficeHost, options: ConnectOptions = {}): Connection {
  const bridge: Bridge = { sendMessageToHost: (text) => void carry(host, bridge, text) };
  const client = loadClient(bridge);
  host.onEvent((entry) => {
    bridge.onMessageFromHost?.(JSON.stringify({ type: 3, controlId: "", message: { entries: [entry] } }));
  });
  const sets = { ...requirementSets, ...options.requirements };
  const info = { host: "Excel", platform: "OfficeOnline" };
  const language = options.language ?? "zh-CN";
  const Office: OfficeStub = {
    onReady: async (callback) => {
      callback?.(info);
      return info;
    },
    context: {
      requirements: { isSetSupported: (name, version) => isSetSupported(sets, name, version) },
      displayLanguage: language,
      contentLanguage: language,
      ...info,
    },
  };
  client.window.Office = { ...(client.window.Office as object), ...Office };
  return {
    ...client,
    Office,
    install() {
      const globals = globalThis as unknown as Record<string, unknown>;
      const given: Record<string, unknown> = {
        Excel: client.Excel,
        Office,
        OfficeExtension: client.OfficeExtension,
      };
      const before = Object.fromEntries(Object.keys(given).map((name) => [name, globals[name]]));
      Object.assign(globals, given);
      return () => void Object.assign(globals, before);
    },
    async settled() {
      host.book.events.flush();
      for (let turn = 0; turn < 3; turn++) await new Promise((done) => setTimeout(done, 0));
    },
  };
}

/** Takes one message of the client to the host, and the host's answer back. */
async function carry(host: OfficeHost, bridge: Bridge, text: string): Promise<void> {
  const { id, message } = JSON.parse(text) as { id: number; message: { body: unknown } };
  const body = typeof message.body === "string" ? message.body : JSON.stringify(message.body);
  const answer = await host.answer(body);
  const reply =
    "response" in answer
      ? { statusCode: 200, headers: {}, body: JSON.stringify(answer.response) }
      : {
          statusCode: 400,
          headers: {},
          body: JSON.stringify({ error: { code: answer.error, message: answer.message } }),
        };
  bridge.onMessageFromHost?.(JSON.stringify({ id, type: 2, message: reply }));
}
