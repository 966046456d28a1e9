/** *New inspection report…*: asks for the type and the cover, a step at a time, and opens the draft. */

import {
  type Disposable,
  InputBoxValidationSeverity,
  l10n,
  type QuickInput,
  QuickInputButtons,
  type QuickPickItem,
  QuickPickItemKind,
  SnippetString,
  Uri,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import {
  type CheckNewReportParams,
  type CheckNewReportResult,
  checkNewReportMethod,
  type NewReportParams,
  type NewReportResult,
  type NewReportTypesParams,
  type NewReportTypesResult,
  newReportMethod,
  newReportTypesMethod,
} from '../../../server/src/lsp/protocol'
import { folderForDrafts, openDraftFile } from '../files/draft-file'
import { registerCommand } from '../messages/saying'

const newReportCommand = 'inspectionReports.newReport'

export function registerNewReport(client: LanguageClient): Disposable {
  return registerCommand(newReportCommand, () => makeReport(client))
}

type ReportType = NewReportTypesResult[number]
type Field = ReportType['fields'][number]

/** The user's answer to a step; undefined where they gave up altogether. */
type Answer<Value> = { readonly value: Value } | 'back' | undefined

const title = l10n.t('New inspection report')

/** A list or box that asks. */
type Question = Pick<QuickInput, 'show' | 'hide'>

/**
 * Nothing is made until the last answer is given. Each question stays until the next, or the draft, takes its
 * place: otherwise the focus would fall back into the editor in between, and so would letters typed at once.
 */
async function makeReport(client: LanguageClient): Promise<void> {
  let shown: Question | undefined
  const show = (question: Question): void => {
    shown = question
    question.show()
  }
  try {
    const answers = await askAll(client, show)
    if (answers !== undefined) await open(client, answers)
  } finally {
    shown?.hide()
  }
}

/** Undefined where the user left one of the questions. */
async function askAll(
  client: LanguageClient,
  show: (question: Question) => void,
): Promise<NewReportParams | undefined> {
  const params: NewReportTypesParams = { day: today() }
  const [types] = await Promise.all([
    client.sendRequest<NewReportTypesResult>(newReportTypesMethod, params),
    letWalkthroughSettle(),
  ])
  let type: ReportType | undefined
  const values: Record<string, string> = {}
  let step = 0
  while (type === undefined || step <= type.fields.length) {
    const field = type?.fields[step - 1]
    if (type === undefined || field === undefined) {
      const answer = await askForType(types, type, show)
      if (answer === undefined || answer === 'back') return undefined
      type = answer.value
      step = 1
    } else {
      const answer = await askForField(client, type, field, step, values, show)
      if (answer === undefined) return undefined
      if (answer !== 'back') values[field.id] = answer.value
      step += answer === 'back' ? -1 : 1
    }
  }
  return { type: type.id, values: valuesFor(type, values) }
}

/** The values entered for fields that the type has: another type may have been chosen in between. */
function valuesFor({ fields }: ReportType, values: Readonly<Record<string, string>>) {
  return Object.fromEntries(fields.map(({ id }) => [id, values[id] ?? '']))
}

/** The day where the user is, as an ISO date. */
function today(): string {
  const now = new Date()
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

// --- The type ---------------------------------------------------------------------------------

interface TypeItem extends QuickPickItem {
  readonly type?: ReportType
}

function askForType(
  types: NewReportTypesResult,
  chosen: ReportType | undefined,
  show: (question: Question) => void,
): Promise<Answer<ReportType>> {
  const list = window.createQuickPick<TypeItem>()
  list.title = title
  // How many steps there are depends on the type.
  if (chosen !== undefined) {
    list.step = 1
    list.totalSteps = stepsOf(chosen)
  }
  list.placeholder = l10n.t('What type of report is it?')
  list.ignoreFocusOut = true
  list.matchOnDescription = true
  list.matchOnDetail = true
  const present = types.filter(({ isInForce }) => isInForce)
  const earlier = types.filter(({ isInForce }) => !isInForce)
  list.items = [
    { label: l10n.t('In use today'), kind: QuickPickItemKind.Separator },
    ...present.map(typeItem),
    { label: l10n.t('From earlier years'), kind: QuickPickItemKind.Separator },
    ...earlier.map(typeItem),
  ]
  const before = list.items.find(({ type }) => type !== undefined && type.id === chosen?.id)
  if (before !== undefined) list.activeItems = [before]
  return new Promise(resolve => {
    list.onDidAccept(() => {
      const type = list.activeItems[0]?.type
      if (type !== undefined) resolve({ value: type })
    })
    list.onDidHide(() => {
      resolve(undefined)
      list.dispose()
    })
    show(list)
  })
}

/**
 * A walkthrough takes the focus back a quarter of a second after the command palette has closed over it, and
 * with it the keys meant for whatever is being asked by then.
 */
async function letWalkthroughSettle(): Promise<void> {
  const isPage = window.activeTextEditor === undefined && window.tabGroups.activeTabGroup.activeTab
  if (isPage) await new Promise(resolve => setTimeout(resolve, 500))
}

function typeItem(type: ReportType): TypeItem {
  const { name, years, editions } = type
  const detail =
    editions.length > 1 ? l10n.t('In the wording of its date: {0}', editions.join('; ')) : undefined
  return { label: name, description: years, ...(detail && { detail }), type }
}

function stepsOf({ fields }: ReportType): number {
  return fields.length + 1
}

// --- The cover --------------------------------------------------------------------------------

/** Asks for one value, which may be left empty, and says while it is typed what is wrong with it. */
function askForField(
  client: LanguageClient,
  type: ReportType,
  field: Field,
  step: number,
  values: Readonly<Record<string, string>>,
  show: (question: Question) => void,
): Promise<Answer<string>> {
  const box = window.createInputBox()
  box.title = `${title}: ${field.label}`
  box.step = step + 1
  box.totalSteps = stepsOf(type)
  box.value = values[field.id] ?? field.usual
  box.placeholder = l10n.t('such as {0}', field.example)
  box.prompt = l10n.t('Leave it empty to fill it in later.')
  box.ignoreFocusOut = true
  box.buttons = [QuickInputButtons.Back]
  let asked = 0
  /** Shows what there is to say about the value; may it be taken as it is? */
  const check = async (isFinal: boolean): Promise<boolean> => {
    const turn = ++asked
    const found = await checkField(client, type, field, { ...values, [field.id]: box.value })
    // A later key has asked again.
    if (turn !== asked) return false
    const isWrong = found?.kind === 'error' || (isFinal && found?.kind === 'incomplete')
    const severity = isWrong ? InputBoxValidationSeverity.Error : InputBoxValidationSeverity.Info
    box.validationMessage = found === null ? undefined : { message: found.message, severity }
    return !isWrong
  }
  return new Promise(resolve => {
    box.onDidChangeValue(() => check(false))
    box.onDidTriggerButton(() => resolve('back'))
    box.onDidAccept(async () => {
      if (!(await check(true))) return
      resolve({ value: box.value.trim() })
    })
    box.onDidHide(() => {
      resolve(undefined)
      box.dispose()
    })
    show(box)
    if (box.value !== '') void check(false)
  })
}

function checkField(
  client: LanguageClient,
  type: ReportType,
  { id }: Field,
  values: Readonly<Record<string, string>>,
): Promise<CheckNewReportResult> {
  const params: CheckNewReportParams = { type: type.id, values: valuesFor(type, values), field: id }
  return client.sendRequest<CheckNewReportResult>(checkNewReportMethod, params)
}

// --- The draft --------------------------------------------------------------------------------

async function open(client: LanguageClient, params: NewReportParams): Promise<void> {
  const made = await client.sendRequest<NewReportResult>(newReportMethod, params)
  if (made === null) return
  const folder = await folderForDrafts()
  const document =
    folder === undefined
      ? await workspace.openTextDocument({ language: 'inspection-report' })
      : await openDraftFile(Uri.joinPath(folder, made.name))
  // The focus comes with the text: anything typed into the empty document would keep the text out.
  const editor = await window.showTextDocument(document, { preview: false, preserveFocus: true })
  await editor.insertSnippet(new SnippetString(made.snippet))
}
