import { Command, CommanderError, type CommandOptions } from 'commander';
import { type BaselineFlags, baselineCommand } from './cli/baseline.ts';
import { buildCommand } from './cli/build.ts';
import { type CodeownersFlags, codeownersCommand } from './cli/codeowners.ts';
import { type CoverageFlags, coverageCommand } from './cli/coverage.ts';
import { type DiffFlags, diffCommand, diffFormats } from './cli/diff.ts';
import { type ExceptionsFlags, exceptionsCommand } from './cli/exceptions.ts';
import { type ExitCode, type Io, UserError } from './cli/io.ts';
import { languageOf } from './cli/language.ts';
import { type LintFlags, lintCommand } from './cli/lint.ts';
import { cliMessages } from './cli/messages.ts';
import { type PageFlags, pagesCommand } from './cli/pages.ts';
import { type PdfFlags, pdfCommand } from './cli/pdf.ts';
import { explainCommand, rulesCommand } from './cli/rules.ts';
import { devCommand, previewCommand, type ServeFlags, startCommand } from './cli/serve.ts';
import { speakChinese } from './cli/speak-chinese.ts';
import { type Language, render } from './model/message.ts';
import { version } from './node.ts';
import { inert } from './report/inert.ts';
import { reporterNames } from './report/reporters.ts';
import { visible } from './report/visible.ts';

/** Runs the command line and returns the exit code: 0 clean, 1 findings, 2 the tool could not do its job. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = commands(io, async (command) => {
    code = await command;
  });
  if (languageAsked(argv, io) === 'zh-CN') speakChinese(program);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UserError) {
      io.err(`${inert(error.message.split('\n').map(visible).join('\n'))}\n`);
      return 2;
    }
    io.err(`${crashWords(error, io)}\n`);
    if (io.env.LOOPBOOK_DEBUG) io.err(`${error instanceof Error ? error.stack : String(error)}\n`);
    return 2;
  }
}

/** Known before the options are, of which the last one counts. */
function languageAsked(argv: readonly string[], io: Io): Language {
  const lang = argv.findLastIndex((each) => /^--lang(?:=|$)/.test(each));
  const asked = lang === -1 ? undefined : (argv[lang]!.split('=')[1] ?? argv[lang + 1]);
  try {
    return languageOf(asked, io);
  } catch {
    return languageOf(undefined, io);
  }
}

/** What nobody foresaw: one line, in the language of the system. */
export function crashWords(error: unknown, io: Pick<Io, 'env'>): string {
  const words = error instanceof Error ? error.message.trim() || error.name : String(error);
  const [reason = ''] = words.split('\n');
  return inert(visible(render(cliMessages.crashed, { reason }, languageOf(undefined, io))));
}

