import { Button, Field, Input, Textarea } from "@fluentui/react-components";
import { catalog, say } from "@taizhang/finding";
import { lengthOfReason, usualReasonLength } from "@taizhang/sheet";
import { useEffect, useState } from "react";
import { keepExplanation } from "../acts/keep/explain.ts";
import { UndoNote } from "../parts/undo-note.tsx";
import { usePane } from "../parts/use-pane.ts";
import { keepHere, nameUsed } from "../state/local-memory.ts";
import type { Page } from "../state/page.ts";
import { PageFrame } from "./page-frame.tsx";

/** Explains a B, confirms a C, ignores a D, releases an A by name: kept in the file, void when the value changes (说明). */
export function ExplainPage({
  page: { row, changed },
}: {
  readonly page: Extract<Page, { kind: "explain" }>;
}) {
  const { pane, state, words } = usePane();
  const { severity } = row.finding;
  const [reason, setReason] = useState("");
  const [by, setBy] = useState(nameUsed());
  const [card, setCard] = useState<{ readonly exists: boolean; readonly least: number }>();
  useEffect(() => {
    void pane.engine
      .call("settings", null)
      .then(({ exists, settings }) =>
        setCard({ exists, least: settings.parameters.reasonLength ?? usualReasonLength }),
      );
  }, [pane]);
  const least = severity === "D" ? 0 : (card?.least ?? usualReasonLength);
  const length = lengthOfReason(reason);
  const nameless = severity === "A" && by.trim() === "";
  const { explain } = words;
  const save = () => {
    keepHere({ name: by.trim() });
    void keepExplanation(pane, row, reason.trim(), by.trim());
  };
  return (
    <PageFrame
      title={explain.title(severity, row.finding.code, catalog[row.finding.code].title[state.lang], row.ref)}
    >
      {changed ? (
        <p className="notice" role="alert">
          {words.explain.changed}
        </p>
      ) : null}
      <p>{say(row.finding, state.lang)}</p>
      {severity === "A" ? <p className="faint">{explain.releaseNote}</p> : null}
      <Field label={explain.what(severity, least)}>
        <Textarea value={reason} resize="vertical" rows={3} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <div className="phrases">
        <span className="faint">{explain.often}</span>
        {explain.phrases.map((phrase) => (
          <Button
            key={phrase}
            size="small"
            onClick={() => setReason(reason === "" ? phrase : `${reason}，${phrase}`)}
          >
            {phrase}
          </Button>
        ))}
      </div>
      <Field label={explain.by} required={severity === "A"}>
        <Input value={by} onChange={(_, { value }) => setBy(value)} />
      </Field>
      <p className="faint" role="status">
        {length < least
          ? explain.more(least - length)
          : least === 0 && length === 0
            ? ""
            : explain.count(length)}
      </p>
      {card && !card.exists ? <p className="faint">{explain.creates}</p> : null}
      <UndoNote />
      <p className="buttons">
        <Button appearance="primary" disabled={length < least || nameless} onClick={save}>
          {explain.save[severity]}
        </Button>
        <Button onClick={() => pane.store.dispatch({ do: "page", page: undefined })}>{explain.cancel}</Button>
      </p>
    </PageFrame>
  );
}
