import { Button } from "@fluentui/react-components";
import { goTo } from "../acts/pane/go-to.ts";
import { copyText } from "./copy.ts";
import { usePane } from "./use-pane.ts";

/** Leads to a cell of this workbook; of a cell of another file the place can be copied (转到、复制位置). */
export function PlaceButton({
  place,
}: {
  readonly place: { readonly file: string; readonly sheet: string; readonly ref: string };
}) {
  const { pane, state, words } = usePane();
  const { file, sheet, ref } = place;
  return file === state.outline?.file ? (
    <Button size="small" onClick={() => void goTo(pane, place)}>
      {words.drill.go}
    </Button>
  ) : (
    <Button size="small" onClick={() => void copyText(pane, `${file} ${sheet}!${ref}`)}>
      {words.drill.copy}
    </Button>
  );
}
