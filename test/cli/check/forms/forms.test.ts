import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Ajv from 'ajv-draft-04'
import { runCommand } from '../../../../server/src/cli/arguments'

const samples = path.resolve(import.meta.dirname, '../samples')
const read = (file: string) => readFileSync(file, 'utf8')
const clean = read(path.join(samples, 'westmarch.inspection.md'))
const wrong = clean
  .replace('#### Staying safe', '#### Stayng safe')
  .replace('(see paragraph 5)', '(see paragraph 95)')
const line = wrong.slice(0, wrong.indexOf('Stayng')).split('\n').length

/** What is looked at in a log; the schema says that the rest is right. */
interface Run {
  readonly columnKind: string
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
  readonly invocations: readonly {
    readonly executionSuccessful: boolean
    readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[]
  }[]
  readonly results: readonly {
    readonly ruleId: string
    readonly ruleIndex: number
    readonly level: string
    readonly locations: readonly {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string }
        readonly region: object
      }
    }[]
    readonly fixes: readonly {
      readonly artifactChanges: readonly {
        readonly replacements: readonly { readonly insertedContent: { readonly text: string } }[]
      }[]
    }[]
  }[]
}

describe('check --format', () => {
  let cwd: string
  before(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
    writeFileSync(path.join(cwd, 'clean.md'), clean)
    writeFileSync(path.join(cwd, 'wrong, 100% new.md'), wrong)
    writeFileSync(path.join(cwd, 'shopping.md'), 'Two pints of milk.\n')
  })
  after(() => rmSync(cwd, { recursive: true }))

  async function run(args: readonly string[], stdin = '') {
    let out = ''
    let err = ''
    const status = await runCommand(['check', ...args], {
      cwd,
      colour: false,
      readStdin: async () => Buffer.from(stdin),
      out: text => {
        out += text
      },
      err: text => {
        err += text
      },
    })
    return { out, err, status }
  }

  describe('sarif', () => {
    // One of its patterns is right only without the flag for Unicode.
    const lenient = { strict: false, validateFormats: false, unicodeRegExp: false }
    const schema = JSON.parse(
      read(path.join(import.meta.dirname, 'cli/check/forms/sarif-2.1.0.schema.json')),
    )
    const isValid = new Ajv(lenient).compile(schema)
    const log = async (...args: string[]) => {
      const { out } = await run(['--format', 'sarif', ...args])
      const parsed = JSON.parse(out) as { runs: readonly Run[] }
      assert(isValid(parsed), JSON.stringify(isValid.errors))
      return parsed.runs[0]!
    }

    it('fits the schema, with problems, without and with files that cannot be read', async () => {
      await log('.')
      await log('clean.md')
      await log('shopping.md')
      const { invocations } = await log('lost.md', 'wrong, 100% new.md')
      assert.equal(invocations[0]!.executionSuccessful, false)
      assert.match(invocations[0]!.toolExecutionNotifications[0]!.message.text, /no such file/)
    })

    it('would notice what does not fit', () => {
      assert(!isValid({ version: '2.1.0', runs: [{ tool: {} }] }))
    })

    it('has place, words, rule and fixes of each problem', async () => {
      const { results, tool, columnKind } = await log('wrong, 100% new.md')
      assert.equal(columnKind, 'utf16CodeUnits')
      const [, result] = results
      assert(result !== undefined)
      assert.equal(result.ruleId, 'misspelt-heading')
      assert.equal(tool.driver.rules[result.ruleIndex]!.id, 'misspelt-heading')
      assert.equal(result.level, 'warning')
      const { artifactLocation, region } = result.locations[0]!.physicalLocation
      assert.equal(artifactLocation.uri, 'wrong%2C%20100%25%20new.md')
      assert.deepEqual(region, { startLine: line, startColumn: 6, endLine: line, endColumn: 17 })
      const { replacements } = result.fixes[0]!.artifactChanges[0]!
      assert.equal(replacements[0]!.insertedContent.text, 'Staying')
    })
  })

  describe('github', () => {
    it('has a command for each problem, with anything that would end it written as GitHub wants', async () => {
      const { out } = await run(['--format', 'github', 'wrong, 100% new.md', 'shopping.md'])
      const [second, first, other, sums] = out.split('\n')
      assert(first?.startsWith(`::warning file=wrong%2C 100%25 new.md,line=${line},`), out)
      assert.match(first ?? '', /,title=misspelt-heading \(put right\)::The title /)
      assert.match(second ?? '', /^::warning .*title=unresolved-paragraph-reference/)
      assert.equal(other, 'shopping.md: no report of a known type, not checked')
      assert.match(sums ?? '', /^1 report: 2 problems/)
    })

    it('marks files that could not be read', async () => {
      const { out, status } = await run(['--format', 'github', 'lost.md'])
      assert.match(out, /^::error file=lost\.md,title=could not be read::There is no such file\./)
      assert.equal(status, 2)
    })
  })

  describe('html', () => {
    it('is one page about all files, with a table for each and the sums at its end', async () => {
      const { out } = await run(['--format', 'html', '.', 'lost.md'])
      assert.match(out, /^<!doctype html>\n<html lang="en-GB">/)
      assert.equal(out.match(/<h1>/g)?.length, 1)
      const chapters = [...out.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, name]) => name)
      const files = ['clean.md', 'shopping.md', 'wrong, 100% new.md', 'lost.md', 'In all']
      assert.deepEqual(chapters, files)
      assert.match(
        out,
        /<td>line \d+, column 6<\/td><td>put right<\/td><td>The title of this section is &quot;Staying safe&quot;/,
      )
      assert.match(out, /<p>2 reports: 2 problems .* 1 file could not be read\.<\/p>/)
      assert.doesNotMatch(out, /<(?:script|img|link)|src=|href="(?!#)/)
    })
  })

  describe('with --quiet', () => {
    it('has problems only', async () => {
      const { out } = await run(['--quiet', '.'])
      assert.match(out, /^wrong, 100% new\.md\n.*paragraph-reference\n.*misspelt-heading\n\n$/)
      assert.deepEqual(await run(['--quiet', 'clean.md', 'shopping.md']), {
        out: '',
        err: '',
        status: 0,
      })
      const github = await run(['--quiet', '--format', 'github', 'clean.md', 'shopping.md'])
      assert.equal(github.out, '')
      const { out: page } = await run(['--quiet', '--format', 'html', '.'])
      assert.deepEqual(page.match(/<h2.*?>(.*?)<\/h2>/g), ['<h2>wrong, 100% new.md</h2>'])
      assert.doesNotMatch(page, /in-all|2 reports/)
      assert.match(page, /<\/main>\n[\s\S]*<\/html>\n$/)
    })
  })

  describe('with --stdin-filename', () => {
    it('calls standard input by that name, and reads it with the settings of that place', async () => {
      const named = ['--stdin-filename', 'drafts/new.md', '-']
      assert.match((await run(named, wrong)).out, /^drafts\/new\.md\n/)
      const type = ['--report-type', 'drafts/*.md=ofsted-slac', '--format', 'json']
      const untitled = wrong.slice(wrong.indexOf('\n##'))
      const typeOf = async (...args: string[]) =>
        JSON.parse((await run([...type, ...args], untitled)).out).files[0].reportType
      assert.equal(await typeOf(...named), 'ofsted-slac')
    })
  })
})
