/** The buttons of the ribbon tab 台账 that run here, by the names of the manifest (功能区). */
export type RibbonAct = "check" | "rollUp" | "previousFinding" | "nextFinding" | "marks";

/** Acts that need the pane in sight; the others leave it as it is. */
const opens: readonly RibbonAct[] = ["check", "rollUp"];

/** Ties the ribbon's buttons to acts of the pane; the buttons never change their state at run time. */
export function onRibbon(acts: Readonly<Record<RibbonAct, () => unknown>>): void {
  const actions = (Office as { readonly actions?: typeof Office.actions }).actions;
  if (!actions) return;
  for (const [name, act] of Object.entries(acts) as [RibbonAct, () => unknown][])
    actions.associate(name, async (event: Office.AddinCommands.Event) => {
      try {
        if (opens.includes(name)) await Office.addin.showAsTaskpane();
        await act();
      } finally {
        event.completed();
      }
    });
}
