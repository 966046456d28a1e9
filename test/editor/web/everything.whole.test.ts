/**
 * What is tried in VS Code is tried in VS Code for the web too, but for what needs a computer: processes, its disk,
 * git.
 */

import '../everywhere.whole.test'
import '../first-steps.test'
import '../lenses.test'
import '../navigation.test'
import '../preview.whole.test'
import '../problems.test'
import '../rule-page.whole.test'
import '../to-dos.test'
import '../edit/fixes.test'
import '../edit/grades.test'
import '../edit/ignoring.whole.test'
import '../edit/new-report.test'
import '../edit/updates.whole.test'
import '../files/check-word.whole.test'
import '../files/export.whole.test'
import '../files/import.whole.test'
import '../files/leaving.whole.test'
import '../files/suggesting.test'
import '../server/settings.whole.test'
import '../server/untouched.whole.test'
import '../typing/completion.test'
import '../typing/formatting.whole.test'
import '../typing/typing.test'
import '../typing/wrapping.whole.test'
