import { createRoot } from "react-dom/client";
import { takeDroppedFiles } from "./acts/roll-up/drop-files.ts";
import { App } from "./screens/app.tsx";
import { startPane } from "./start.ts";
import "./pane.css";

const root = document.getElementById("root");
if (!root) throw new Error("no #root in the page");
const { pane, hostDark } = await startPane();
takeDroppedFiles(pane);
createRoot(root).render(<App pane={pane} hostDark={hostDark} />);
