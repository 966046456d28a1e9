/**
 * With --no-text, no output has a word of a report. All the words that the forms have of their own are known; any
 * other one is a leak.
 */

import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runCommand } from '../../../server/src/cli/arguments'
import { formNames } from '../../../server/src/cli/check/forms/form'
import { formOf } from '../../../server/src/cli/check/forms/forms'
import { emptyTally } from '../../../server/src/cli/check/tally'
import { exportReport } from '../../../server/src/export/export'
import { reportData } from '../../../server/src/features/data/report-data'
import { wordlessData } from '../../../server/src/features/data/wordless'
import { parseReport } from '../../../server/src/report/parse'
import { allRules } from '../../../server/src/rules/all'
import { checkReport } from '../../../server/src/rules/run'
import { builtInCatalogue } from '../../../server/src/types/built-in'
import { reportOfExample, rulePages } from '../../support/rule-pages'

const samples = path.resolve(import.meta.dirname, '../samples')
const everything = Object.fromEntries(allRules.map(({ id }) => [id, 'warning' as const]))
const sources = ['text', 'word', 'pdf'] as const

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/\p{L}+/gu))
}

/** Every word that is in the program and not from a report. */
const own = wordsOf(
  [
    ...allRules.flatMap(({ id, summary }) => [id, summary]),
    ...builtInCatalogue().types.map(({ id }) => id),
    ...formNames.map(emptyForm),
    ...['section, before the first section, row of the summary table, below paragraph'],
    ...['This is the other place. path line column offset place within related start end to do'],
    ...['put right first, look at, write, reports: no problems problem to be put right of them'],
    ...['judgements judgement with the same grade throughout with no grade in at least one place'],
    ...['stated differently in different places not judged not graded yet still to be written'],
    ...['drafts draft finished true false md docx pdf nothing fixed left in would be fix'],
    ...['error warning notice file col endLine endColumn title note ruleId ruleIndex level'],
    ...['locations physicalLocation artifactLocation uri region startLine startColumn message'],
    ...['relatedLocations id logicalLocations name text caption thead tr td th tbody scope'],
    ...['table Place What to do Problem Problems in Rule section h p href quot strong'],
    ...['findings rule severity toDo fixes reportType null status judgements paragraphs hint'],
    ...['information could not be read known type checked compared new'],
  ].join(' '),
)

/** What a form writes around the files. */
function emptyForm(name: (typeof formNames)[number]): string {
  const form = formOf(name, { colour: false, quiet: false })
  return form.begin() + form.end({ ...emptyTally(), reports: 1 }, 0)
}

/** Words in the output that must be from a report. */
function leaksIn(output: string): readonly string[] {
  return [...wordsOf(output)].filter(word => !own.has(word))
}

