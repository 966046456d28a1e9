/** The page of a file's problems: shows them as it is told, keeps what is chosen, and goes from one to the next. */

import type {
  FromPage,
  PageWords,
  ShownList,
  ShownProblem,
  ToPage,
} from '../src/problems/page-messages'

/** What is kept while the page is out of sight. */
interface State {
  readonly groupedBy: 'section' | 'kind'
  /** The rule that is shown alone; empty for all. */
  readonly rule: string
  /** The problem that was last gone to. */
  readonly current: string
}

interface Host {
  postMessage(message: FromPage): void
  getState(): State | undefined
  setState(state: State): void
}

declare function acquireVsCodeApi(): Host

const host = acquireVsCodeApi()
let state: State = host.getState() ?? { groupedBy: 'section', rule: '', current: '' }
let list: ShownList | undefined
/** What had the focus last: a browser forgets it while another part of the window has the focus. */
let left: { readonly id: string; readonly part: string | undefined } | undefined
/** The problem to go on with, where the current one was ignored or is no longer there. */
let next: string | undefined

const page = byId('list')
const message = byId('message')

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.kind) {
    case 'show':
      list = data.list
      show(list)
      return
    case 'say':
      message.textContent = data.words
      message.hidden = false
      page.hidden = true
      return
    case 'step':
      step(data.by)
      return
  }
})
document.addEventListener('focusin', ({ target }) => {
  const control = target as HTMLElement
  const id = control.closest<HTMLElement>('[data-id]')?.dataset.id
  left = id === undefined ? undefined : { id, part: control.dataset.part }
})
window.addEventListener('focus', () => {
  if (document.activeElement === document.body) focusAgain()
})
window.addEventListener('resize', fitBar)
host.postMessage({ kind: 'ready' })

function show(shown: ShownList): void {
  const { words } = shown
  const hadFocus = document.activeElement?.closest('[data-id]') !== null
  message.hidden = true
  page.hidden = false
  const open = shown.problems.filter(({ ignored }) => ignored === undefined)
  const ignored = shown.problems.filter(each => each.ignored !== undefined)
  if (state.rule !== '' && !open.some(({ rule }) => rule === state.rule)) keep({ rule: '' })
  const seen = open.filter(({ rule }) => state.rule === '' || rule === state.rule)
  const ticked = open.filter(({ isTicked }) => isTicked).length
  const done = (ignored.length === 0 ? words.ticked : words.tickedAndIgnored)
    .replace('{0}', String(ticked))
    .replace('{1}', String(open.length))
    .replace('{2}', String(ignored.length))
  const before = shownProblems().flatMap(({ dataset }) =>
    dataset.ignored === undefined && dataset.id !== undefined ? [dataset.id] : [],
  )
  page.replaceChildren(
    tools(shown, open),
    element('h1', shown.title),
    ...shown.about.map(each => element('p', each)),
    ...remarks(shown),
    ...(open.length === 0 ? [] : [element('p', done)]),
    ...groups(seen).flatMap(([name, problems]) => [
      element('h2', name),
      ...problems.map(each => problem(each, words)),
    ]),
    ...section(words.ignored, ignored, words),
    ...section(words.putRight, shown.putRight, words),
  )
  fitBar()
  // Only a part that stays is read out when it changes.
  byId('told').textContent = open.length === 0 ? '' : done
  const isStillNext = shownProblems().some(each => each.dataset.id === next && isOpen(each))
  if (!isStillNext) next = nextAfter(before, state.current)
  if (hadFocus) focusAgain()
}

/** The focus where it was; where that problem has been dealt with, to the one that is to be looked at next. */
function focusAgain(): void {
  const id = next ?? left?.id
  const problem = shownProblems().find(({ dataset }) => dataset.id === id)
  const part = next === undefined ? left?.part : undefined
  const control = problem?.querySelector<HTMLElement>(`[data-part="${part}"]`) ?? problem
  control?.focus({ preventScroll: next === undefined })
}

