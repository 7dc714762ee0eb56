import type { Light as LightKind } from "@taizhang/kpi";

/** A light as its shape and its word; the shape alone bears the colour of its name (灯). */
export function Light({ light, text }: { readonly light: LightKind | null; readonly text: string }) {
  const [, shape = "", word = text] = /^([●▲◆○])\s*(.*)$/.exec(text) ?? [];
  return (
    <span className="light" data-light={light ?? "none"}>
      {shape === "" ? null : <span className="light-shape">{shape}</span>}
      {word}
    </span>
  );
}