describe('check --no-text', () => {
  for (const { name, examples } of rulePages)
    it(`shows no word of a report in which ${name.replace('.md', '')} is found`, () => {
      let shown = 0
      for (const example of examples) {
        const report = reportOfExample(example)
        const findings = checkReport(report, everything)
        for (const source of sources)
          for (const form of formNames) {
            const { file } = formOf(form, { colour: false, quiet: false })
            const output = file({
              path: 'draft.md',
              source,
              ...wordlessData({ report, findings }, source),
              // The id of a type on the page is not from a report.
              reportType: null,
              ...(findings.length > 0 && { reportType: 'ofsted-slac' }),
            })
            shown += findings.length
            assert.deepEqual(leaksIn(output), [], `${form} of ${source}`)
          }
      }
      assert(shown > 0)
    })

  it('would be seen to leak: with their text, most of these outputs have words of the reports', () => {
    const leaking = rulePages.filter(({ examples }) =>
      examples.some(example => {
        const report = reportOfExample(example)
        const data = reportData({ report, findings: checkReport(report, everything) })
        return leaksIn(JSON.stringify(data.findings)).length > 0
      }),
    )
    assert(leaking.length > allRules.length * 0.8, `${leaking.length}`)
  })

  describe('as a whole', () => {
    let cwd: string
    before(() => {
      cwd = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
      const names = readdirSync(samples).filter(name => /\.(?:md|txt)$/.test(name))
      for (const [at, name] of names.entries())
        writeFileSync(path.join(cwd, `${at}.md`), readFileSync(path.join(samples, name)))
      // A part of a Word document, which its error names, can have any name.
      writeFileSync(path.join(cwd, 'damaged.docx'), 'PK\x03\x04 word/Margaret Okonkwo.xml')
    })
    after(() => rmSync(cwd, { recursive: true }))

    async function run(command: string) {
      let output = ''
      const write = (text: string) => {
        output += text
      }
      await runCommand(command.split(' '), {
        cwd,
        colour: false,
        readStdin: async () => new Uint8Array(),
        out: write,
        err: write,
      })
      return output
    }

    for (const form of formNames)
      it(`leaves every word of the samples out of ${form}`, async () => {
        const output = await run(`check --no-text --format ${form} .`)
        assert(output.includes('mismatched-grade'))
        assert.deepEqual(leaksIn(output), [])
      })

    for (const command of [
      'check --no-text damaged.docx',
      'check --no-text --earlier damaged.docx 3.md',
      'check --no-text --comments copy.docx damaged.docx',
      'fix --no-text --tracked copy.docx damaged.docx',
    ])
      it(`does not say which part of a Word document is damaged in ${command}`, async () => {
        const output = await run(command)
        assert.match(
          output,
          /^damaged\.docx: This Word document or PDF could not be read\. Leave out --no-text/,
        )
        assert.doesNotMatch(output, /Margaret/)
      })

    describe('of a copy of a Word document', () => {
      const names = ['draft', 'copy', 'tracked', 'changes', 'change', 'suggested', 'by', 'hand']
      const ofCopy = [...names, 'written', 'comment', 'comments', 'with', 'there', 'such', 'facts']

      beforeEach(async () => {
        const clean = readFileSync(path.join(samples, 'westmarch.inspection.md'), 'utf8')
        const [first = '', second = ''] = clean.match(/^\| (?:Quality|Leadership) .*\n/gm) ?? []
        const wrong = clean
          .replace('Published:', 'Publsihed:')
          .replace('## Capacity for improvement', '## Capacity for imprvoement')
          .replace(first, '')
          .replace(second, second + first)
        const { bytes } = await exportReport(parseReport(wrong)!, { pages: 'none' })
        writeFileSync(path.join(cwd, 'draft.docx'), bytes)
      })
      afterEach(() => {
        for (const name of ['draft.docx', 'copy.docx'])
          rmSync(path.join(cwd, name), { force: true })
      })

      for (const command of [
        'fix --no-text --tracked copy.docx draft.docx',
        'fix --no-text --tracked copy.docx --only misspelt-heading draft.docx',
        'check --no-text --comments copy.docx draft.docx',
      ])
        it(`leaves every word out of ${command}`, async () => {
          const output = await run(command)
          assert.match(output, /^Written: copy\.docx/m)
          assert.deepEqual(
            leaksIn(output).filter(word => !ofCopy.includes(word)),
            [],
          )
        })

      it('says of a quiet suggestion only what was written', async () => {
        assert.equal(
          await run('fix --quiet --tracked copy.docx draft.docx'),
          'Written: copy.docx, with tracked changes.\n',
        )
      })
    })

    it('gives only numbers of what became of the problems of an earlier version', async () => {
      writeFileSync(path.join(cwd, 'earlier.txt'), readFileSync(path.join(cwd, '4.md')))
      const output = await run('check --no-text --earlier earlier.txt 3.md')
      assert.match(
        output,
        /Compared with earlier\.txt: \d+ new, \d+ still there, \d+ put right\.\n/,
      )
      assert.deepEqual(
        leaksIn(output).filter(word => !['earlier', 'txt'].includes(word)),
        [],
      )
      rmSync(path.join(cwd, 'earlier.txt'))
    })

    for (const command of ['fix --no-text --dry-run', 'fix --no-text'])
      it(`leaves every word out of ${command}`, async () => {
        const output = await run(`${command} 0.md 1.md 2.md 3.md 4.md`)
        assert.match(output, / {2}(?:would fix|fixed) {2}/)
        assert.deepEqual(
          leaksIn(output).filter(word => !['there', 'such'].includes(word)),
          [],
        )
      })
  })
})
