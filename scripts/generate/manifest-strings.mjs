// Which values of package.json people read, and the keys under which package.nls.json holds them.

/**
 * Puts a key in the place of each text that people read, and returns the texts by key. A text in the manifest
 * is taken as it is; where there is a key already, its text comes from `before`.
 */
export function moveStrings(manifest, before) {
  const strings = {}
  for (const [holder, name, key] of places(manifest.contributes)) {
    const value = holder[name]
    const isKey = /^%.*%$/.test(value)
    const ownKey = isKey ? value.slice(1, -1) : key
    strings[ownKey] = isKey ? before[ownKey] : value
    holder[name] = `%${ownKey}%`
  }
  return strings
}

/** Every place of such a text: what holds it, its name or number there, and its key. */
function* places(contributes) {
  yield* ofCommands(contributes)
  for (const section of contributes.configuration) {
    yield [section, 'title', `settings.${section.title.toLowerCase().replaceAll(' ', '-')}`]
    for (const [name, setting] of Object.entries(section.properties))
      yield* ofSetting(name, setting)
  }
  for (const each of contributes.semanticTokenTypes)
    yield [each, 'description', `colour.${each.id}`]
  yield* ofViews(contributes)
  for (const each of contributes.walkthroughs) yield* ofWalkthrough(each)
}

const short = id => id.replace('inspectionReports.', '')

function* ofCommands({ commands, submenus }) {
  for (const each of commands) {
    yield [each, 'title', `command.${short(each.command)}`]
    yield [each, 'category', 'category']
  }
  for (const each of submenus) yield [each, 'label', `menu.${short(each.id)}`]
}

function* ofSetting(name, setting) {
  yield [setting, 'markdownDescription', `setting.${short(name)}`]
  if (setting.patternErrorMessage !== undefined)
    yield [setting, 'patternErrorMessage', `setting.${short(name)}.error`]
  // All rules have the same values; only their defaults differ.
  const shared = name.startsWith('inspectionReports.rules.') ? 'rules' : short(name)
  for (const at of setting.enumItemLabels?.keys() ?? [])
    yield [setting.enumItemLabels, at, `setting.${shared}.${setting.enum[at]}.label`]
  for (const list of ['enumDescriptions', 'markdownEnumDescriptions'])
    for (const [at, text] of setting[list]?.entries() ?? []) {
      const usual = /otherwise (.+)\.$/.exec(text)?.[1]?.replace(/\W+/g, '-')
      yield [
        setting[list],
        at,
        `setting.${shared}.${setting.enum[at]}${usual === undefined ? '' : `.${usual}`}`,
      ]
    }
}

function* ofViews({ viewsContainers, views, viewsWelcome }) {
  for (const each of viewsContainers.activitybar) yield [each, 'title', 'panel']
  for (const each of Object.values(views).flat()) {
    yield [each, 'name', `view.${short(each.id)}`]
    yield [each, 'contextualTitle', 'panel']
  }
  for (const each of viewsWelcome) {
    const where = each.when?.startsWith('!') ? 'no-report' : 'report'
    yield [each, 'contents', `view.${short(each.view)}.${where}`]
  }
}

function* ofWalkthrough(walkthrough) {
  const key = `walkthrough.${walkthrough.id}`
  yield [walkthrough, 'title', key]
  yield [walkthrough, 'description', `${key}.description`]
  for (const step of walkthrough.steps) {
    yield [step, 'title', `${key}.${step.id}`]
    yield [step, 'description', `${key}.${step.id}.description`]
    yield [step.media, 'altText', `${key}.${step.id}.picture`]
  }
}
