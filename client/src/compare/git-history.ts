/** The versions of a file that git keeps, through the extension that VS Code has for it. */

import { extensions, type Uri } from 'vscode'

/** The part of that extension's interface that is used here. */
interface GitExtension {
  readonly enabled: boolean
  getAPI(version: 1): GitApi
}

interface GitApi {
  readonly state: 'uninitialized' | 'initialized'
  getRepository(uri: Uri): Repository | null
}

interface Repository {
  log(options: { readonly path: string; readonly maxEntries: number }): Promise<readonly Commit[]>
  show(ref: string, path: string): Promise<string>
}

interface Commit {
  readonly hash: string
  readonly message: string
  readonly commitDate?: Date
  readonly authorDate?: Date
  readonly authorName?: string
}

export interface GitVersion {
  readonly date: Date | undefined
  readonly author: string
  /** The first line of the commit message. */
  readonly message: string
  readonly text: () => Promise<string>
}

/** Hardly anybody looks through a longer list; the Timeline has them all. */
const most = 50

/** The latest first; none where there is no git, or no repository around the file. */
export async function gitVersions(uri: Uri): Promise<readonly GitVersion[]> {
  if (uri.scheme !== 'file') return []
  const extension = extensions.getExtension<GitExtension>('vscode.git')
  if (extension === undefined) return []
  try {
    const git = await extension.activate()
    const repository = git.enabled ? await repositoryOf(git.getAPI(1), uri) : null
    if (repository === null) return []
    const commits = await repository.log({ path: uri.fsPath, maxEntries: most })
    return commits.map(({ hash, message, commitDate, authorDate, authorName = '' }) => ({
      date: authorDate ?? commitDate,
      author: authorName,
      message: message.split('\n', 1)[0] ?? '',
      text: () => repository.show(hash, uri.fsPath),
    }))
  } catch {
    // A folder that is not a repository, or one without a commit.
    return []
  }
}

/** Just after the start, git may still be looking for repositories. */
async function repositoryOf(api: GitApi, uri: Uri): Promise<Repository | null> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const found = api.getRepository(uri)
    if (found !== null || api.state === 'initialized') return found
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  return null
}
