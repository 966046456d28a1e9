/** *Set grade…*: a judgement and its new grade from a list, then every place that states it. */

import {
  type Disposable,
  l10n,
  Position,
  type QuickPickItem,
  QuickPickItemKind,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import {
  type ChoosableJudgement,
  type EditPlanResult,
  type GradeChoicesParams,
  type GradeChoicesResult,
  gradeChoicesMethod,
  type SetGradeParams,
  setGradeMethod,
} from '../../../server/src/lsp/protocol'
import { activeDocument, isEditable } from '../active-report'
import { registerCommand, say } from '../messages/saying'
import { carryOut } from './edit-plan'

const setGradeCommand = 'inspectionReports.setGrade'

type Choices = Exclude<GradeChoicesResult, { readonly error: string }>

/**
 * Registers the command. It may be given a document, a place in it (an offset, position or range) and a
 * grade; whatever is missing is taken from the active editor, or asked for.
 */
export function registerSetGrade(client: LanguageClient): Disposable {
  return registerCommand(
    setGradeCommand,
    async (uri?: unknown, place?: unknown, grade?: unknown) => {
      const document =
        uri instanceof Uri || typeof uri === 'string'
          ? await workspace.openTextDocument(uri instanceof Uri ? uri : Uri.parse(uri))
          : await activeDocument()
      if (document === undefined || !isEditable(document)) return
      const shown = [window.activeTextEditor, ...window.visibleTextEditors].find(
        editor => editor?.document === document,
      )
      const at = positionIn(client, document, place) ?? shown?.selection.active
      await setGrade(client, document, at ?? new Position(0, 0), grade)
    },
  )
}

/** The place as VS Code, the protocol or an offset gives it. */
function positionIn(
  client: LanguageClient,
  document: TextDocument,
  place: unknown,
): Position | undefined {
  if (typeof place === 'number') return document.positionAt(place)
  if (place instanceof Position) return place
  if (place instanceof Range) return place.start
  if (typeof place !== 'object' || place === null) return undefined
  const start = 'start' in place ? place.start : place
  if (typeof start !== 'object' || start === null || !('line' in start)) return undefined
  return client.protocol2CodeConverter.asPosition(start as { line: number; character: number })
}

async function setGrade(
  client: LanguageClient,
  document: TextDocument,
  at: Position,
  asked: unknown,
): Promise<void> {
  const { code2ProtocolConverter: converter } = client
  const textDocument = converter.asTextDocumentIdentifier(document)
  const place: GradeChoicesParams = { textDocument, position: converter.asPosition(at) }
  const choices = await client.sendRequest<GradeChoicesResult>(gradeChoicesMethod, place)
  if (choices.error !== undefined) {
    say(choices.error)
    return
  }
  const here = choices.at === null ? undefined : choices.judgements[choices.at]
  const judgement = here ?? (await chooseJudgement(choices))
  if (judgement === undefined) return
  const grade = typeof asked === 'string' ? asked : await chooseGrade(choices, judgement)
  if (grade === undefined) return
  const { version } = choices
  const params: SetGradeParams = { textDocument, version, position: judgement.position, grade }
  const plan = await client.sendRequest<EditPlanResult>(setGradeMethod, params)
  const changed = await carryOut(client, plan, { asksOnlyIfOpen: true })
  if (changed > 0)
    say(
      changed === 1
        ? l10n.t('Changed to "{0}" in one place: {1}', grade, judgement.title)
        : l10n.t('Changed to "{0}" in {1} places: {2}', grade, changed, judgement.title),
    )
}

interface JudgementItem extends QuickPickItem {
  readonly judgement?: ChoosableJudgement
}

async function chooseJudgement({ judgements }: Choices): Promise<ChoosableJudgement | undefined> {
  const items: JudgementItem[] = []
  let part = ''
  for (const judgement of judgements) {
    const own = judgement.part.join(' › ')
    if (own !== part) items.push({ label: own, kind: QuickPickItemKind.Separator })
    part = own
    items.push({ label: judgement.title, description: gradeOf(judgement), judgement })
  }
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Set grade'),
    placeHolder: l10n.t('Which judgement?'),
    matchOnDescription: true,
  })
  return picked?.judgement
}

function gradeOf({ grade, differing }: ChoosableJudgement): string {
  if (grade !== null) return grade
  return differing.length > 0 ? differing.join(' / ') : l10n.t('no grade yet')
}

interface GradeItem extends QuickPickItem {
  readonly word: string
}

async function chooseGrade(
  { grades }: Choices,
  judgement: ChoosableJudgement,
): Promise<string | undefined> {
  const items = grades.map(({ word, number, meaning }): GradeItem => {
    const isPresent = word === judgement.grade
    const isStated = judgement.differing.includes(word)
    const name = number === null ? word : `${number}  ${word}`
    return {
      label: name,
      // After the name, since the others would need an empty icon before theirs, which a screen reader would read out.
      description: isPresent
        ? `$(check) ${l10n.t('its current grade')}`
        : isStated
          ? `$(warning) ${l10n.t('stated in some of its places')}`
          : '',
      ...(meaning !== '' && { detail: meaning }),
      word,
    }
  })
  const list = window.createQuickPick<GradeItem>()
  list.title = l10n.t('Set grade: {0}', [...judgement.part.slice(-1), judgement.title].join(' › '))
  list.placeholder = l10n.t('The new grade, wherever it is stated')
  list.matchOnDetail = true
  list.items = items
  // Enter pressed once too often changes nothing, or at least to no grade that is not stated anywhere.
  const present = judgement.grade ?? judgement.differing[0]
  list.activeItems = items.filter(({ word }) => word === present)
  return new Promise(resolve => {
    list.onDidAccept(() => {
      resolve(list.activeItems[0]?.word)
      list.hide()
    })
    list.onDidHide(() => {
      resolve(undefined)
      list.dispose()
    })
    list.show()
  })
}
