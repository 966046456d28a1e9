/**
 * No word of a report type is in the code: not its grades, the titles of its sections and judgements, its boards or its
 * inspectorates. They are in `server/types/`, so that the types of other countries and services are read just as well.
 *
 * What is compared with a text is a string, a part of a template or a pattern. What is only said is not looked at:
 * messages (`l10n.t`), errors, descriptions of keys, options and commands, and types.
 */

import assert from 'node:assert/strict'
import path from 'node:path'
import {
  type CallExpression,
  type Node,
  type PropertyAssignment,
  SyntaxKind,
} from 'typescript/unstable/ast'
import { builtInCatalogue } from '../../server/src/types/built-in'
import { sourceFiles, visit } from './source-patterns'

const root = path.resolve(import.meta.dirname, '..')

/** Words of titles that any report has, whatever it is about. */
const ordinary: ReadonlySet<string> = new Set(
  `a about action actions after agency and annex annexes annual appendices appendix are area areas assessment
    authority be being better by case child children contact contents context dear details development do does doing
    ensure environment family feel feeling financial finding findings focused following for from further grade graded
    guidance help helping how improve improved in including information initial inspection introduction is it
    judgement judgements judgment keeping key last like list living local looked main make making mean meets met
    missing multi need needs next of older on or outcome outcomes overall overview people performance person positive
    practice priority progress quality re reasonable recommendation recommendations record report requirements
    response risk s section send serious service services since social special staff steps still study summary table taking
    team that the these they this to user visit well what who with within work working young`.split(
    /\s+/,
  ),
)

interface Literal {
  readonly place: string
  readonly text: string
}

const kinds: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.StringLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TemplateHead,
  SyntaxKind.TemplateMiddle,
  SyntaxKind.TemplateTail,
  SyntaxKind.RegularExpressionLiteral,
])

/** Calls whose words somebody reads: messages, errors, the help of the command line. */
const saying = /(?:^|\.)(?:t|\w*Error|Option|Argument|description|summary|usage|addHelpText)$/

/** Keys whose words somebody reads. */
const described: ReadonlySet<string> = new Set([
  'about',
  'description',
  'markdownDescription',
  'summary',
])

function isSaid(node: Node): boolean {
  for (let at: Node | undefined = node.parent; at !== undefined; at = at.parent) {
    if (at.kind === SyntaxKind.LiteralType || at.kind === SyntaxKind.ImportDeclaration) return true
    if (at.kind === SyntaxKind.ExportDeclaration) return true
    if (at.kind === SyntaxKind.CallExpression || at.kind === SyntaxKind.NewExpression) {
      const called = (at as CallExpression).expression.getText()
      // What is called on a message is no part of it: `l10n.t(…).replace(/x/, …)`.
      if (saying.test(called) && (at as CallExpression).arguments?.some(each => holds(each, node)))
        return true
    }
    if (at.kind === SyntaxKind.PropertyAssignment) {
      const { name } = at as PropertyAssignment
      if (described.has(name.getText())) return true
    }
  }
  return false
}

const holds = (outer: Node, inner: Node) => outer.pos <= inner.pos && inner.end <= outer.end

function literals(): readonly Literal[] {
  const found: Literal[] = []
  for (const { file, source } of sourceFiles(root)) {
    visit(source, node => {
      if (!kinds.has(node.kind) || isSaid(node)) return
      const line = source.text.slice(0, node.getStart(source)).split('\n').length
      const { text } = node as Node & { readonly text: string }
      const isPattern = node.kind === SyntaxKind.RegularExpressionLiteral
      // `\b` is no letter of a pattern's words.
      found.push({
        place: `${file}:${line}`,
        text: isPattern ? text.replace(/\\[a-z]/gi, ' ') : text,
      })
    })
  }
  return found
}

const wordsOf = (text: string) => text.toLowerCase().match(/[a-z]+/g) ?? []

/** Every word of the built-in types that is their own. */
function typeWords(): ReadonlySet<string> {
  const said: string[] = []
  for (const { editions } of builtInCatalogue().types)
    for (const edition of editions) {
      const type = edition.compiled()
      said.push(...type.titles, ...type.inspectorates, ...(type.others.scale?.byWord.keys() ?? []))
      said.push(...type.others.judgements)
      for (const { title, aliases } of type.sections) said.push(title, ...aliases)
      for (const { title, aliases, statements } of type.rows)
        said.push(title, ...aliases, ...statements)
    }
  const words = new Set(said.flatMap(wordsOf).filter(word => !ordinary.has(word)))
  for (const { editions } of builtInCatalogue().types)
    for (const edition of editions)
      for (const word of edition.compiled().scale?.byWord.keys() ?? [])
        for (const part of wordsOf(word)) if (part !== 'to' && part !== 'be') words.add(part)
  return words
}

describe('the code', () => {
  const words = typeWords()

  it('is held against grades, titles, boards and inspectorates', () => {
    for (const word of ['good', 'requires', 'leavers', 'safeguarding', 'ofsted', 'lscb', 'board'])
      assert.ok(words.has(word), word)
  })

  it('compares no text with a word of a report type', () => {
    const found = literals().flatMap(({ place, text }) => {
      const own = [...new Set(wordsOf(text))].filter(word => words.has(word))
      return own.length === 0 ? [] : [`${place} ${own.join(', ')}: ${text.slice(0, 80)}`]
    })
    assert.deepEqual(found, [])
  })
})
