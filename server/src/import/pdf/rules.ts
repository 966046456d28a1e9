/** The straight lines that are drawn on a page of a PDF, among them the borders of its tables. */

import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { append, greatest, least } from '../../text/lists'

/** A line along one axis; positions are measured from the page's lower left corner, in points. */
export interface Rule {
  /** Its height for a horizontal line, its distance from the left edge for a vertical one. */
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface Rules {
  readonly horizontal: readonly Rule[]
  readonly vertical: readonly Rule[]
}

/** What the reader gives for drawing the page. */
export interface Drawing {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

type Matrix = readonly [number, number, number, number, number, number]

/** The thickest border of a table. */
const thickest = 3

/** The lines of the page; a filled area counts only where it is as thin as a line. */
export function rulesOf({ fnArray, argsArray }: Drawing): Rules {
  const horizontal: Rule[] = []
  const vertical: Rule[] = []
  const saved: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [at, operation] of fnArray.entries()) {
    const args = argsArray[at] as readonly unknown[] | null
    if (operation === OPS.save || operation === OPS.paintFormXObjectBegin) saved.push(matrix)
    if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd)
      matrix = saved.pop() ?? matrix
    if (operation === OPS.transform) matrix = product(matrix, args as unknown as Matrix)
    if (operation === OPS.paintFormXObjectBegin && Array.isArray(args?.[0]))
      matrix = product(matrix, args[0] as unknown as Matrix)
    if (operation !== OPS.constructPath || args === null) continue
    const [paint, [path]] = args as readonly [number, readonly [ArrayLike<number> | null]]
    if (path === null || paint === OPS.endPath) continue
    for (const box of boxesOf(path, matrix, isOutline(paint))) addRule(box, horizontal, vertical)
  }
  return { horizontal, vertical }
}

const isOutline = (paint: number) =>
  paint === OPS.stroke || paint === OPS.closeStroke || paint === OPS.fillStroke

function product(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ]
}

interface Box {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

/**
 * How many numbers follow each kind of step of a path: to a point, a line, two kinds of curve, back to the start.
 */
const lengths = [2, 2, 6, 4, 0]

/** The sides of each outline, or the box around each area. */
function boxesOf(path: ArrayLike<number>, matrix: Matrix, bySides: boolean): readonly Box[] {
  const boxes: Box[] = []
  let points: (readonly [number, number])[] = []
  const flush = () => {
    if (!bySides) append(boxes, boxAround(points))
    else
      for (const [at, point] of points.entries())
        if (at > 0) append(boxes, boxAround([points[at - 1] as readonly [number, number], point]))
    points = []
  }
  for (let at = 0; at < path.length; ) {
    const step = path[at] ?? 4
    const length = lengths[step] ?? 0
    if (step === 0) flush()
    if (step === 4 && points[0] !== undefined) points.push(points[0])
    if (length > 0) {
      const x = path[at + length - 1] ?? 0
      const y = path[at + length] ?? 0
      points.push([
        matrix[0] * x + matrix[2] * y + matrix[4],
        matrix[1] * x + matrix[3] * y + matrix[5],
      ])
    }
    at += length + 1
  }
  flush()
  return boxes
}

function boxAround(points: readonly (readonly [number, number])[]): readonly Box[] {
  if (points.length < 2) return []
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return [
    {
      left: least(xs),
      right: greatest(xs),
      bottom: least(ys),
      top: greatest(ys),
    },
  ]
}

function addRule({ left, right, bottom, top }: Box, horizontal: Rule[], vertical: Rule[]): void {
  const width = right - left
  const height = top - bottom
  if (height <= thickest && width > thickest)
    horizontal.push({ at: (top + bottom) / 2, from: left, to: right })
  else if (width <= thickest && height > thickest)
    vertical.push({ at: (left + right) / 2, from: bottom, to: top })
}
