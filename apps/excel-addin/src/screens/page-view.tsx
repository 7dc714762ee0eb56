import type { Page } from "../state/page.ts";
import { CodePageView } from "./code-page.tsx";
import { ColumnsPage } from "./columns-page.tsx";
import { DrillPage } from "./drill-page.tsx";
import { ExplainPage } from "./explain-page.tsx";
import { FixesPage } from "./fixes-page.tsx";
import { HeaderPage } from "./header-page.tsx";
import { RefreshPage } from "./refresh-page.tsx";
import { SettingsPage } from "./settings-page.tsx";
import { TasksPage } from "./tasks-page.tsx";
import { WritePage } from "./write-page.tsx";

/** The page that is open. A part of its own, so that the first screen does not wait for it. */
export function PageView({ page }: { readonly page: Page }) {
  switch (page.kind) {
    case "fixes":
      return <FixesPage page={page} />;
    case "explain":
      return <ExplainPage page={page} />;
    case "code":
      return <CodePageView code={page.code} />;
    case "header":
      return <HeaderPage />;
    case "columns":
      return <ColumnsPage />;
    case "settings":
      return <SettingsPage />;
    case "drill":
      return <DrillPage page={page} />;
    case "tasks":
      return <TasksPage page={page} />;
    case "write":
      return <WritePage page={page} />;
    case "refresh":
      return <RefreshPage page={page} />;
  }
}
