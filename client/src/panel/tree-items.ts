/** What a line of the side panel's trees shows and says. */

import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, type Uri } from 'vscode'
import type { Range } from 'vscode-languageclient'
import {
  goToCommand,
  type PlacedJudgement,
  type PlacedOpen,
  type PlacedPart,
  type PlacedSection,
} from '../../../server/src/lsp/protocol'
import { gradeUri } from './grade-badges'

const { Collapsed, Expanded, None } = TreeItemCollapsibleState

export type PlacedPlace = PlacedJudgement['places'][number]

export function partItem({ id, title, name }: PlacedPart): TreeItem {
  const item = new TreeItem(name, Expanded)
  item.id = id
  item.tooltip = title
  item.accessibilityInformation = { label: title }
  item.iconPath = new ThemeIcon('folder')
  return item
}

export function judgementItem(uri: Uri, judgement: PlacedJudgement): TreeItem {
  const { id, title, name, grade, disagrees, isPartly, places, target } = judgement
  const item = new TreeItem(name, places.length === 0 ? None : Collapsed)
  const says = disagrees
    ? l10n.t('places differ')
    : isPartly && grade !== undefined
      ? l10n.t('{0} – not in every place', grade)
      : (grade ?? l10n.t('no grade yet'))
  item.id = id
  item.description = says
  item.iconPath = gradeIcon(judgement)
  // As text: in Markdown a title from the report could be a link or a picture.
  item.tooltip = [`${title}: ${says}`, ...places.map(placeLine)].join('\n')
  item.accessibilityInformation = { label: `${title}, ${says}` }
  item.contextValue = [
    'judgement',
    ...(places.some(({ kind }) => kind === 'row') ? ['hasRow'] : []),
    ...(places.some(({ kind }) => kind !== 'row') ? ['hasSection'] : []),
  ].join(' ')
  item.command = goTo(uri, target)
  if (grade !== undefined && !disagrees && !isPartly) item.resourceUri = gradeUri(grade)
  return item
}

export function placeItem(uri: Uri, judgement: string, at: number, place: PlacedPlace): TreeItem {
  const { name, differs, target } = place
  const item = new TreeItem(name, None)
  const says = saysOf(place)
  item.id = `${judgement} place ${at}`
  item.description = says
  item.iconPath = differs
    ? new ThemeIcon('warning', new ThemeColor('list.warningForeground'))
    : new ThemeIcon('symbol-field')
  const label = says === '' ? name : `${name}: ${says}`
  item.accessibilityInformation = {
    label: differs ? l10n.t('{0}, differs from the other places', label) : label,
  }
  item.command = goTo(uri, target)
  return item
}

export function sectionItem(uri: Uri, section: PlacedSection): TreeItem {
  const { id, title, name, target, children } = section
  const item = new TreeItem(name, children.length === 0 ? None : Expanded)
  const state = sectionState(section)
  item.id = id
  item.description = state.words
  item.iconPath = state.icon
  item.accessibilityInformation = {
    label: state.words === '' ? title : `${title}, ${state.words}`,
  }
  if (target !== undefined) {
    item.command = goTo(uri, target)
    item.tooltip = state.words === '' ? title : `${title}: ${state.words}`
  } else {
    item.contextValue = 'missing'
    item.tooltip = `${title}\n${l10n.t('Insert this section')}`
    item.command = {
      title: l10n.t('Insert this section'),
      command: 'inspectionReports.insertSection',
      arguments: [uri, id],
    }
  }
  return item
}

export function openItem(uri: Uri, at: number, open: PlacedOpen): TreeItem {
  const { kind, name, words, author, place, target } = open
  const item = new TreeItem(author === '' ? name : `${author}: ${name}`, None)
  item.id = `${at} ${kind} ${words}`
  item.description = place
  item.tooltip = `${words}\n${place}`
  item.iconPath = new ThemeIcon(kind === 'note' ? 'note' : 'circle-large-outline')
  item.contextValue = kind
  const what = kind === 'note' ? l10n.t('Note') : l10n.t('To do')
  item.accessibilityInformation = {
    label: `${what}: ${author === '' ? words : `${author}: ${words}`}, ${place}`,
  }
  item.command = goTo(uri, target)
  return item
}

/** Shapes that differ without their colours: star, tick, circle, slash, and a triangle where places differ. */
function gradeIcon({ disagrees, isPartly, standing }: PlacedJudgement): ThemeIcon {
  if (disagrees) return new ThemeIcon('warning', new ThemeColor('list.warningForeground'))
  if (standing === undefined || isPartly) return new ThemeIcon('question')
  if (standing === 0) return new ThemeIcon('star-full')
  if (standing === 1) return new ThemeIcon('circle-slash')
  return new ThemeIcon(standing < 0.5 ? 'pass' : 'circle-large-outline')
}

interface SectionState {
  readonly words: string
  readonly icon: ThemeIcon
}

function sectionState({ state, problems, toDos }: PlacedSection): SectionState {
  if (state === 'missing')
    return { words: l10n.t('missing – insert it'), icon: new ThemeIcon('add') }
  const words = [
    ...(state === 'empty' ? [l10n.t('empty')] : []),
    ...(problems === 0
      ? []
      : [problems === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', problems)]),
    ...(toDos === 0 ? [] : [l10n.t('{0} still to be written', toDos)]),
  ].join(', ')
  if (problems > 0)
    return { words, icon: new ThemeIcon('warning', new ThemeColor('list.warningForeground')) }
  if (state === 'empty') return { words, icon: new ThemeIcon('circle-large-outline') }
  return { words, icon: new ThemeIcon(toDos > 0 ? 'edit' : 'pass') }
}

function placeLine(place: PlacedPlace): string {
  const says = saysOf(place)
  const grade = says === '' ? '' : `: ${says}`
  return `• ${place.name}${grade}${place.differs ? ` · ${l10n.t('differs')}` : ''}`
}

/** Nobody looks for a grade in the contents. */
function saysOf({ kind, says }: PlacedPlace): string {
  return says === '' && kind !== 'contents' ? l10n.t('no grade') : says
}

function goTo(uri: Uri, range: Range) {
  return {
    title: l10n.t('Go there'),
    command: goToCommand,
    arguments: [uri.toString(), range],
  }
}
