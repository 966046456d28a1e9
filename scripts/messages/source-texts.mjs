// The texts in the sources of the product: those that can be translated, and those that are English only.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { SyntaxKind } from 'typescript/unstable/ast'
import { API } from 'typescript/unstable/sync'

const projects = ['tsconfig.json', 'client/preview/tsconfig.json']
const product = /^(?:server\/src|client\/src|client\/preview)\/.*\.ts$/

/**
 * Every text of the product's sources, in their order: `{ file, line, text, args, translated }`. The variable
 * places are `{0}`, `{1}`, … in `text`; `args` are the expressions in them.
 */
export function sourceTexts(root) {
  const texts = []
  for (const { file, source } of sourceFiles(root)) {
    const add = (node, text, args, translated) =>
      texts.push({ file, line: lineOf(source, node), text, args, translated })
    visit(source, node => {
      if (isTranslated(node)) {
        const [text, ...args] = node.arguments
        add(
          node,
          text.text,
          args.map(each => each.getText(source)),
          true,
        )
        return args
      }
      if (passedOver.has(node.kind)) return []
      const english = englishText(node, source)
      if (english !== undefined && isForPeople(english.text, file))
        add(node, english.text, english.args, false)
      return english?.inner ?? childrenOf(node)
    })
  }
  return texts
}

/** Names of files and types, and what is shown only in the trace of a fault of the program itself. */
const passedOver = new Set([
  SyntaxKind.ImportDeclaration,
  SyntaxKind.ExportDeclaration,
  SyntaxKind.LiteralType,
  SyntaxKind.TemplateLiteralType,
])

function isTranslated({ kind, expression, arguments: args }) {
  return (
    kind === SyntaxKind.CallExpression &&
    expression.expression?.text === 'l10n' &&
    expression.name?.text === 't' &&
    args.length > 0
  )
}

/** A string in the source; the expressions of a template are numbered as for a translation. */
function englishText(node, source) {
  switch (node.kind) {
    case SyntaxKind.StringLiteral:
    case SyntaxKind.NoSubstitutionTemplateLiteral:
      return { text: node.text, args: [], inner: [] }
    case SyntaxKind.TemplateExpression: {
      const inner = node.templateSpans.map(({ expression }) => expression)
      const text = node.templateSpans.reduce(
        (text, { literal }, at) => `${text}{${at}}${literal.text}`,
        node.head.text,
      )
      return { text, args: inner.map(each => each.getText(source)), inner }
    }
    default:
      return undefined
  }
}

/** Data of the readers: words in texts that are read, never shown. */
const readers = /^server\/src\/(?:report|text|import)\//
const markup = /^\s*<[!?/\w]|\{[^{}]*:[^{}]*\}|=>|\bsrc 'none'/

/** Two words or more that are not markup: only these can be hard to read. */
function isForPeople(text, file) {
  return /\p{L}{2,}[,:]? (?:\{\d\}|\p{L})/u.test(text) && !markup.test(text) && !readers.test(file)
}

function* sourceFiles(root) {
  const api = new API({ cwd: root })
  try {
    const seen = new Set()
    const openProjects = projects.map(name => path.join(root, name))
    for (const { program } of api.updateSnapshot({ openProjects }).getProjects())
      for (const name of program.getSourceFileNames()) {
        const file = path.relative(root, name).split(path.sep).join('/')
        if (seen.has(file) || !product.test(file)) continue
        seen.add(file)
        const source = program.getSourceFile(name)
        if (source?.text !== readFileSync(name, 'utf8')) throw new Error(`${file} was not read`)
        yield { file, source }
      }
  } finally {
    api.close()
  }
}

/** Calls `each` for the node, and then for the nodes that it returns. */
function visit(node, each) {
  for (const next of each(node)) visit(next, each)
}

function childrenOf(node) {
  const children = []
  node.forEachChild(child => void children.push(child))
  return children
}

function lineOf(source, node) {
  return source.text.slice(0, node.getStart(source)).split('\n').length
}
