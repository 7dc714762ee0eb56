import { Button } from "@fluentui/react-components";
import { type ComponentType, useEffect, useState } from "react";

interface LateProps<Given> {
  /** Brings the part: the same function each time. */
  readonly load: () => Promise<ComponentType<Given>>;
  /** What the part is given when it is there. */
  readonly given: Given;
  /** What is said where it does not come, and the button that asks for it again. */
  readonly words: { readonly notCome: string; readonly again: string };
}

/** What has come once is there at once the next time. */
const come = new WeakMap<object, unknown>();

/**
 * A part of the pane that comes when it is first shown (后到的部分). Until then nothing is drawn; where it does not come, as
 * without a network, that is said in its place, and the rest of the pane goes on.
 */
export function Late<Given extends object>({ load, given, words }: LateProps<Given>) {
  const [Part, setPart] = useState(() => come.get(load) as ComponentType<Given> | undefined);
  const [failures, setFailures] = useState(0);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let shown = true;
    load().then(
      (part) => {
        come.set(load, part);
        if (shown) setPart(() => part);
      },
      () => shown && setFailures(asked + 1),
    );
    return () => {
      shown = false;
    };
  }, [load, asked]);
  if (Part) return <Part {...given} />;
  if (failures <= asked) return null;
  return (
    <div className="notice" role="alert">
      <p>{words.notCome}</p>
      <Button size="small" onClick={() => setAsked(failures)}>
        {words.again}
      </Button>
    </div>
  );
}
