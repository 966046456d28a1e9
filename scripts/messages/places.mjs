// The places where people meet the texts of the product, each with what they read there.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'
import { parse as parseYaml } from 'yaml'
import { withExamples } from './examples.mjs'
import { sourceTexts } from './source-texts.mjs'

/** The folders of the sources, in the order in which somebody meets what they say. */
const rooms = [
  ['client/', 'VS Code: messages, choices and the panel'],
  ['server/src/features/', 'VS Code: hovers, suggestions, lists and pages'],
  ['server/src/lsp/', 'VS Code: answers to what was asked for'],
  ['server/src/import/', 'What an import changed, or could not read'],
  ['server/src/export/', 'Word documents and the preview'],
  ['server/src/types/', 'Files with report types'],
  ['server/src/report/', 'The reading of a report'],
  ['server/src/host/', 'Reading and writing files'],
  ['server/src/cli/', 'The command line: options, mistakes and results'],
]

/** Each place with its texts: `{ place, texts }`, a text being one that is met there. */
export function textsByPlace(root) {
  const manifest = manifestTexts(root)
  const said = sourceTexts(root)
  const known = manifest.flatMap(({ texts }) => texts).join('\n')
  const under = folder =>
    said
      .filter(({ file }) => file.startsWith(folder))
      .filter(({ text, translated }) => translated || !known.includes(text))
      .map(each => withExamples(each))
  const places = rooms.map(([folder, place]) => ({ place, texts: under(folder) }))
  const all = [
    ...manifest,
    ...problems(said),
    ...places,
    snippets(root),
    typeNames(root),
    ...commandLine(root),
  ]
  return all.map(({ place, texts }) => ({ place, texts: [...new Set(texts)] }))
}

/** Commands, settings, the walkthrough: everything that VS Code shows of the extension itself. */
function manifestTexts(root) {
  const { displayName, description } = JSON.parse(read(root, 'package.json'))
  const strings = Object.entries(JSON.parse(read(root, 'package.nls.json')))
  const kinds = [
    ['command', 'Commands, in the palette and in menus'],
    ['setting', 'Settings'],
    ['colour', 'Settings: colours'],
    ['view', 'The side panel'],
    ['walkthrough', 'First steps'],
  ]
  const of = kind => strings.filter(([key]) => key.startsWith(kind)).map(([, text]) => text)
  const others = strings.filter(([key]) => !kinds.some(([kind]) => key.startsWith(kind)))
  return [
    {
      place: 'The extension in the list of extensions',
      texts: [displayName, description, ...others.map(([, text]) => text)],
    },
    ...kinds.map(([kind, place]) => ({ place, texts: of(kind) })),
  ]
}

/** What each rule says of a problem and of its fixes. */
function problems(said) {
  const ofRules = said.filter(({ file }) => file.startsWith('server/src/rules/'))
  return [...new Set(ofRules.map(({ file }) => file))].map(rule => ({
    place: rule.includes('/fixes/')
      ? `What can be done about problems (${path.basename(rule, '.ts')})`
      : `The problem ${path.basename(rule, '.ts')}`,
    texts: ofRules.filter(({ file }) => file === rule).map(each => withExamples(each)),
  }))
}

function snippets(root) {
  const texts = Object.entries(JSON.parse(read(root, 'snippets/inspection-report.json')))
  return {
    place: 'Snippets',
    texts: texts.map(([name, { description }]) => `${name}: ${description}`),
  }
}

function typeNames(root) {
  const files = globSync('server/types/*.yaml', { cwd: root }).sort()
  return {
    place: 'Types of report',
    texts: files.map(file => parseYaml(read(root, file)).name),
  }
}

/** What the command line prints when it is asked for help, and about a report with problems. */
function commandLine(root) {
  const sample = 'samples/westmarch-with-problems.inspection.md'
  const calls = [
    ['--help'],
    ...['check', 'fix', 'import', 'export', 'forget', 'judgements', 'leaving', 'points'].map(
      name => [name, '--help'],
    ),
    ['check', sample],
    ['fix', '--dry-run', sample],
    ['check', '--fail-on', 'never', 'no-such-file.txt'],
  ]
  return calls.map(args => ({
    place: `In a terminal: inspection-reports ${args.join(' ')}`,
    texts: [printed(root, args)],
  }))
}

function printed(root, args) {
  const script = path.join(root, 'scripts/check.mjs')
  const options = {
    cwd: root,
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, NO_COLOR: '1' },
  }
  delete options.env.npm_lifecycle_event
  try {
    return execFileSync(process.execPath, [script, ...args], options).trimEnd()
  } catch ({ stdout, stderr }) {
    // Problems and mistakes have an exit status of their own.
    return `${stdout}${stderr}`.trimEnd()
  }
}

function read(root, file) {
  return readFileSync(path.join(root, file), 'utf8')
}
