/** A manifest with what its resources say, by their ids. */
export interface Manifest {
  readonly all: (parent: Element | Document, name: string) => Element[];
  readonly xml: Document;
  /** The text in the language, else the usual one. */
  readonly text: (element: Element | undefined) => string;
  /** The text in every language that there is. */
  readonly texts: (element: Element | undefined) => readonly string[];
}

/** Reads an add-in's manifest (清单). */
export function readManifest(manifest: string, language: string): Manifest {
  const xml = new DOMParser().parseFromString(manifest, "text/xml");
  const all = (parent: Element | Document, name: string): Element[] => [
    ...parent.getElementsByTagNameNS("*", name),
  ];
  const resources = new Map(
    ["String", "Image", "Url"]
      .flatMap((name) => all(xml, name))
      .map((entry) => [entry.getAttribute("id") ?? "", entry]),
  );
  const resource = (element: Element | undefined) => resources.get(element?.getAttribute("resid") ?? "");
  const usual = (entry: Element) => entry.getAttribute("DefaultValue") ?? "";
  return {
    all,
    xml,
    text: (element) => {
      const entry = resource(element);
      if (!entry) return "";
      const override = all(entry, "Override").find((one) =>
        one.getAttribute("Locale")?.startsWith(language.slice(0, 2)),
      );
      return override?.getAttribute("Value") ?? usual(entry);
    },
    texts: (element) => {
      const entry = resource(element);
      if (!entry) return [];
      return [usual(entry), ...all(entry, "Override").map((one) => one.getAttribute("Value") ?? "")];
    },
  };
}
