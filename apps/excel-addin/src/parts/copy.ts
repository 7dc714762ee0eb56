import type { Pane } from "../acts/pane/pane.ts";

/** Puts text on the clipboard and says so; through a hidden field where the browser asks for that. */
export async function copyText({ store }: Pane, text: string): Promise<void> {
  const done = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  if (!done) copyByField(text);
  store.dispatch({ do: "notice", notice: { kind: "said", text: { what: "copied" } } });
}

function copyByField(text: string): void {
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}
