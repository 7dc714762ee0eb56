/** A button of the add-in's ribbon tab, as its manifest describes it. */
interface RibbonButton {
  readonly label: string;
  readonly icon: string | undefined;
  readonly action: string | undefined;
  readonly opensPane: boolean;
}

/** Puts the buttons of the manifest into the toolbar; `base` is where the add-in's files are. */
export function drawRibbon(
  toolbar: HTMLElement,
  manifest: string,
  language: string,
  base: string,
  press: (action: string) => void,
): void {
  for (const { label, icon, action, opensPane } of buttonsOf(manifest, language)) {
    const button = document.createElement("button");
    button.type = "button";
    if (icon !== undefined) {
      const image = document.createElement("img");
      image.src = `${base}${new URL(icon, "https://localhost/").pathname.replace(/^.*\/assets\//, "assets/")}`;
      image.alt = "";
      button.append(image);
    }
    button.append(label);
    if (action !== undefined) button.dataset.action = action;
    button.addEventListener("click", () => {
      if (opensPane || action === undefined) document.querySelector<HTMLElement>("#pane iframe")?.focus();
      else press(action);
    });
    toolbar.append(button);
  }
}

function buttonsOf(manifest: string, language: string): RibbonButton[] {
  const xml = new DOMParser().parseFromString(manifest, "text/xml");
  const all = (parent: Element | Document, name: string): Element[] => [
    ...parent.getElementsByTagNameNS("*", name),
  ];
  const texts = new Map<string, string>();
  for (const entry of [...all(xml, "String"), ...all(xml, "Image"), ...all(xml, "Url")]) {
    const id = entry.getAttribute("id");
    const override = all(entry, "Override").find((one) =>
      one.getAttribute("Locale")?.startsWith(language.slice(0, 2)),
    );
    if (id) texts.set(id, override?.getAttribute("Value") ?? entry.getAttribute("DefaultValue") ?? "");
  }
  const text = (element: Element | undefined): string =>
    texts.get(element?.getAttribute("resid") ?? "") ?? "";
  return all(xml, "Control")
    .filter((control) => (control.getAttribute("xsi:type") ?? "") === "Button")
    .map((control) => {
      const action = all(control, "Action")[0];
      const icon = all(control, "Image").find((image) => image.getAttribute("size") === "16");
      return {
        label: text(all(control, "Label")[0]),
        icon: icon && text(icon),
        action: action && all(action, "FunctionName")[0]?.textContent?.trim(),
        opensPane: action?.getAttribute("xsi:type") === "ShowTaskpane",
      };
    });
}
