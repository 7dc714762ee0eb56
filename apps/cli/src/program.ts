import { Command, CommanderError, Option } from "commander";
import { check } from "./commands/check.ts";
import { collect } from "./commands/collect.ts";
import { inspect } from "./commands/inspect.ts";
import { parse } from "./commands/parse.ts";
import { rollup } from "./commands/rollup.ts";
import { score } from "./commands/score.ts";
import { split } from "./commands/split.ts";
import { template } from "./commands/template.ts";
import { showUnits, type UnitsOptions } from "./commands/unit-codes.ts";
import { resolveUnit } from "./commands/units.ts";
import type { ExitCode, Io, Session } from "./io.ts";
import { version } from "./version.ts";
import { wordsOf } from "./words/languages.ts";
import type { Words } from "./words/words.ts";

/**
 * Runs one command line and returns its exit code (命令行). Never throws, never reads the clock.
 * @example await run(["check", "报表/", "--json"], { out: console.log, err: console.error, isTerminal: false })
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const asked = languageOf(argv);
  const lang = asked === "en" ? "en" : "zh-CN";
  const words = wordsOf(lang);
  const session: Session = { ...io, lang, words, force: argv.includes("--force") };
  if (asked !== undefined && asked !== lang) return refuse(session, words.usage.badLang(asked));
  let exit: ExitCode = 0;
  const program = build(session, (code) => {
    exit = code;
  });
  // With --help commander would show the general help and not say that there is no such command.
  const [first = "-"] = argv;
  if (!/^-|^help$/.test(first) && !program.commands.some((command) => command.name() === first))
    return refuse(session, words.usage.unknownCommand(first));
  try {
    await program.parseAsync(argv, { from: "user" });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    return error.code === "commander.help" ? 2 : refuse(session, usageError(error, words));
  }
}

/** The language that the arguments ask for, wherever the option stands. */
function languageOf(argv: readonly string[]): string | undefined {
  const at = argv.indexOf("--lang");
  return at >= 0
    ? (argv[at + 1] ?? "")
    : argv.find((part) => part.startsWith("--lang="))?.slice("--lang=".length);
}

function refuse({ err, words }: Session, message: string): ExitCode {
  err(`${message}${words.usage.seeHelp}`);
  return 2;
}

/** Commander's own errors in our words; the name that it quotes is the fact. */
function usageError({ code, message }: CommanderError, { usage, help }: Words): string {
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? "";
  const sentences: Record<string, string> = {
    "commander.unknownOption": usage.unknownOption(quoted),
    "commander.missingArgument": usage.missingArgument(argumentWord(quoted, help)),
    "commander.optionMissingArgument": usage.missingValue(quoted),
    "commander.missingMandatoryOptionValue": usage.missingOption(quoted),
    "commander.unknownCommand": usage.unknownCommand(quoted),
    "commander.excessArguments": usage.tooMany,
  };
  return sentences[code] ?? `${message} `;
}

const argumentWord = (name: string, help: Words["help"]): string =>
  ({ files: help.files, file: help.file, name: help.name, code: help.code, ledger: help.ledgerFile })[name] ??
  name;

type Done = (code: ExitCode) => void;

