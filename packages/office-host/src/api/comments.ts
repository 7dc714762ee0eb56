import { blockOf, locate } from "../model/address.ts";
import { activeSheet, type Book, makeId } from "../model/book.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Comment as CommentData, CommentReply as ReplyData } from "../model/sheet-objects.ts";
import { invalidArgument, itemAlreadyExists, itemNotFound } from "../protocol/api-error.ts";
import type { HostCollection } from "../protocol/host-object.ts";
import type { RangeObject, Scope } from "./back-links.ts";
import { addin, BookObject, SheetObject } from "./scope.ts";

/** A fixed time: the host reads no clock, so that the same acts give the same workbook. */
const created = "2016-10-25T07:02:00.000Z";
const textOf = (content: unknown): string =>
  typeof content === "string"
    ? content
    : String((content as { richContent?: string } | null)?.richContent ?? "");

/** The cell that an argument means. */
function cellGiven(
  book: Book,
  base: Sheet | undefined,
  given: RangeObject | string,
): { sheet: Sheet; row: number; column: number } {
  const place =
    typeof given === "string"
      ? locate(book, base ?? activeSheet(book), given)
      : { sheet: given.sheet, blocks: [given.block] };
  const [block] = place?.blocks ?? [];
  if (!place || !block || block.top !== block.bottom || block.left !== block.right)
    throw invalidArgument(`one cell is needed: ${typeof given === "string" ? given : given.Address}`);
  return { sheet: place.sheet, row: block.top, column: block.left };
}

