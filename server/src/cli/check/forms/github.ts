/** `check --format github`: commands to GitHub Actions, which shows the problems at their lines. */

import type { Form, FormOptions, ShownFile } from './form'
import { shownAs, shownPath, summary, words } from './text'

export function githubForm({ quiet }: FormOptions): Form {
  return {
    needs: 'problems',
    begin: () => '',
    file: file => {
      if (file.reportType !== null) return annotations(file)
      return quiet ? '' : `${plain(shownPath(file.path))}: no report of a known type, not checked\n`
    },
    failure: (path, error) => command('error', { file: path, title: 'could not be read' }, error),
    between: '',
    end: (tally, unread) => (quiet ? '' : `${summary(tally, unread)}\n`),
  }
}

type Level = 'error' | 'warning' | 'notice'

const levels: Readonly<Record<ReturnType<typeof shownAs>, Level>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
  'to do': 'notice',
}

function annotations({ path, source, findings }: ShownFile): string {
  const said = findings.map(finding => {
    const shown = shownAs(finding)
    const { start, end, rule, message, place } = finding
    const title = `${rule} (${words[shown]})`
    if (source === 'text') {
      const { line, column: col } = start
      const on = { line, endLine: end.line, col, endColumn: end.column }
      return command(levels[shown], { file: path, ...on, title }, message)
    }
    // GitHub shows no lines of such a file.
    const at = [place?.section, place?.within].filter(Boolean).join(', ')
    return command(levels[shown], { file: path, title }, `${at}: ${message}`)
  })
  return said.join('')
}

/** `::error file=a.md,line=3,title=open-note (put right)::Message`. */
function command(
  level: Level,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const given = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`)
  return `::${level} ${given.join(',')}::${data(message)}\n`
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(value: string | number): string {
  return data(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** The beginning of a line that GitHub takes for no command, whatever a file is called. */
function plain(path: string): string {
  return data(path).replace(/^(?:::|##)/, './$&')
}
