import { signIn } from '../session/me'
import { language } from '../words'
import { freshKey } from './command'
import { NO_ANSWER, SIGNED_OUT, type Problem } from './problem'

// A file goes as it is; the services tell by its content what it is.
export interface ChosenFile {
  file: File
  // What makes it the same file, for the key of its command: a File itself says nothing of its content.
  name: string
  size: number
  changedAt: number
}

export function chosen(file: File): ChosenFile {
  return { file, name: file.name, size: file.size, changedAt: file.lastModified }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function asBody(chosenFile: ChosenFile): { body: string; bodySerializer: () => File; headers: Record<string, string> } {
  const { file, name } = chosenFile
  const type = name.endsWith('.xlsx') ? XLSX : name.endsWith('.csv') ? 'text/csv' : 'application/octet-stream'
  return { body: name, bodySerializer: () => file, headers: { 'Content-Type': type } }
}

// The bad rows of a list that was refused, as a file with a reason beside each: asked for as such, then kept by the
// browser.
export async function downloadBadRows(address: string, chosenFile: ChosenFile, language: string, name: string): Promise<boolean> {
  const { headers } = asBody(chosenFile)
  const response = await fetch(address, {
    method: 'POST',
    body: chosenFile.file,
    headers: { ...headers, Accept: 'text/csv', 'Accept-Language': language, 'X-Requested-With': 'JavaScript', 'Idempotency-Key': freshKey() },
  })
  if (!response.headers.get('Content-Type')?.includes('csv')) {
    return false
  }
  keep(await response.blob(), name)
  return true
}

// What is held in memory, as a file that the browser keeps.
export function keep(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

// What is no JSON: a page or a file of the office.
async function read(address: string): Promise<Response> {
  let response: Response
  try {
    response = await fetch(`/console${address}`, { headers: { 'Accept-Language': language.value, 'X-Requested-With': 'JavaScript' } })
  } catch {
    throw NO_ANSWER
  }
  if (response.status === SIGNED_OUT) {
    signIn()
  }
  if (!response.ok) {
    const said = (await response.json().catch(() => ({}))) as Partial<Problem>
    throw { ...NO_ANSWER, ...said, status: response.status } satisfies Problem
  }
  return response
}

export async function readText(address: string): Promise<string> {
  return (await read(address)).text()
}

export async function download(address: string, name: string): Promise<void> {
  keep(await (await read(address)).blob(), name)
}