/** The first still open after one that was open before and is ignored now, or gone; undefined where it is neither. */
function nextAfter(before: readonly string[], current: string): string | undefined {
  const at = before.indexOf(current)
  const now = shownProblems().find(({ dataset }) => dataset.id === current)
  if (at === -1 || (now !== undefined && now.dataset.ignored === undefined)) return undefined
  const open = new Set(
    shownProblems()
      .filter(isOpen)
      .map(({ dataset }) => dataset.id ?? ''),
  )
  return [...before.slice(at + 1), ...before.slice(0, at)].find(id => open.has(id))
}

function shownProblems(): readonly HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>('.problem[data-id]')]
}

function isOpen({ classList }: HTMLElement): boolean {
  return !classList.contains('settled')
}

function tools({ words, canBeCopied }: ShownList, open: readonly ShownProblem[]): HTMLElement {
  const bar = element('section', '', { id: 'tools', 'aria-label': words.show })
  const counts = new Map<string, { about: string; count: number }>()
  for (const { rule, about } of open)
    counts.set(rule, { about, count: (counts.get(rule)?.count ?? 0) + 1 })
  bar.append(
    choice(words.group, 'grouped', state.groupedBy, [
      ['section', words.bySection],
      ['kind', words.byKind],
    ]),
    choice(words.show, 'rule', state.rule, [
      ['', `${words.allKinds} (${open.length})`],
      ...[...counts].map(([rule, { about, count }]): [string, string] => [
        rule,
        `${about} (${count})`,
      ]),
    ]),
    button(words.previous, () => step(-1)),
    button(words.next, () => step(1)),
    button(words.earlier, () => host.postMessage({ kind: 'compare' })),
    button(words.points, () => host.postMessage({ kind: 'points' })),
    ...(canBeCopied
      ? [
          button(words.comments, () => host.postMessage({ kind: 'comments' })),
          button(words.suggestions, () => host.postMessage({ kind: 'suggestions' })),
        ]
      : []),
  )
  return bar
}

/** What is scrolled to is below the bar; one that takes too much of the window scrolls away with the text. */
function fitBar(): void {
  const bar = document.getElementById('tools')
  if (bar === null) return
  const { height } = bar.getBoundingClientRect()
  const isTall = height > window.innerHeight / 4
  bar.classList.toggle('tall', isTall)
  document.documentElement.style.scrollPaddingTop = `${isTall ? 0 : height}px`
}

function choice(
  label: string,
  id: string,
  value: string,
  options: readonly (readonly [string, string])[],
): HTMLElement {
  const whole = element('label', `${label} `)
  const select = document.createElement('select')
  select.id = id
  for (const [each, words] of options) select.append(new Option(words, each, false, each === value))
  select.addEventListener('change', () => {
    if (id === 'rule') keep({ rule: select.value })
    else keep({ groupedBy: select.value === 'kind' ? 'kind' : 'section' })
    if (list !== undefined) show(list)
    byId(id).focus()
  })
  whole.append(select)
  return whole
}

function remarks({ remarks: all, words }: ShownList): readonly HTMLElement[] {
  if (all.length === 0) return []
  const items = element('ul', '')
  items.append(...all.map(each => element('li', each)))
  return [element('h2', words.remarks), items]
}

function groups(problems: readonly ShownProblem[]): readonly (readonly [string, ShownProblem[]])[] {
  const named = new Map<string, ShownProblem[]>()
  for (const each of problems) {
    const name = state.groupedBy === 'section' ? each.section : each.about
    const there = named.get(name)
    if (there === undefined) named.set(name, [each])
    else there.push(each)
  }
  return [...named]
}

function section(
  name: string,
  problems: readonly ShownProblem[],
  words: PageWords,
): readonly HTMLElement[] {
  if (problems.length === 0) return []
  return [element('h2', name), ...problems.map(each => problem(each, words))]
}