function build(session: Session, done: Done): Command {
  const { help } = session.words;
  const program = new Command("taizhang")
    .description(help.about)
    .version(version, "-V, --version", help.version);
  dress(program, session);
  program.addHelpText("after", `\n${help.exits}`);
  const sub = (name: string, about: string, examples: readonly string[]) => {
    const command = program.command(name).description(about);
    dress(command, session);
    command.option("--json", help.json);
    return command.addHelpText(
      "after",
      `\n${help.examples}\n${examples.map((line) => `  taizhang ${line}`).join("\n")}\n\n${help.exits}`,
    );
  };

  sub("check", help.check, [
    "check 报表/",
    "check 报表/*.xlsx --ledger 台账.xlsx",
    "check 民政局.xlsx --fix -o 民政局-改.xlsx",
  ])
    .argument("<files...>", help.files)
    .option("--ledger <file>", help.ledger)
    .option("--last <files...>", help.last)
    .option("--period <period>", help.period)
    .option("--fix", help.fix)
    .option("-o, --out <path>", help.fixOut)
    .option("--force", help.force)
    .action(async (files: string[], options) => done(await check(session, files, options)));

  sub("rollup", help.rollup, [
    "rollup 报表/ --by division",
    "rollup 报表/ --by division --explain --idle-months 12,1,2",
    "rollup 报表/ --ledger 台账.xlsx --by department,program --period 2016-10 -o 汇总.xlsx",
    "rollup 报表/ --reviewed 报表/已审/ --earlier 上次报表/ --changes",
  ])
    .argument("<files...>", help.files)
    .option("--by <dimensions>", help.by)
    .option("--period <period>", help.period)
    .option("--ledger <file>", help.ledger)
    .option("--today <day>", help.today)
    .option("--idle-months <months>", help.idleMonths)
    .option("--reviewed <files...>", help.reviewed)
    .option("--earlier <files...>", help.earlier)
    .option("--changes", help.changes)
    .option("--explain", help.explain)
    .option("-o, --out <file>", help.out)
    .option("--force", help.force)
    .action(async (files: string[], options) => done(await rollup(session, files, options)));

  sub("parse", help.parse, [
    "parse 计划.txt",
    "parse 计划.docx -o 台账.xlsx",
    "parse - --year 2016 < 计划.txt",
  ])
    .argument("<file>", help.planFile)
    .option("--year <year>", help.year)
    .option("-o, --out <file>", help.ledgerOut)
    .option("--force", help.force)
    .action(async (file: string, options) => done(await parse(session, file, options)));
  sub("score", help.score, [
    "score 报表/ --preset linear",
    "score 报表/ --ledger 台账.xlsx --preset deduct --total 1000 -o 考核得分.xlsx",
  ])
    .argument("<files...>", help.files)
    .requiredOption("--preset <name>", help.preset)
    .option("--by <who>", help.assessedBy)
    .option("--period <period>", help.period)
    .option("--total <points>", help.declaredTotal)
    .option("--ledger <file>", help.ledger)
    .option("-o, --out <file>", help.out)
    .option("--force", help.force)
    .action(async (files: string[], options) => done(await score(session, files, options)));
  sub("split", help.split, [
    "split 台账.xlsx -o 下发/ --period 2016-11 --due 2016-11-25",
    "split 台账.xlsx -o 下发/ --by town --last 上月/",
  ])
    .argument("<ledger>", help.ledgerFile)
    .option("--by <dimension>", help.splitBy)
    .option("--period <period>", help.splitPeriod)
    .option("--due <day>", help.due)
    .option("--last <files...>", help.lastForSplit)
    .requiredOption("-o, --out <folder>", help.splitOut)
    .option("--force", help.force)
    .action(async (ledger: string, options) => done(await split(session, ledger, options)));

  sub("collect", help.collect, [
    "collect 台账.xlsx 收件/ -o 收件登记.xlsx --period 2016-11",
    "collect 台账.xlsx 收件/*.xlsx -o 登记/ --due 2016-11-25 --today 2016-11-28 --before 上次/收件登记.xlsx",
  ])
    .argument("<ledger>", help.ledgerFile)
    .argument("<files...>", help.files)
    .option("--by <dimension>", help.splitBy)
    .option("--period <period>", help.collectPeriod)
    .option("--last <files...>", help.last)
    .option("--due <day>", help.due)
    .option("--today <day>", help.today)
    .option("--before <register>", help.before)
    .requiredOption("-o, --out <path>", help.collectOut)
    .option("--force", help.force)
    .action(async (ledger: string, files: string[], options) =>
      done(await collect(session, ledger, files, options)),
    );

  sub("inspect", help.inspect, ["inspect 民政局.xlsx"])
    .argument("<file>", help.file)
    .action(async (file: string, options) => done(await inspect(session, file, options)));

  sub("template", help.template, ["template -o 任务分解表.xlsx", "template --settings -o 台账设置.xlsx"])
    .option("--settings", help.settings)
    .requiredOption("-o, --out <file>", help.out)
    .option("--force", help.force)
    .action(async (options) => done(await template(session, options)));

  const units = program.command("units").description(help.units);
  dress(units, session);
  const unit = (name: string, about: string, argument: string) => {
    const command = units
      .command(name)
      .description(about)
      .argument(`<${name === "resolve" ? "name" : "code"}>`, argument);
    dress(command, session);
    return command.option("--json", help.json).option("--on <day>", help.on);
  };
  unit("resolve", help.unitsResolve, help.name)
    .option("--within <code>", help.within)
    .action(async (name: string, options: UnitsOptions) => done(await resolveUnit(session, name, options)));
  for (const what of ["show", "list", "history"] as const)
    unit(
      what,
      { show: help.unitsShow, list: help.unitsList, history: help.unitsHistory }[what],
      help.code,
    ).action(async (code: string, options: UnitsOptions) =>
      done(await showUnits(session, what, code, options)),
    );
  return program;
}

/** Our headings, our language option, errors to us and not to the process. */
function dress(command: Command, { out, err, words }: Session): void {
  const { help } = words;
  const titles: Record<string, string> = {
    "Usage:": help.usage,
    "Arguments:": help.arguments,
    "Options:": help.options,
    "Commands:": help.commands,
    "Global Options:": help.options,
  };
  command
    .exitOverride()
    .helpOption("-h, --help", help.help)
    .helpCommand(false)
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      showGlobalOptions: false,
      subcommandTerm: (sub) => [sub.name(), ...argumentNames(sub)].join(" "),
      commandUsage: (used) =>
        [
          nameOf(used),
          ...(used.commands.length > 0 ? [help.commandWord] : argumentNames(used)),
          help.optionsWord,
        ].join(" "),
    })
    .configureOutput({
      writeOut: (text) => out(text.trimEnd()),
      writeErr: (text) => err(text.trimEnd()),
      outputError: () => {},
    })
    .addOption(new Option("--lang <lang>", help.lang));
}

const argumentNames = (command: Command): string[] =>
  command.registeredArguments.map((one) => `<${one.name()}${one.variadic ? "…" : ""}>`);
const nameOf = (command: Command): string =>
  command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();
