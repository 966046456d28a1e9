import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  compareProblems,
  listProblems,
  subjectOf,
  sumOfProblems,
} from '../../../server/src/features/lists/problem-list'
import { parseReport } from '../../../server/src/report/parse'
import { checkReport } from '../../../server/src/rules/run'

const root = path.resolve(import.meta.dirname, '..')
const clean = readFileSync(path.join(root, 'samples/westmarch.inspection.md'), 'utf8')
const wrong = clean.replace('(see paragraph 5)', '(see paragraph 95)')
const faulty = readFileSync(
  path.join(root, 'samples/westmarch-with-problems.inspection.md'),
  'utf8',
)

function list(text: string) {
  const report = parseReport(text)!
  return listProblems(report, checkReport(report))
}

describe('the list of problems', () => {
  it('says that there are none, and what was not checked', () => {
    assert.deepEqual(list(clean), [])
    assert.equal(sumOfProblems([]), 'No problems. Facts, evidence and fairness are not checked.')
  })

  it('gives each its section, paragraph and words', () => {
    const [problem, ...others] = list(wrong)
    assert.ok(problem !== undefined)
    assert.deepEqual(others, [])
    assert.equal(problem.section, 'Ambition and prioritisation (Safeguarding services)')
    assert.equal(problem.within, 'paragraph 29')
    assert.equal(problem.kind, 'to-be-put-right')
    assert.equal(problem.quote?.wrong, '95')
    assert.match(problem.quote?.before ?? '', /\(see paragraph $/)
    assert.equal(wrong.slice(problem.span.start, problem.span.end), '95')
    assert.equal(sumOfProblems([problem]), 'One problem: 1 to be put right.')
  })

  it('quotes the other place beside it', () => {
    const text = clean.replace('Overall effectiveness | Good', 'Overall effectiveness | Adequate')
    const problem = list(text).find(({ others }) => others.length > 0)
    assert.ok(problem !== undefined)
    for (const { place, quote } of problem.others) {
      assert.notEqual(place, '')
      assert.notEqual(quote?.wrong ?? '', '')
    }
  })

  it('knows each problem by words of its own', () => {
    const identities = list(faulty).map(({ identity }) => identity)
    assert.ok(identities.length > 10)
    assert.equal(new Set(identities).size, identities.length)
  })

  it('never takes one of two that are alike for the other once one is put right', () => {
    const sentence = 'Leaders know the area. (see paragraph 95)'
    const twice = clean.replace(/^(\d+\. .*)\n\n(\d+\. .*)$/m, (_, one: string, two: string) =>
      [one, two].map(each => `${each.split(' ')[0]} ${sentence}`).join('\n\n'),
    )
    const both = list(twice).filter(({ rule }) => rule === 'unresolved-paragraph-reference')
    assert.equal(both.length, 2)
    const [left] = list(twice.replace(` ${sentence}`, ' Leaders know the area.')).filter(
      ({ rule }) => rule === 'unresolved-paragraph-reference',
    )
    assert.ok(left !== undefined)
    assert.ok(!both.some(({ identity }) => identity === left.identity))
  })

  it('knows a report by what it is about, not by how it is written', () => {
    const subject = subjectOf(parseReport(clean)!)
    assert.ok(subject !== undefined)
    assert.equal(subjectOf(parseReport(wrong.replaceAll('\n', '\r\n'))!), subject)
    assert.notEqual(subjectOf(parseReport(clean.replaceAll('Westmarch', 'Eastmarch'))!), subject)
  })
})

describe('the problems of two versions', () => {
  const compare = (earlier: string, present: string) => {
    const { known, putRight } = compareProblems(list(earlier), list(present))
    return {
      isNew: list(present)
        .filter(({ identity }) => !known.has(identity))
        .map(({ rule }) => rule),
      still: known.size,
      putRight: putRight.map(({ rule }) => rule),
    }
  }

  it('are new, still there, or put right', () => {
    const dead = 'unresolved-paragraph-reference'
    assert.deepEqual(compare(wrong, clean), { isNew: [], still: 0, putRight: [dead] })
    assert.deepEqual(compare(clean, wrong), { isNew: [dead], still: 0, putRight: [] })
    assert.deepEqual(compare(wrong, wrong), { isNew: [], still: 1, putRight: [] })
  })

  it('are the same however many there are', () => {
    const { isNew, putRight, still } = compare(faulty, faulty)
    assert.deepEqual({ isNew, putRight }, { isNew: [], putRight: [] })
    assert.equal(still, list(faulty).length)
  })

  it('are the same after the paragraphs above were renumbered, and the words beside them changed', () => {
    const lines = wrong.split('\n')
    const at = lines.findIndex(line => line.includes('(see paragraph 95)'))
    const line = lines[at]!
    for (const changed of [
      line.replace(/^\d+/, number => String(Number(number) + 1)),
      line.replace(/(\w+) \(see/, 'nearly $1 (see'),
      line.replace('(see', '(please see'),
    ]) {
      assert.notEqual(changed, line)
      const { putRight } = compare(wrong, lines.with(at, changed).join('\n'))
      assert.deepEqual(putRight, [], changed)
    }
  })
})
