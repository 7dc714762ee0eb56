/** Gives the keyboard back to the sheet, where the host lets a pane do so (回到表里). */
export function toSheet(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  window.blur();
  try {
    window.parent.focus();
  } catch {
    // a host that does not allow it keeps the keyboard where it is
  }
}
