import { readManifest } from "./manifest.ts";

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
  const { all, xml, text } = readManifest(manifest, language);
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
