/** The patterns that source files write as literals, and the places where code puts others together. */

import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  type CallExpression,
  type NewExpression,
  type Node,
  type SourceFile,
  SyntaxKind,
} from 'typescript/unstable/ast'
import { API } from 'typescript/unstable/sync'
import type { Pattern } from './pattern'

/** `new RegExp(…)` in a source file. */
export interface Maker {
  readonly file: string
  /** 1-based. */
  readonly line: number
  /** UTF-16 offsets of the whole expression in the file. */
  readonly start: number
  readonly end: number
}

export interface SourcePatterns {
  readonly literals: readonly Pattern[]
  readonly makers: readonly Maker[]
}

const projects = ['tsconfig.json', 'client/preview/tsconfig.json']
const product = /^(?:server\/src|client\/src|client\/preview)\/.*\.ts$/

/** Those of all source files of the product below `root`, in the order of the files. */
export function sourcePatterns(root: string): SourcePatterns {
  const literals: Pattern[] = []
  const makers: Maker[] = []
  for (const { file, source } of sourceFiles(root)) {
    const lineOf = (at: number) => source.text.slice(0, at).split('\n').length
    visit(source, node => {
      const start = node.getStart(source)
      if (node.kind === SyntaxKind.RegularExpressionLiteral) {
        const { text } = node as Node & { readonly text: string }
        const end = text.lastIndexOf('/')
        const [source, flags] = [text.slice(1, end), text.slice(end + 1)]
        literals.push({ file, line: lineOf(start), source, flags })
      }
      if (makes(node)) makers.push({ file, line: lineOf(start), start, end: node.end })
    })
  }
  return { literals, makers }
}

/** Every source file of the product below `root`, with its syntax tree. */
export function* sourceFiles(root: string): Generator<{ file: string; source: SourceFile }> {
  const api = new API({ cwd: root })
  try {
    const openProjects = projects.map(name => path.join(root, name))
    const seen = new Set<string>()
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

/** Every node of a tree, a parent before its children. */
export function visit(node: Node, each: (node: Node) => void): void {
  each(node)
  node.forEachChild(child => visit(child, each))
}

/** `new RegExp(…)`, or the same without `new`. */
function makes(node: Node): boolean {
  if (node.kind !== SyntaxKind.NewExpression && node.kind !== SyntaxKind.CallExpression)
    return false
  const { expression } = node as NewExpression | CallExpression
  return (expression as Node & { readonly text?: string }).text === 'RegExp'
}
