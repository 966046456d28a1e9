/**
 * The verdicts of whoever has read the findings in published reports: each is true, false, or debatable, where a careful
 * reader may think either. They are kept in a list without any word of the reports.
 */

export const verdicts = ['true', 'false', 'debatable'] as const
export type Verdict = (typeof verdicts)[number]

/** The findings of one document, in one state: `000_x.txt, as it is`. */
export interface JudgedFindings {
  /** The line above them, without its marks: `000_x.txt, as it is: ofsted-slac`. */
  readonly title: string
  readonly findings: readonly JudgedFinding[]
}

export interface JudgedFinding {
  /** `42 warning split-paragraph` */
  readonly line: string
  /** Undefined for a finding that nobody has read yet. */
  readonly verdict: Verdict | undefined
}

/** What is written after a finding that nobody has read yet. */
const open = '?'

/** Reads a list: `## 000_x.txt, as it is: ofsted-slac` above `42 warning split-paragraph: true`. */
export function readJudged(list: string): readonly JudgedFindings[] {
  const documents: { title: string; findings: JudgedFinding[] }[] = []
  for (const line of list.split('\n')) {
    if (line.startsWith('## ')) documents.push({ title: line.slice(3), findings: [] })
    else if (line !== '') documents.at(-1)?.findings.push(readFinding(line))
  }
  return documents
}

function readFinding(written: string): JudgedFinding {
  const at = written.lastIndexOf(': ')
  const line = at === -1 ? written : written.slice(0, at)
  const verdict = verdicts.find(each => at !== -1 && each === written.slice(at + 2))
  return { line, verdict }
}

/** Writes the list. */
export function writeJudged(documents: readonly JudgedFindings[]): string {
  const lines = documents.flatMap(({ title, findings }) => [
    `## ${title}`,
    ...findings.map(({ line, verdict }) => `${line}: ${verdict ?? open}`),
  ])
  return `${lines.join('\n')}\n`
}

/**
 * The findings of a document as they are now, each with the verdict that it has in the list: that of the same line, or,
 * where a document has as many of the rule as before, of the one in its place. What is new has none.
 */
export function judgedAs(
  title: string,
  lines: readonly string[],
  kept: readonly JudgedFindings[],
): JudgedFindings {
  const name = nameOf(title)
  const before = kept.find(each => nameOf(each.title) === name)?.findings ?? []
  const findings = lines.map((line): JudgedFinding => {
    const same = before.find(each => each.line === line)
    if (same !== undefined) return { line, verdict: same.verdict }
    const own = lines.filter(each => ruleOf(each) === ruleOf(line))
    const old = before.filter(each => ruleOf(each.line) === ruleOf(line))
    return {
      line,
      verdict: own.length === old.length ? old[own.indexOf(line)]?.verdict : undefined,
    }
  })
  return { title, findings }
}

/** Without the type as which the document was read. */
const nameOf = (title: string) => title.slice(0, title.lastIndexOf(': '))

/** `warning split-paragraph`: severity and rule, whatever the line. */
const ruleOf = (line: string) => line.slice(line.indexOf(' ') + 1)

/**
 * How many of the findings have each verdict, which share of those read is false, and each that nobody has read. Hints
 * are counted by themselves: there are many, and no user has to look at them.
 */
export function printVerdicts(documents: readonly JudgedFindings[]): string {
  const all = documents.flatMap(({ title, findings }) =>
    findings.map(finding => ({ ...finding, title })),
  )
  const isHint = ({ line }: JudgedFinding) => ruleOf(line).startsWith('hint')
  const [hints, problems] = [all.filter(isHint), all.filter(each => !isHint(each))]
  const unread = all.filter(({ verdict }) => verdict === undefined)
  const lines = [
    `Verdicts on the problems: ${counted(problems)}`,
    `Verdicts on the hints: ${counted(hints)}`,
    ...unread.map(({ title, line }) => `  not read yet: ${nameOf(title)}: ${line}`),
  ]
  return `${lines.join('\n')}\n`
}

/** `20 true, 1 false, 4 debatable; 4.0 % false.` */
function counted(findings: readonly JudgedFinding[]): string {
  const count = (verdict: Verdict) => findings.filter(each => each.verdict === verdict).length
  const read = findings.filter(({ verdict }) => verdict !== undefined).length
  const share = read === 0 ? '' : `; ${((100 * count('false')) / read).toFixed(1)} % false`
  return `${verdicts.map(verdict => `${count(verdict)} ${verdict}`).join(', ')}${share}.`
}
