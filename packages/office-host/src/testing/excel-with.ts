import { OfficeHost } from "../host.ts";
import { type Actor, actor } from "../model/actor.ts";
import { type Book, newBook } from "../model/book.ts";
import { type Connection, type ConnectOptions, connect } from "../node/connect.ts";

/** A host, the real client connected with it, and two people at the workbook, for the tests of this package. */
export function excelWith(
  sheets: Readonly<Record<string, readonly (readonly unknown[])[]>> = { Sheet1: [] },
  options: ConnectOptions = {},
): { host: OfficeHost; book: Book; user: Actor; other: Actor } & Connection {
  const book = newBook(Object.keys(sheets));
  const user = actor(book);
  for (const [name, rows] of Object.entries(sheets)) if (rows.length > 0) user.type(name, "A1", rows);
  book.journal.clear();
  const host = new OfficeHost(book);
  return { host, book, user, other: actor(book, "Remote"), ...connect(host, options) };
}