function commands(io: Io, settle: (code: ExitCode | Promise<ExitCode>) => Promise<void>): Command {
  const program = new Command('loopbook')
    .description('Service standards, processes and SOPs as code: lint them, publish them.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err });
  handbookCommand(program, 'lint')
    .description('check the handbook against its rules')
    .argument('[paths...]', 'show only findings at or below these paths')
    .option(
      '--format <name[=file]>',
      `${reporterNames.join(', ')}; several, where all but one go to files`,
      collect,
    )
    .option('--preset <name>', 'starter, recommended or strict')
    .option('--rule <id=severity>', 'set the severity of a rule; may be repeated', collect)
    .option('--rules-from <file>', 'run the rules of this module too; it runs as code of yours', collect)
    .option('--max-warnings <count>', 'fail if there are more warnings')
    .option('--base <revision>', 'count only what is new since this revision, such as origin/main')
    .option('--quiet', 'show errors only')
    .option('--no-baseline', 'show what baseline.json hides, too')
    .option('--timing', 'show how long each rule took')
    .option('--no-cache', 'compute everything, whatever the last run left')
    .option('--cache-dir <folder>', "where runs are kept; the user's cache folder if not given")
    .option('--fix', 'apply the fixes that are safe, then show what is left')
    .option('--stdin', 'read one file from the standard input in place of the one on disk')
    .option('--stdin-filename <path>', 'which file the standard input is')
    .option('--watch', 'check again whenever a file changes')
    .option('--print-config <path>', 'show which rules hold for a file, and why')
    .action((paths: string[], flags: LintFlags) => settle(lintCommand(paths, flags, io)));
  handbookCommand(program, 'coverage')
    .description('show how far standards, roles and the rest are covered, and which demands are met')
    .option('--format <name>', 'pretty or json', 'pretty')
    .option('--min <percent>', 'fail if any share is below this')
    .action((flags: CoverageFlags) => settle(coverageCommand(flags, io)));
  handbookCommand(program, 'baseline')
    .description('hide the findings there are today, so that only new ones fail; afterwards only take out')
    .option('--grow', 'add the findings that are new since')
    .action((flags: BaselineFlags) => settle(baselineCommand(flags, io)));
  handbookCommand(program, 'exceptions')
    .description('list everything that hides findings: comments, exceptions.yaml and baseline.json')
    .option('--format <name>', 'pretty or json', 'pretty')
    .action((flags: ExceptionsFlags) => settle(exceptionsCommand(flags, io)));
  handbookCommand(program, 'diff')
    .description('say what a change does to the service, what it touches and who must approve it')
    .argument('<base>', 'the revision to compare with, such as origin/main')
    .argument('[head]', 'the revision that changed; the files on disk if not given')
    .option('--format <name>', diffFormats.join(', '), 'pretty')
    .option('--fail-on <effects>', 'effects that need approval: weakens,widens-authority,unknown')
    .option('--author <account>', 'who made the change; roles this account stands for do not approve it')
    .action((base: string, head: string | undefined, flags: DiffFlags) =>
      settle(diffCommand(base, head, flags, io)),
    );
  handbookCommand(program, 'codeowners')
    .description('write who is asked about each file into CODEOWNERS')
    .option('--check', 'write nothing; fail if the file is out of date')
    .option('--out <file>', 'the file; found where Git servers look for it if not given')
    .action((flags: CodeownersFlags) => settle(codeownersCommand(flags, io)));
  program
    .command('explain')
    .description("show a rule's page")
    .argument('<rule>', 'for instance flow/sound')
    .option('--lang <tag>', 'en or zh-CN')
    .action((id: string, flags: { lang?: string }) => settle(explainCommand(id, flags, io)));
  program
    .command('rules')
    .description('list the rules')
    .option('--lang <tag>', 'en or zh-CN')
    .action((flags: { lang?: string }) => settle(rulesCommand(flags, io)));
  siteCommand(program, 'build')
    .description('publish the handbook as a static site with its search index')
    .option('--force', 'publish in spite of errors, which are shown')
    .option('--no-cache', 'make every page anew, whatever the last build left')
    .option('--cache-dir <folder>', "where builds are remembered; the user's cache folder if not given")
    .action((flags: PageFlags) => settle(buildCommand(flags, io)));
  siteCommand(program, 'pages', { hidden: true })
    .description('the first half of build: lint, then write the pages without a search index')
    .option('--force', 'publish in spite of errors, which are shown')
    .option('--no-cache', 'make every page anew, whatever the last build left')
    .option('--cache-dir <folder>', "where builds are remembered; the user's cache folder if not given")
    .action((flags: PageFlags) => settle(pagesCommand(flags, io)));
  siteCommand(program, 'dev')
    .description('show the handbook while writing it; pages follow the files')
    .option('--port <number>', 'port to serve at', '4321')
    .action((flags: ServeFlags) => settle(devCommand(flags, io)));
  siteCommand(program, 'preview')
    .description('serve a built handbook')
    .option('--port <number>', 'port to serve at', '4321')
    .action((flags: ServeFlags) => settle(previewCommand(flags, io)));
  siteCommand(program, 'start')
    .description('lint, build and serve the handbook')
    .option('--force', 'publish in spite of errors, which are shown')
    .option('--port <number>', 'port to serve at', '4321')
    .action((flags: ServeFlags) => settle(startCommand(flags, io)));
  siteCommand(program, 'pdf')
    .description("print a built handbook, or one role's part of it, as a book")
    .option('--role <id>', 'the part of one role')
    .option('--locale <tag>', 'in another language than the first')
    .option('--file <path>', 'where the book is written', 'handbook.pdf')
    .action((flags: PdfFlags) => settle(pdfCommand(flags, io)));
  return program;
}

function handbookCommand(program: Command, name: string, options: CommandOptions = {}): Command {
  return program
    .command(name, options)
    .option('--root <folder>', 'the handbook; found from the working directory if not given')
    .option('--lang <tag>', 'language of findings: en or zh-CN')
    .option('--today <date>', 'judge by this date, YYYY-MM-DD');
}

function siteCommand(program: Command, name: string, options: CommandOptions = {}): Command {
  return handbookCommand(program, name, options)
    .option('--out <folder>', 'where the site is written', 'dist')
    .option('--base <path>', 'path the site is served under')
    .option('--site <url>', 'address the site is served at');
}

function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}
