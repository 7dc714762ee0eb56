import type { TaskLine } from "../engine/task-lines.ts";
import { lineName } from "../parts/line-text.ts";
import { PlaceButton } from "../parts/place-button.tsx";
import { usePane } from "../parts/use-pane.ts";
import type { RollUpPage } from "../state/roll-up.ts";
import { PageFrame } from "./page-frame.tsx";

/** What asks for something to be done comes first. */
const states = ["behind", "unreported", "onTrack", "notDue", "done"] as const;

/** So many tasks of a state are listed. */
const mostListed = 200;

/** The tasks that a line of the counts was made from, by state, each with its cell (查任务). */
export function TasksPage({
  page: { count, tasks },
}: {
  readonly page: Extract<RollUpPage, { kind: "tasks" }>;
}) {
  const { words } = usePane();
  const { rollup } = words;
  return (
    <PageFrame title={`${lineName(count, words)} ${rollup.tasks}`} beside={`${count.total}`}>
      {states
        .map((state) => [state, tasks.filter((task) => task.state === state)] as const)
        .filter(([, own]) => own.length > 0)
        .map(([state, own]) => (
          <section key={state} aria-label={rollup.counts[state]}>
            <p>
              <strong>
                {rollup.counts[state]} <span className="figure">{count[state]}</span>
              </strong>
            </p>
            <ul className="plain">
              {own.slice(0, mostListed).map((task, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it stands
                <Task key={index} task={task} />
              ))}
            </ul>
            {own.length > mostListed ? (
              <p className="faint">{rollup.furtherTasks(own.length - mostListed)}</p>
            ) : null}
          </section>
        ))}
    </PageFrame>
  );
}

function Task({ task: { title, orgs, overdue, at } }: { readonly task: TaskLine }) {
  const { words } = usePane();
  return (
    <li className="place">
      <span className="task-title" title={at ? `${title} ${at.file} ${at.sheet} ${at.ref}` : title}>
        <span className="two-lines">{title}</span>
        <span className="two-lines faint">
          {orgs.join(words.comma)}
          {overdue ? ` ${words.rollup.overdue}` : ""}
        </span>
      </span>
      {at ? <PlaceButton place={at} /> : null}
    </li>
  );
}
