/** The example table: a return with some mistakes in it, made for this purpose. It lies beside the pane, so that no network is needed. */
const files = import.meta.glob<string>("../../../../../examples/nanguan-2016/2016-10/民政局.xlsx", {
  query: "?url&inline",
  import: "default",
});

/** The example table in base64 (示例表). */
export async function exampleTable(): Promise<string> {
  const inline = (await Object.values(files)[0]?.()) ?? "";
  return inline.slice(inline.indexOf(",") + 1);
}
