/** The commands *Check before it leaves…*, *Make a clean copy…* and *Record of this check…*. */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import {
  Disposable,
  type ExtensionContext,
  l10n,
  type QuickPickItem,
  Uri,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import { bytesOf } from '../../../server/src/host/base64'
import {
  type CleanCopyParams,
  type CleanCopyResult,
  cleanCopyMethod,
  type ImportProgressParams,
  importProgressMethod,
  type LeavingParams,
  type LeavingRecordParams,
  type LeavingRecordResult,
  type LeavingResult,
  type LeavingTarget,
  leavingMethod,
  leavingRecordMethod,
} from '../../../server/src/lsp/protocol'
import { activeUri } from '../active-report'
import { besideReport } from '../files/draft-file'
import { readFile, writeFile } from '../files/files'
import { writeBeside } from '../files/write-beside'
import { sayWritten } from '../files/written'
import { showLines } from '../messages/lines'
import { type LongWork, longWork } from '../messages/long-work'
import { failed, inform, registerCommand } from '../messages/saying'
import { askFile, isOtherFile } from '../problems/ask-file'
import type { CheckedFiles } from '../problems/checked-files'
import { ignoredProblems } from './ignored-problems'
import { LeavingPage, type ShownLeaving } from './leaving-page'
import { handedOver, nameOf, type WhatLeaves, whatLeaves } from './what-leaves'

export function registerLeaving(
  { extension }: ExtensionContext,
  client: LanguageClient,
  files: CheckedFiles,
): Disposable {
  const page = new LeavingPage({
    check,
    clean,
    record,
    words: shownWords,
    about: () => l10n.t('Before it leaves'),
  })

  async function check(what: WhatLeaves, to: LeavingTarget): Promise<void> {
    const name = nameOf(what.uri)
    const result = await ask<LeavingResult>(l10n.t('Checking {0}…', name), what, (params, work) =>
      client.sendRequest(
        leavingMethod,
        { ...params, name, to } satisfies LeavingParams,
        work.token,
      ),
    )
    if (result === undefined) return
    const { title, body, markdown, text } = result
    const document =
      text === null
        ? await workspace.openTextDocument(what.uri)
        : await files.texts.open(what.uri, text)
    const checked = document.getText()
    page.show({ what, to, title, body, markdown, text: document.uri, checked })
  }

  async function clean(what: WhatLeaves): Promise<void> {
    const name = nameOf(what.uri)
    const title = l10n.t('Making a clean copy of {0}…', name)
    const made = await ask<CleanCopyResult>(title, what, ({ leaving }, work) =>
      client.sendRequest(cleanCopyMethod, { leaving } satisfies CleanCopyParams, work.token),
    )
    if (made === undefined) return
    if (made.copy === null) {
      const nothing = l10n.t('There is nothing to take out of {0}, so no copy was written.', name)
      void inform([nothing, ...made.left].join(' '))
      return
    }
    try {
      await write(what, made.copy, made)
    } catch (error) {
      failed(l10n.t('{0} could not be copied.', name), error)
    }
  }

  async function record(what: WhatLeaves, to: LeavingTarget, given?: Uri): Promise<void> {
    const target = given ?? (await askRecord(what))
    if (target === undefined) return
    const title = l10n.t('Writing the record of {0}…', nameOf(what.uri))
    const ending = /\.(html|docx)$/i.exec(target.path)?.[1]?.toLowerCase()
    const format = ending === 'html' || ending === 'docx' ? ending : 'md'
    const version = String(extension.packageJSON.version)
    const made = await ask<LeavingRecordResult>(title, what, async (params, work) => {
      const ignored = await ignoredProblems(client, files, what)
      const file = await fileFacts(what)
      const all: LeavingRecordParams = {
        ...params,
        ...file,
        to,
        format,
        version,
        ignored,
        ...now(),
      }
      return client.sendRequest(leavingRecordMethod, all, work.token)
    })
    if (made === undefined) return
    try {
      const bytes = format === 'docx' ? bytesOf(made.content) : encode(made.content)
      await writeFile(target, bytes)
      const kind = format === 'md' ? 'text' : format === 'html' ? 'page' : 'document'
      sayWritten(l10n.t('The record was saved as {0}.', nameOf(target)), target, kind)
    } catch (error) {
      failed(l10n.t('The record could not be written.'), error)
    }
  }

  /** What the server answers; undefined where the user stopped it, or where it failed and this was said. */
  async function ask<Result extends { readonly error?: string | undefined }>(
    title: string,
    what: WhatLeaves,
    request: (params: Pick<LeavingParams, 'leaving'>, work: LongWork) => Promise<Result>,
  ): Promise<Exclude<Result, { readonly error: string }> | undefined> {
    const name = nameOf(what.uri)
    try {
      const result = await longWork(title, async work => {
        const { leaving, id } = await handedOver(client, what)
        const following = client.onNotification(
          importProgressMethod,
          ({ done, all, ...each }: ImportProgressParams) => {
            if (each.id === id) work.tell(l10n.t('page {0} of {1}', done, all), done, all)
          },
        )
        try {
          return await request({ leaving }, work)
        } finally {
          following.dispose()
        }
      })
      if (result === undefined) return undefined
      if (result.error === undefined) return result as Exclude<Result, { readonly error: string }>
      failed(`${name}: ${result.error}`)
    } catch (error) {
      failed(l10n.t('{0} could not be checked.', name), error)
    }
    return undefined
  }

  /** What a command is about: what it was given, the page in front, the report, otherwise a file to be chosen. */
  const asked = async (given: unknown, title: string): Promise<WhatLeaves | undefined> => {
    if (given instanceof Uri) return whatLeaves(given)
    if (page.inFront !== undefined) return page.inFront.what
    const uri = activeUri() ?? (await askFile(title))
    return uri && whatLeaves(uri)
  }

  return Disposable.from(
    page,
    registerCommand('inspectionReports.checkLeaving', async (given?: unknown, to?: unknown) => {
      const what = await asked(given, l10n.t('Check before it leaves'))
      const target = what && (isTarget(to) ? to : await askTarget())
      if (what !== undefined && target !== undefined) await check(what, target)
    }),
    registerCommand('inspectionReports.cleanCopy', async (given?: unknown) => {
      const what = await asked(given, l10n.t('Make a clean copy'))
      if (what !== undefined) await clean(what)
    }),
    registerCommand(
      'inspectionReports.leavingRecord',
      async (given?: unknown, to?: unknown, file?: unknown) => {
        const what = await asked(given, l10n.t('Record of this check'))
        if (what === undefined) return
        const shown = page.inFront?.what === what ? page.inFront.to : undefined
        const target = shown ?? (isTarget(to) ? to : await askTarget())
        if (target !== undefined) await record(what, target, file instanceof Uri ? file : undefined)
      },
    ),
  )
}

const isTarget = (to: unknown): to is LeavingTarget => to === 'council' || to === 'publication'

async function askTarget(): Promise<LeavingTarget | undefined> {
  const items: readonly (QuickPickItem & { readonly to: LeavingTarget })[] = [
    {
      label: l10n.t('To the council'),
      detail: l10n.t('For the check of its facts: it may say that it is a draft'),
      to: 'council',
    },
    {
      label: l10n.t('To publication'),
      detail: l10n.t('For everybody: nothing may lead to a person, or say that it is a draft'),
      to: 'publication',
    },
  ]
  const title = l10n.t('Check before it leaves: who reads it next?')
  return (await window.showQuickPick(items, { title }))?.to
}

function shownWords({ what, to }: ShownLeaving) {
  const canClean = what.kind === 'text' || !/\.pdf$/i.test(what.uri.path)
  return {
    again: l10n.t('Check again'),
    other: to === 'council' ? l10n.t('Check for publication') : l10n.t('Check for the council'),
    ...(canClean && { clean: l10n.t('Make a clean copy…') }),
    record: l10n.t('Record of this check…'),
    text: l10n.t('Open as text, to save or send'),
  }
}

// --- The clean copy ---------------------------------------------------------------------------

type Copy = NonNullable<Extract<CleanCopyResult, { readonly error?: undefined }>['copy']>

/** More than these sentences are opened as a list of their own. */
const mostSaid = 3

async function write(
  { uri, kind }: WhatLeaves,
  copy: Copy,
  { done, left }: { readonly done: readonly string[]; readonly left: readonly string[] },
): Promise<void> {
  const said = done.length > mostSaid ? [l10n.t('What was taken out is listed beside it.')] : done
  const isUnsaved = uri.scheme === 'untitled'
  if ('text' in copy && isUnsaved) {
    const { languageId } = await workspace.openTextDocument(uri)
    const text = await workspace.openTextDocument({ language: languageId, content: copy.text })
    await window.showTextDocument(text, { preview: false })
  } else {
    const bytes = 'text' in copy ? encode(copy.text) : bytesOf(copy.bytes)
    const target = await writeBeside(uri, l10n.t('(clean)'), bytes)
    if (target === undefined) return
    const saved = l10n.t('{0} was saved.', nameOf(target))
    sayWritten([saved, ...said].join(' '), target, kind === 'text' ? 'text' : 'document', left)
  }
  if (done.length > mostSaid || isUnsaved) await showLines(done)
}

// --- The record -------------------------------------------------------------------------------

function askRecord({ uri }: WhatLeaves): Thenable<Uri | undefined> {
  const name = l10n.t('record of the check')
  const report = isOtherFile(uri) ? uri.with({ path: uri.path.replace(/\.\w+$/, '') }) : uri
  return window.showSaveDialog({
    defaultUri: besideReport(report, ` - ${name}.html`, `${name}.html`),
    filters: { HTML: ['html'], [l10n.t('Word document')]: ['docx'], Markdown: ['md'] },
    title: l10n.t('Record of this check'),
    saveLabel: l10n.t('Save'),
  })
}

/** What stands for the file: of a text that is not saved, for its text as it is. */
async function fileFacts({ kind, uri }: WhatLeaves) {
  const document = kind === 'text' ? await workspace.openTextDocument(uri) : undefined
  const isSaved = document === undefined || (!document.isUntitled && !document.isDirty)
  const bytes = isSaved ? await readFile(uri) : encode(document.getText())
  return {
    name: isSaved ? nameOf(uri) : l10n.t('{0} (not saved)', nameOf(uri)),
    size: bytes.length,
    fingerprint: bytesToHex(sha256(bytes)),
  }
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The day where the user is, as an ISO date, and the time. */
function now(): { readonly day: string; readonly time: string } {
  const date = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return {
    day: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    time: `${two(date.getHours())}:${two(date.getMinutes())}`,
  }
}
