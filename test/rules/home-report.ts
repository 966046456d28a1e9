/** A report of the type for homes without a fault, for tests to change. */

import assert from 'node:assert/strict'

const before = `# Inspection of homes

## Children

### Quality of care

Grade 2 (good)

1. The quality of care is good. Carers are kind.

### How children do

#### Health outcomes

Grade 1 (outstanding)

2. Health outcomes are outstanding. Nurses visit each week.

#### Learning

Grade 2 (good)

3. Learning is good. Children read a lot.

### Listening to children

Grade 2 (good)

4. Listening to children is good. They meet each month.

## Staff

### Leaders and managers

Grade 4 (inadequate)

5. Leaders and managers are inadequate. Two posts are empty.

### Quality of care

Grade 2 (good)

6. The quality of care is good. Staff stay for long.

## Summary of grades

`

const table = `| **Children** | |
| --- | --- |
| Quality of care | Good |
| **How children do** | |
| Health outcomes | Outstanding |
| Learning | Good |
| Listening to children | Good |
| Equality | Good |
| **Staff** | |
| Leaders and managers | Inadequate |
| Quality of care | Good |
| Equality | Good |
`

export const homeReport = before + table

/** The same as a draft. */
export const homeDraft = homeReport.replace('homes\n', 'homes\n\nStatus: draft\n')

/** The same with the table's columns set apart by tabs, and without a line end at its end. */
export const homeReportWithTabs =
  before +
  table
    .replace(/\| --- \| --- \|\n/, '')
    .replace(/\*\*/g, '')
    .replace(/^\| (.*?) \| (.*?) ?\|$/gm, '$1\t$2')
    .trimEnd()

/**
 * The report with `from` changed into `to`, once; `from` may begin at a heading or row that is unique,
 * as in `Learning\n\nGrade 2 (good)`.
 */
export function changed(from: string, to: string, report = homeReport): string {
  const at = report.indexOf(from)
  assert.ok(at >= 0, `"${from}" does not stand in the report`)
  return report.slice(0, at) + to + report.slice(at + from.length)
}
