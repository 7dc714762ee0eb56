/**
 * Connects the real Office.js client with the host in one Node process.
 * @packageDocumentation
 */
export { type Connection, type ConnectOptions, connect, type OfficeStub } from "./connect.ts";
export { type Bridge, type Client, loadClient } from "./load-client.ts";