export class CommentCollection extends BookObject implements HostCollection {
  readonly type = "CommentCollection";
  readonly #sheet: Sheet | undefined;
  constructor(scope: Scope, sheet?: Sheet) {
    super(scope);
    this.#sheet = sheet;
  }
  items(): Comment[] {
    const sheets = this.#sheet ? [this.#sheet] : this.book.sheets;
    return sheets.flatMap((sheet) => sheet.comments.map(({ id }) => new Comment(this.scope, sheet, id)));
  }
  Add(at: RangeObject | string, content: unknown, _contentType?: string | null): Comment {
    const { book } = this;
    const { sheet, row, column } = cellGiven(book, this.#sheet, at);
    if (sheet.comments.some((one) => one.row === row && one.column === column))
      throw itemAlreadyExists("comment");
    const made: CommentData = {
      id: makeId(book),
      row,
      column,
      content: textOf(content),
      resolved: false,
      authorName: book.userName,
      created,
      replies: [],
    };
    book.journal.set(sheet, "comments", [...sheet.comments, made]);
    book.events.raise({ kind: "commentAdded", sheetId: sheet.id, commentId: made.id, source: addin.source });
    return new Comment(this.scope, sheet, made.id);
  }
  GetCount(): number {
    return this.items().length;
  }
  GetItem(id: string): Comment {
    return this.GetItemOrNullObject(id) ?? missing(id);
  }
  GetItemOrNullObject(id: string): Comment | null {
    return this.items().find((one) => one.Id === id) ?? null;
  }
  GetItemAt(index: number): Comment {
    return this.items()[index] ?? missing(String(index));
  }
  GetItemByCell(at: RangeObject | string): Comment {
    const { sheet, row, column } = cellGiven(this.book, this.#sheet, at);
    const found = sheet.comments.find((one) => one.row === row && one.column === column);
    return found ? new Comment(this.scope, sheet, found.id) : missing("of the cell");
  }
  GetItemByReplyId(id: string): Comment {
    const found = this.items().find(({ data }) => data.replies.some((reply) => reply.id === id));
    return found ?? missing(`of reply ${id}`);
  }
}

function missing(what: string): never {
  throw itemNotFound(`comment ${what}`);
}

export class Comment extends SheetObject {
  readonly type = "Comment";
  readonly #id: string;
  constructor(scope: Scope, sheet: Sheet, id: string) {
    super(scope, sheet);
    this.#id = id;
  }
  get data(): CommentData {
    return this.sheet.comments.find(({ id }) => id === this.#id) ?? missing(this.#id);
  }
  get Id(): string {
    return this.#id;
  }
  get AuthorEmail(): string {
    return "";
  }
  get AuthorName(): string {
    return this.data.authorName;
  }
  get Content(): string {
    return this.data.content;
  }
  set Content(content: string) {
    this.change("content", content);
  }
  get ContentType(): string {
    return "Plain";
  }
  get CreationDate(): string {
    return this.data.created;
  }
  get Mentions(): unknown[] {
    return [];
  }
  get Resolved(): boolean {
    return this.data.resolved;
  }
  set Resolved(resolved: boolean) {
    this.change("resolved", resolved);
  }
  get RichContent(): string {
    return this.data.content;
  }
  get Replies(): CommentReplyCollection {
    return new CommentReplyCollection(this);
  }
  Delete(): void {
    const rest = this.sheet.comments.filter(({ id }) => id !== this.#id);
    this.book.journal.set(this.sheet, "comments", rest);
    this.#tell("commentDeleted");
  }
  GetLocation(): RangeObject {
    return this.scope.range(this.sheet, blockOf(this.data.row, this.data.column));
  }
  change<K extends keyof CommentData>(key: K, value: CommentData[K]): void {
    this.book.journal.set(this.data, key, value);
    this.#tell("commentChanged");
  }
  #tell(kind: "commentChanged" | "commentDeleted"): void {
    this.book.events.raise({ kind, sheetId: this.sheet.id, commentId: this.#id, source: addin.source });
  }
}

class CommentReplyCollection extends BookObject implements HostCollection {
  readonly type = "CommentReplyCollection";
  readonly #of: Comment;
  constructor(of: Comment) {
    super(of.scope);
    this.#of = of;
  }
  items(): CommentReply[] {
    return this.#of.data.replies.map(({ id }) => new CommentReply(this.#of, id));
  }
  Add(content: unknown, _contentType?: string | null): CommentReply {
    const reply: ReplyData = {
      id: makeId(this.book),
      content: textOf(content),
      authorName: this.book.userName,
      created,
    };
    this.#of.change("replies", [...this.#of.data.replies, reply]);
    return new CommentReply(this.#of, reply.id);
  }
  GetCount(): number {
    return this.#of.data.replies.length;
  }
  GetItem(id: string): CommentReply {
    return this.GetItemOrNullObject(id) ?? missing(`reply ${id}`);
  }
  GetItemOrNullObject(id: string): CommentReply | null {
    return this.items().find((one) => one.Id === id) ?? null;
  }
  GetItemAt(index: number): CommentReply {
    return this.items()[index] ?? missing(`reply ${index}`);
  }
}

class CommentReply extends BookObject {
  readonly type = "CommentReply";
  readonly #of: Comment;
  readonly #id: string;
  constructor(of: Comment, id: string) {
    super(of.scope);
    this.#of = of;
    this.#id = id;
  }
  get data(): ReplyData {
    return this.#of.data.replies.find(({ id }) => id === this.#id) ?? missing(`reply ${this.#id}`);
  }
  get Id(): string {
    return this.#id;
  }
  get AuthorEmail(): string {
    return "";
  }
  get AuthorName(): string {
    return this.data.authorName;
  }
  get Content(): string {
    return this.data.content;
  }
  set Content(content: string) {
    this.book.journal.set(this.data, "content", content);
  }
  get ContentType(): string {
    return "Plain";
  }
  get CreationDate(): string {
    return this.data.created;
  }
  get Mentions(): unknown[] {
    return [];
  }
  get Resolved(): boolean {
    return this.#of.Resolved;
  }
  get RichContent(): string {
    return this.data.content;
  }
  Delete(): void {
    this.#of.change(
      "replies",
      this.#of.data.replies.filter(({ id }) => id !== this.#id),
    );
  }
  GetLocation(): RangeObject {
    return this.#of.GetLocation();
  }
  GetParentComment(): Comment {
    return this.#of;
  }
}
