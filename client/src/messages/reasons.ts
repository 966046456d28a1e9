/** Why something did not work, and what to do: what VS Code, the computer and the connection throw, in words. */

import { l10n } from 'vscode'

const stopped =
  /Client is not running|Client got disposed|Starting server failed|Previous start failed/

/** What is thrown where a command asks for something in a document that is left unchecked. */
export const leftUnchecked = 'The document is left unchecked.'

/** Is the server not running, and not about to? */
export function isStopped(error: unknown): boolean {
  return stopped.test(wordsOf(error))
}

/** Undefined where the error says nothing that the user could do something about. */
export function reasonFor(error: unknown): string | undefined {
  const words = wordsOf(error)
  return reasons.find(({ sign }) => sign.test(words))?.say()
}

/** The kinds into which VS Code sorts failures of files, and the names that operating systems have for them. */
const reasons: readonly { readonly sign: RegExp; readonly say: () => string }[] = [
  {
    sign: /document is left unchecked/,
    say: () =>
      l10n.t(
        'Checking this document failed three times, so it is no longer checked. To try again, close it and open it.',
      ),
  },
  {
    sign: /\b(?:FileNotFound|EntryNotFound|ENOENT|ENOTDIR|FileNotADirectory|EntryNotADirectory|nonexistent file)\b/,
    say: () =>
      l10n.t(
        'The file or its folder is not there. Check whether it was moved or has another name, and whether its drive is connected.',
      ),
  },
  {
    sign: /\b(?:EDANGLING|ELOOP)\b/,
    say: () =>
      l10n.t(
        'This is a link that no longer leads to a file. Find the file that was meant, or choose another one.',
      ),
  },
  {
    sign: /\bEFTYPE\b/,
    say: () => l10n.t('This is not an ordinary file, but a pipe or a device. Choose a file.'),
  },
  {
    sign: /\b(?:FileIsADirectory|EntryIsADirectory|EISDIR)\b/,
    say: () => l10n.t('This is a folder. Choose a file.'),
  },
  {
    sign: /\b(?:ENOSPC|EDQUOT|EntryExceedsStorageQuota)\b/,
    say: () => l10n.t('The disk is full. Make room on it, or choose a folder on another one.'),
  },
  {
    sign: /\b(?:NoPermissions|EntryWriteLocked|EBUSY|EPERM|EACCES|EROFS)\b/,
    say: () =>
      l10n.t(
        'You do not have permission to open or change it there, or another program has it open. If it is open in Word, close it there; otherwise choose another folder, or ask for permission.',
      ),
  },
  {
    sign: /\b(?:Unavailable|ETIMEDOUT|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EIO)\b/,
    say: () =>
      l10n.t(
        'The drive that it is on is not responding. Check that it is connected, and try again.',
      ),
  },
  {
    sign: /\b(?:FileTooLarge|EntryTooLarge|EFBIG|ERR_FS_FILE_TOO_LARGE|Invalid string length|ERR_STRING_TOO_LONG|Cannot create a string longer|Array buffer allocation failed|Files above \d+MB)\b/,
    say: () => l10n.t('It is too large to be read. Save a copy with fewer pictures, or split it.'),
  },
  {
    sign: /seems to be binary/,
    say: () =>
      l10n.t('It is not a text file. To turn a Word document or a PDF into a draft, import it.'),
  },
  {
    sign: /ENAMETOOLONG/,
    say: () => l10n.t('Its name is too long. Choose a shorter one.'),
  },
  {
    sign: /connection (?:got|is) (?:disposed|closed)|Client is currently stopping|ERR_IPC_CHANNEL_CLOSED|after a stream was destroyed/i,
    say: () =>
      l10n.t(
        'Inspection Reports stopped, and is starting again. Try again in a moment; your text is unchanged.',
      ),
  },
  {
    sign: stopped,
    say: () => l10n.t('Inspection Reports is not running. Start it again; your text is unchanged.'),
  },
]

function wordsOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  const { name, code, message } = error as Readonly<Record<string, unknown>>
  return [name, code, message].map(String).join(' ')
}
