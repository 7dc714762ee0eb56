import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef } from "react";
import { Icon } from "../parts/icon.tsx";
import { usePane } from "../parts/use-pane.ts";
import { tabFrom } from "./regions.ts";

/** A page over the list, with the way back at the top left (页). */
export function PageFrame({
  title,
  beside = "",
  children,
}: {
  readonly title: string;
  /** A figure at the end of the line. */
  readonly beside?: string;
  readonly children: ReactNode;
}) {
  const { pane, words } = usePane();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <section className="page">
      <div className="page-head">
        <Button
          appearance="transparent"
          icon={<Icon name="back" />}
          aria-label={words.back}
          onClick={() => pane.store.dispatch({ do: "page", page: undefined })}
        />
        <h2
          ref={heading}
          tabIndex={-1}
          onKeyDown={(event) => {
            if (event.key !== "Tab" || !tabFrom(event.currentTarget, event.shiftKey)) return;
            event.preventDefault();
            event.stopPropagation();
          }}
        >
          {title}
        </h2>
        {beside === "" ? null : <strong className="figure to-end">{beside}</strong>}
      </div>
      <div className="page-body">{children}</div>
    </section>
  );
}
