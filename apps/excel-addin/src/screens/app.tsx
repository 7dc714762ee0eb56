import {
  Button,
  FluentProvider,
  Tab,
  TabList,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import { useRef, useSyncExternalStore } from "react";
import { undo } from "../acts/fix/undo.ts";
import type { Pane } from "../acts/pane/pane.ts";
import { Late } from "../parts/late.tsx";
import { PaneContext, usePane } from "../parts/use-pane.ts";
import { countsOf } from "../state/finding-rows.ts";
import { toSheet } from "../workbook/to-sheet.ts";
import { CheckScreen } from "./check-screen.tsx";
import { closeFirstRun, FirstRun } from "./first-run.tsx";
import { useFocusKeeper } from "./focus-keeper.ts";
import { loadPages, loadRollUp } from "./late-screens.ts";
import { NoticeLine, noticeText, Spoken } from "./notice-line.tsx";
import { stepRegion } from "./regions.ts";
import { SheetCard } from "./sheet-card.tsx";
import { StateLines, Waiting } from "./state-lines.tsx";

const pageView = () => loadPages().then(({ PageView }) => PageView);
const rollUpScreen = () => loadRollUp().then(({ RollUpScreen }) => RollUpScreen);

const darkQuery = typeof matchMedia === "function" ? matchMedia("(prefers-color-scheme: dark)") : undefined;

/** True where the pane is to be dark: as chosen, else as Excel is, else as the system is. */
function useDark(look: "auto" | "light" | "dark", hostDark: boolean | undefined): boolean {
  const system = useSyncExternalStore(
    (listener) => {
      darkQuery?.addEventListener("change", listener);
      return () => darkQuery?.removeEventListener("change", listener);
    },
    () => darkQuery?.matches ?? false,
  );
  return look === "auto" ? (hostDark ?? system) : look === "dark";
}

/** The whole pane (窗格). */
export const App = ({ pane, hostDark }: { readonly pane: Pane; readonly hostDark: boolean | undefined }) => (
  <PaneContext value={pane}>
    <Frame hostDark={hostDark} />
  </PaneContext>
);

function Frame({ hostDark }: { readonly hostDark: boolean | undefined }) {
  const { pane, state, words } = usePane();
  const dark = useDark(state.look, hostDark);
  const frame = useRef<HTMLDivElement>(null);
  useFocusKeeper(frame);
  return (
    <FluentProvider
      theme={dark ? webDarkTheme : webLightTheme}
      className="pane"
      data-look={dark ? "dark" : "light"}
      lang={state.lang}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Z, F6 and Esc belong to the whole pane */}
      <div
        ref={frame}
        className="frame"
        onKeyDown={(event) => {
          if (event.code === "KeyZ" && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
            if (isTyping(event.target)) return;
            event.preventDefault();
            event.stopPropagation();
            void undo(pane);
          } else if (event.key === "F6" && !event.ctrlKey && !event.metaKey) {
            if (frame.current && stepRegion(frame.current, event.shiftKey)) event.preventDefault();
            else toSheet();
          } else if (event.key === "Escape" && !event.nativeEvent.isComposing) {
            if (state.page) {
              event.stopPropagation();
              pane.store.dispatch({ do: "page", page: undefined });
            } else setTimeout(toSheet); // Excel on the web hears of the key first, and takes the keyboard by itself
          }
        }}
        onClick={() => {
          // after the button's own act, which would be gone with it
          if (state.firstRun) closeFirstRun(pane);
        }}
      >
        <Tabs />
        {state.page ? (
          <main className="body">
            <Late load={pageView} given={{ page: state.page }} words={words} />
          </main>
        ) : (
          <>
            <div className="top">
              <FirstRun />
              <SheetCard />
            </div>
            <main
              className="body"
              onScroll={({ currentTarget }) => {
                if (currentTarget.scrollTop > 8) pane.store.dispatch({ do: "card", open: false });
              }}
            >
              <StateLines />
              {state.tab === "check" ? (
                <CheckScreen />
              ) : (
                <Late load={rollUpScreen} given={{}} words={words} />
              )}
            </main>
          </>
        )}
        <Waiting />
        <NoticeLine />
        <Footer />
        <Spoken />
      </div>
    </FluentProvider>
  );
}

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !["checkbox", "radio", "file"].includes(target.type));

function Tabs() {
  const { pane, state, words } = usePane();
  const { A } = countsOf([...state.rows, ...state.fresh].filter(({ sheet }) => sheet === state.active));
  return (
    <TabList
      className="tabs"
      selectedValue={state.tab}
      onTabSelect={(_, { value }) => {
        pane.store.dispatch({ do: "page", page: undefined });
        pane.store.dispatch({ do: "set", state: { tab: value === "rollup" ? "rollup" : "check" } });
      }}
    >
      <Tab value="check">
        {words.tabs.check} {A > 0 ? <span className="figure">{A}</span> : null}
      </Tab>
      <Tab value="rollup">{words.tabs.rollup}</Tab>
    </TabList>
  );
}

function Footer() {
  const { pane, state, words } = usePane();
  const last = state.done.at(-1);
  const said = noticeText(state.notice, words);
  return (
    <footer className="footer">
      {last && said !== "" ? (
        <span className="faint said said-line" aria-hidden="true">
          {said}
        </span>
      ) : null}
      {last ? (
        <Button size="small" appearance="transparent" data-back="undo" onClick={() => void undo(pane)}>
          {words.footer.undo(last.what, last.cells)}
        </Button>
      ) : (
        <span className="faint said" aria-hidden="true">
          {said}
        </span>
      )}
      <span className="footer-right">
        <Button
          size="small"
          appearance="transparent"
          data-back="settings"
          onClick={() => pane.store.dispatch({ do: "page", page: { kind: "settings" } })}
        >
          {words.footer.settings}
        </Button>
        <a className="help" href="./help.html" target="_blank" rel="noreferrer">
          {words.footer.help}
        </a>
      </span>
    </footer>
  );
}
