import { catalog, type FindingCode } from "@taizhang/finding";
import { useEffect, useState } from "react";
import { usePane } from "../parts/use-pane.ts";
import { codePage } from "../state/code-page.ts";
import { PageFrame } from "./page-frame.tsx";

/** The pages of the documents, one file a code: they lie beside the pane, so that no network is needed. */
const texts = import.meta.glob<string>("../../../../docs/findings/[A-Z]*.md", {
  query: "?raw",
  import: "default",
});

/** Why a code is reported, with examples (了解V01). */
export function CodePageView({ code }: { readonly code: FindingCode }) {
  const { state, words } = usePane();
  const [text, setText] = useState<string>();
  useEffect(() => {
    void texts[`../../../../docs/findings/${code}.md`]?.().then(setText);
  }, [code]);
  const { about } = words;
  const page = text === undefined ? undefined : codePage(text, state.lang);
  const { severity, alternatives = [], title } = catalog[code];
  return (
    <PageFrame title={`${title[state.lang]} ${code}`}>
      <p>{[severity, ...alternatives].map((one) => `${one} ${words.severities[one]}`).join(words.comma)}</p>
      {page ? (
        <>
          <p>{page.why}</p>
          <h3>{about.found}</h3>
          {page.found.map(({ title: example, sentences }) => (
            <div key={`${example} ${sentences[0]}`}>
              {example === "" ? null : <p className="faint">{example}</p>}
              <ul className="left-alone">
                {sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </div>
          ))}
          {page.leftAlone.length > 0 ? (
            <>
              <h3>{about.leftAlone}</h3>
              <ul className="left-alone">
                {page.leftAlone.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </>
          ) : null}
        </>
      ) : null}
    </PageFrame>
  );
}
