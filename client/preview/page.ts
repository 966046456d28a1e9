/** The preview's page: shows what it is sent, keeps its place, and follows the cursor both ways. */

import morphdom from 'morphdom'
import type { FromPage, PreviewLook, ToPage } from '../src/pages/preview-messages'

/** What is kept when the window is loaded again. */
interface State extends PreviewLook {
  readonly document?: string
}

interface Host {
  postMessage(message: FromPage): void
  getState(): State | undefined
  setState(state: State): void
}

declare function acquireVsCodeApi(): Host

const host = acquireVsCodeApi()
let state: State = host.getState() ?? { paper: false, problems: false }
const report = byId('report')
const message = byId('message')

wire('paper')
wire('problems')
byId('print').addEventListener('click', () => host.postMessage({ kind: 'print' }))
report.addEventListener('dblclick', ({ target }) => goTo(target))
report.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLElement)) return
  // Enter on a link of the contents follows the link.
  if (event.target.closest('a') === null) goTo(event.target)
})
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.kind) {
    case 'show':
      show(data.html)
      // Another report begins at its top, unless the cursor says otherwise.
      if (state.document !== data.document) window.scrollTo(0, 0)
      keep({ document: data.document })
      return
    case 'say':
      message.textContent = data.words
      message.hidden = false
      report.hidden = true
      return
    case 'cursor':
      follow(data.line)
      return
  }
})
look()
host.postMessage({ kind: 'ready' })

/** Changes only what differs, so that the scroll position and any selection are kept. */
function show(html: string): void {
  message.hidden = true
  report.hidden = false
  const next = document.createElement('div')
  next.id = 'report'
  next.innerHTML = html
  // The parts from which Enter goes to their place in the text.
  for (const place of next.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6, .problem'))
    place.tabIndex = 0
  morphdom(report, next, {
    childrenOnly: true,
    onBeforeElUpdated: (from, to) => {
      if (from.classList.contains('current')) to.classList.add('current')
      return !from.isEqualNode(to)
    },
  })
}

/** Marks the part on the line, and brings it into view if it is out of sight. */
function follow(line: number): void {
  const parts = [...report.querySelectorAll<HTMLElement>('[data-line]')]
  const last = parts.findLast(each => Number(each.dataset.line) <= line)?.dataset.line
  // The lines that are together on the cover share one place: the first of them counts. Of a table and its first
  // row it is the row.
  const first = parts.find(each => each.dataset.line === last)
  const part = first?.querySelector<HTMLElement>(`tr[data-line="${last}"]`) ?? first
  for (const each of report.querySelectorAll('.current')) each.classList.remove('current')
  if (part === undefined) return
  part.classList.add('current')
  const { top, bottom, height } = part.getBoundingClientRect()
  const roof = byId('tools').offsetHeight
  // A part taller than the window is left where it is while it covers the middle.
  const isSeen =
    height > window.innerHeight - roof
      ? top < window.innerHeight / 2 && bottom > window.innerHeight / 2
      : top >= roof && bottom <= window.innerHeight
  if (!isSeen) part.scrollIntoView({ block: height > window.innerHeight ? 'start' : 'center' })
}

function goTo(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement)) return
  const problem = target.closest<HTMLElement>('[data-goes-to]')?.dataset.goesTo
  const line = problem ?? target.closest<HTMLElement>('[data-line]')?.dataset.line
  if (line !== undefined) host.postMessage({ kind: 'go-to', line: Number(line) })
}

/** A button that switches part of the look. */
function wire(part: keyof PreviewLook): void {
  byId(part).addEventListener('click', () => {
    keep({ [part]: !state[part] })
    look()
  })
}

function look(): void {
  for (const part of ['paper', 'problems'] as const) {
    document.body.classList.toggle(`with-${part}`, state[part])
    byId(part).setAttribute('aria-pressed', String(state[part]))
  }
}

function keep(change: Partial<State>): void {
  state = { ...state, ...change }
  host.setState(state)
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`The page has no "${id}".`)
  return element
}
