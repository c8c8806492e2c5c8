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
  const key = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const response = await fetch(address, {
    method: 'POST',
    body: chosenFile.file,
    headers: { ...headers, Accept: 'text/csv', 'Accept-Language': language, 'X-Requested-With': 'JavaScript', 'Idempotency-Key': key },
  })
  if (!response.headers.get('Content-Type')?.includes('csv')) {
    return false
  }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
  return true
}
