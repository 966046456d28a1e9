/** The arguments of the command line. */

import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { version } from '../../../package.json'
import { ruleLevels, unknownRule } from '../rules/named-rule'
import type { RuleSeverity } from '../types/report-type'
import { type CheckOptions, check } from './check/check'
import { formNames } from './check/forms/form'
import { type ExportOptions, exportFile } from './export'
import { type FixOptions, fix } from './fix/fix'
import { forget } from './forget'
import { type ImportOptions, importFiles } from './import'
import { type JudgementsOptions, judgements } from './judgements'
import { type LeavingOptions, leaving } from './leaving'
import { type PointsOptions, points } from './points'
import { type ExitStatus, failOnLevels, type Terminal } from './terminal'

/** Runs the command that the arguments ask for; a mistake in them is explained and gives the status 2. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  let status: ExitStatus = 0
  const program = new Command('inspection-reports')
    .description('Keeps a draft inspection report right: sections, grades and paragraph numbers.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(--help lists the commands and options)')
  // These are read where colours are decided; they are named here so that they are accepted and listed.
  program.option('--color', 'use colours even where the output is not a terminal')
  program.option('--no-color', 'use no colours')

  withCommonOptions(program.command('check'))
    .summary('show the problems in reports')
    .description('Shows the problems in reports.')
    .addOption(
      new Option('--format <form>', 'the form of the output').choices(formNames).default('text'),
    )
    .option(
      '--comments <file>',
      'also write a copy of the Word document with a comment at each problem, under this name',
    )
    .option(
      '--earlier <file>',
      'also say, as text, which problems of the one report are new, still there or put right since this earlier version',
    )
    .action(async (files: string[], options: CheckOptions) => {
      status = await check(files, options, terminal)
    })
  withCommonOptions(program.command('fix'))
    .summary('apply the fixes that cannot change what a report says')
    .description(
      'Applies the fixes that cannot change what a report says, and counts what is left.',
    )
    .option('--dry-run', 'show the difference, and change nothing', false)
    .addOption(
      new Option(
        '--tracked <file>',
        'write a copy of the Word document with the fixes as tracked changes, under this name',
      ).conflicts('dryRun'),
    )
    .addOption(
      new Option('--only <rule>', 'apply only the fixes of this rule (may be repeated)').argParser(
        ruleAmong,
      ),
    )
    .action(async (files: string[], options: FixOptions) => {
      status = await fix(files, options, terminal)
    })

  program
    .command('import')
    .summary('turn Word documents, PDFs and texts into drafts')
    .description('Turns Word documents, PDFs and texts into drafts, and lists what was changed.')
    .argument(
      '<file...>',
      'files, folders, patterns such as "reports/*.pdf", or - for standard input',
    )
    .option('--out <folder>', 'where to write the drafts; beside each file if left out')
    .option('--force', 'replace drafts that already exist', false)
    .option('--tidy', 'put a file in order even if it is not a report', false)
    .addOption(typesOption())
    .addOption(reportTypeOption())
    .action(async (files: string[], options: ImportOptions) => {
      status = await importFiles(files, options, terminal)
    })

  program
    .command('export')
    .summary('write a report as a Word document')
    .description('Writes a report as a Word document. Notes and placeholders are listed first.')
    .argument('<file>', 'the report, or - for standard input')
    .option('--template <file>', 'a Word document whose styles, headers and footers to use')
    .option(
      '--out <file>',
      'the document to write, or a folder for it; beside the report if left out',
    )
    .option('--anyway', 'export even if something is still open', false)
    .option('--comments', 'turn notes into comments of Word; they are left out otherwise', false)
    .option('--force', 'replace the document if it already exists', false)
    .addOption(typesOption())
    .addOption(reportTypeOption())
    .action(async (file: string, options: ExportOptions) => {
      status = await exportFile(file, options, terminal)
    })

  withOutOptions(program.command('judgements'))
    .summary('list the judgements of reports')
    .description('Lists the judgements of reports with their grades, as a table or as JSON.')
    .argument(
      '<file...>',
      'files, folders, patterns such as "reports/*.txt", or - for standard input',
    )
    .addOption(
      new Option('--format <form>', 'the form of the output')
        .choices(['csv', 'json'])
        .default('csv'),
    )
    .action(async (files: string[], options: JudgementsOptions) => {
      status = await judgements(files, options, terminal)
    })
  withOutOptions(program.command('points'))
    .summary('list what is wrong in a report for its author')
    .description('Lists what is wrong in a report by section and paragraph, for its author.')
    .argument('<file>', 'the report, a text, a Word document or a PDF, or - for standard input')
    .addOption(
      new Option('--format <form>', 'the form of the output')
        .choices(['md', 'html', 'docx'])
        .default('md'),
    )
    .option('--notes', 'include the notes of colleagues', false)
    .action(async (file: string, options: PointsOptions) => {
      status = await points(file, options, terminal)
    })

  program
    .command('leaving')
    .summary('show what reports must not carry out of the house')
    .description(
      'Shows what reports, Word documents and PDFs must not carry out of the house: notes, comments, tracked changes, properties, and whoever could be recognised.',
    )
    .argument(
      '<file...>',
      'files, folders, patterns such as "reports/*.docx", or - for standard input',
    )
    .addOption(
      new Option('--to <reader>', 'who reads the report next')
        .choices(['council', 'publication'])
        .default('publication'),
    )
    .option('--clean <file>', 'where to write a copy without comments, notes and properties')
    .option('--record <file>', 'where to write a record of the check (.md, .html or .docx)')
    .addOption(typesOption())
    .addOption(reportTypeOption())
    .action(async (files: string[], options: LeavingOptions) => {
      status = await leaving(files, options, terminal)
    })

  program
    .command('forget')
    .summary('remove what interrupted writes have left beside reports')
    .description(
      'Removes the unfinished files that interrupted writes have left in the folders of these files. Nothing else is kept by the command line.',
    )
    .argument('<file...>', 'the files, whether or not they are still there')
    .action(async (files: string[]) => {
      status = await forget(files, terminal)
    })

  program
    .command('lsp')
    .summary('start the language server, for editors')
    .description('Starts the language server on standard input and output. Editors run this.')
    .option('--stdio', 'over standard input and output, as without it', true)
    .action(() => terminal.startServer?.())

  try {
    await program.parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? 0 : 2
  }
}

function withCommonOptions(command: Command): Command {
  return command
    .argument(
      '<file...>',
      'files, folders, patterns such as "reports/*.txt", or - for standard input',
    )
    .addOption(
      new Option(
        '--jobs <number>',
        'how many files to work on at the same time; as many as there are cores if left out',
      ).argParser(jobs),
    )
    .addOption(
      new Option(
        '--fail-on <severity>',
        'exit with status 1 if a problem as serious as this is left: error (put right first), warning (put right), information or hint (look at)',
      )
        .choices(failOnLevels)
        .default('error'),
    )
    .addOption(
      new Option('--rule <rule=level>', 'how serious the problems of a rule are (may be repeated)')
        .argParser(severity)
        .default({}, 'as each rule says'),
    )
    .option('--no-text', 'leave every word of the reports out of the output, as for a log')
    .option('--quiet', 'show problems only, without sums and progress', false)
    .option(
      '--stdin-filename <file>',
      'the name to use for standard input, which decides its report types and settings',
    )
    .addOption(typesOption())
    .addOption(reportTypeOption())
    .hook('preAction', command => {
      command.setOptionValue('severities', command.getOptionValue('rule'))
    })
}

function withOutOptions(command: Command): Command {
  return command
    .option('--out <file>', 'the file to write; standard output if left out')
    .option('--force', 'replace the file if it already exists', false)
    .addOption(typesOption())
    .addOption(reportTypeOption())
}

const typesOption = () => new Option('--types <folder>', 'a folder with report types of your own')

const reportTypeOption = () =>
  new Option(
    '--report-type <pattern=id>',
    'the type of the reports in some files, where their titles do not show it (may be repeated)',
  )
    .argParser(typeByPattern)
    .default({}, 'as the settings of the folder say')

/** `drafts/*.md=ofsted-slac`; whether there is such a type is found out where types are read. */
function typeByPattern(
  value: string,
  earlier: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const [, pattern, id] = /^(.+)=([^=]+)$/.exec(value) ?? []
  if (pattern === undefined || id === undefined)
    throw new InvalidArgumentError('Write it as pattern=id: "drafts/*.md=ofsted-slac".')
  return { ...earlier, [pattern]: id.trim() }
}

function jobs(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new InvalidArgumentError('Write a number from 1.')
  return Number(value)
}

function severity(
  value: string,
  earlier: Readonly<Record<string, RuleSeverity>>,
): Readonly<Record<string, RuleSeverity>> {
  const [, rule = '', level = ''] = /^([^=]*)=(.*)$/.exec(value) ?? []
  const known = ruleLevels.find(each => each === level)
  if (known === undefined)
    throw new InvalidArgumentError(
      `Write it as rule=level; the levels are ${ruleLevels.join(', ')}.`,
    )
  return { ...earlier, [knownRule(rule)]: known }
}

function ruleAmong(rule: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, knownRule(rule)]
}

/** The rule itself, if there is one of that name. */
function knownRule(rule: string): string {
  const fault = unknownRule(rule)
  if (fault !== undefined) throw new InvalidArgumentError(fault)
  return rule
}
