import { Button, Field, Input, Select } from "@fluentui/react-components";
import type { Lang } from "@taizhang/finding";
import { settingsSheetName } from "@taizhang/sheet";
import { useEffect, useState } from "react";
import { keep } from "../acts/keep/keep.ts";
import { goTo } from "../acts/pane/go-to.ts";
import type { SettingsCard } from "../engine/protocol.ts";
import { UndoNote } from "../parts/undo-note.tsx";
import { usePane } from "../parts/use-pane.ts";
import { keepHere, kept } from "../state/local-memory.ts";
import { PageFrame } from "./page-frame.tsx";

/** The usual fewest characters of an explanation. */
const usualLeast = 6;

/** Settings of the file, which a colleague sees as well, and of this computer (设置). */
export function SettingsPage() {
  const { pane, words } = usePane();
  const [card, setCard] = useState<SettingsCard>();
  useEffect(() => void pane.engine.call("settings", null).then(setCard), [pane]);
  return (
    <PageFrame title={words.settings.title}>
      {card ? <OfFile card={card} /> : null}
      <OfComputer />
    </PageFrame>
  );
}

function OfFile({ card }: { readonly card: SettingsCard }) {
  const { pane, state, words } = usePane();
  const { parameters, rules } = card.settings;
  const [light, setLight] = useState(parameters.light ?? "default");
  const [pace, setPace] = useState<"month" | "day">(parameters.pace ?? "month");
  const [least, setLeast] = useState(`${parameters.reasonLength ?? usualLeast}`);
  const length = Number(least);
  const valid = Number.isInteger(length) && length >= 1 && length <= 200;
  const sheet = state.outline?.sheets.find(({ name }) => name.trim() === settingsSheetName)?.name;
  const off = Object.values(rules).filter((rule) => rule?.off).length;
  const { settings } = words;
  const save = () =>
    void keep(
      pane,
      { what: "parameters", parameters: { light, pace, reasonLength: length } },
      { what: "kept" },
    );
  return (
    <>
      <p className="faint">{settings.inFile}</p>
      <p className="spread">
        <span>{settings.rules(state.rules, off)}</span>
        {sheet === undefined ? null : (
          <Button size="small" onClick={() => void goTo(pane, { sheet, ref: "A1" })}>
            {settings.see}
          </Button>
        )}
      </p>
      <p className="faint">{settings.ownRules}</p>
      <Field label={settings.light}>
        <Select value={light} onChange={(_, { value }) => setLight(value)}>
          {card.presets.map(({ name, atMost }) => (
            <option key={name} value={name}>
              {settings.lightOf(name, atMost)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={settings.pace}>
        <Select value={pace} onChange={(_, { value }) => setPace(value === "day" ? "day" : "month")}>
          <option value="month">{settings.byMonth}</option>
          <option value="day">{settings.byDay}</option>
        </Select>
      </Field>
      <Field label={settings.least} validationState={valid ? "none" : "error"}>
        <Input type="number" value={least} onChange={(_, { value }) => setLeast(value)} />
      </Field>
      {card.exists ? null : <p className="faint">{words.explain.creates}</p>}
      <UndoNote />
      <p className="buttons">
        <Button appearance="primary" disabled={!valid} onClick={save}>
          {settings.save}
        </Button>
        <Button
          appearance="transparent"
          onClick={() => {
            setLight("default");
            setPace("month");
            setLeast(`${usualLeast}`);
          }}
        >
          {settings.defaults}
        </Button>
      </p>
    </>
  );
}

function OfComputer() {
  const { pane, state, words } = usePane();
  const { settings } = words;
  const [own, setOwn] = useState<Lang | undefined>(kept().lang);
  const setLang = (lang: Lang | undefined) => {
    setOwn(lang);
    keepHere({ lang });
    pane.store.dispatch({ do: "set", state: { lang: lang ?? state.hostLang } });
  };
  const setLook = (look: "auto" | "light" | "dark") => {
    keepHere({ look });
    pane.store.dispatch({ do: "set", state: { look } });
  };
  return (
    <>
      <p className="faint ruled">{settings.here}</p>
      <Field label={settings.language}>
        <Select
          value={own ?? "auto"}
          onChange={(_, { value }) => setLang(value === "en" || value === "zh-CN" ? value : undefined)}
        >
          <option value="auto">{settings.followExcel}</option>
          <option value="zh-CN">中文</option>
          <option value="en">English</option>
        </Select>
      </Field>
      <Field label={settings.look}>
        <Select
          value={state.look}
          onChange={(_, { value }) => setLook(value === "light" || value === "dark" ? value : "auto")}
        >
          {(["auto", "light", "dark"] as const).map((look) => (
            <option key={look} value={look}>
              {settings.looks[look]}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