function problem(shown: ShownProblem, words: PageWords): HTMLElement {
  const { id, kind, kindInWords, place, section, since, quote, others, isTicked, ignored } = shown
  const isOver = list?.putRight.includes(shown) === true
  const article = element('article', '', { class: `problem ${kind}`, tabindex: '0' })
  if (!isOver) article.dataset.id = id
  if (ignored !== undefined) article.dataset.ignored = ''
  article.classList.toggle('settled', isTicked || ignored !== undefined || isOver)
  article.classList.toggle('current', !isOver && id === state.current)
  const where = state.groupedBy === 'kind' || isOver ? [section, place] : [place]
  const head = [kindInWords, ...where, since].filter(each => each !== '').join(' · ')
  article.append(element('p', head, { class: 'head' }), element('p', shown.message))
  article.setAttribute('aria-label', `${head}. ${shown.message}`)
  if (quote !== null) article.append(quoted('', quote))
  for (const other of others) article.append(quoted(other.place, other.quote))
  if (ignored !== undefined) article.append(element('p', `${words.ignored}: ${ignored}`))
  if (!isOver) article.append(actions(shown, words))
  article.addEventListener('focus', () => mark(id))
  article.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target === article) host.postMessage({ kind: 'go-to', id })
  })
  return article
}

function actions({ id, rule, isTicked, ignored }: ShownProblem, words: PageWords): HTMLElement {
  const row = element('p', '', { class: 'actions' })
  if (ignored === undefined) {
    const label = element('label', '')
    const box = element('input', '', { type: 'checkbox', 'data-part': 'tick' }) as HTMLInputElement
    box.checked = isTicked
    box.addEventListener('change', () =>
      host.postMessage({ kind: 'tick', id, isTicked: box.checked }),
    )
    label.append(box, ` ${words.done}`)
    row.append(label)
  }
  row.append(
    button(words.goTo, () => host.postMessage({ kind: 'go-to', id }), 'go-to'),
    button(words.why, () => host.postMessage({ kind: 'why', rule }), 'why'),
    ignored === undefined
      ? button(words.ignore, () => host.postMessage({ kind: 'ignore', id }), 'ignore')
      : button(words.heed, () => host.postMessage({ kind: 'heed', id }), 'ignore'),
  )
  return row
}

function quoted(place: string, quote: ShownProblem['quote']): HTMLElement {
  const block = element('blockquote', place === '' ? '' : `${place}: `)
  if (quote !== null) block.append(quote.before, element('strong', quote.wrong), quote.after)
  return block
}

/** To the next problem that is shown and not done, or the one before; round at the end. */
function step(by: 1 | -1): void {
  const all = shownProblems()
  const at = all.findIndex(({ dataset }) => dataset.id === (next ?? state.current))
  // The next one has not been looked at yet.
  const start = next !== undefined && by === 1 ? at - 1 : at
  const from = at === -1 ? (by === 1 ? -1 : 0) : start
  for (let count = 1; count <= all.length; count++) {
    const found = all[(from + by * count + all.length * 2) % all.length]
    if (found === undefined || !isOpen(found)) continue
    found.focus()
    found.scrollIntoView({ block: 'nearest' })
    return
  }
}

function mark(id: string): void {
  next = undefined
  keep({ current: id })
  for (const each of page.querySelectorAll<HTMLElement>('.problem'))
    each.classList.toggle('current', each.dataset.id === id)
}

function button(words: string, run: () => void, part = ''): HTMLElement {
  const made = element('button', words, { type: 'button', ...(part && { 'data-part': part }) })
  made.addEventListener('click', run)
  return made
}

function element(
  name: string,
  words: string,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElement {
  const made = document.createElement(name)
  made.textContent = words
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}

function keep(change: Partial<State>): void {
  state = { ...state, ...change }
  host.setState(state)
}

function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`The page has no "${id}".`)
  return found
}
