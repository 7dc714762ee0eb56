import { Button } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { UndoNote } from "./undo-note.tsx";

interface AskProps {
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
  /** Whether what Excel's own undo cannot do is said as well. */
  readonly writes?: boolean;
}

/** A question in the place of the button that raised it: the keyboard goes to its first answer (先问). */
export function Ask({ question, yes, no, onYes, onNo, writes = false }: AskProps) {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => here.current?.querySelector("button")?.focus(), []);
  return (
    <div ref={here} className="notice" role="alertdialog" aria-label={question}>
      <p>{question}</p>
      {writes ? <UndoNote /> : null}
      <Button appearance="primary" onClick={onYes}>
        {yes}
      </Button>
      <Button onClick={onNo}>{no}</Button>
    </div>
  );
}
