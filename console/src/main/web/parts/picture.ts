// A drawing of an office (SVG) as a picture that can be sent: as sharp as a print, and no larger than a browser draws.
const SHARP = 2
const LARGEST = 12_000

export function scaleOf(width: number, height: number): number {
  return Math.min(SHARP, LARGEST / Math.max(width, height, 1))
}

// The same, kept by the browser under a name.
export async function savePicture(svg: string, name: string): Promise<void> {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await pngOf(svg))
  link.download = `${name}.png`
  link.click()
  URL.revokeObjectURL(link.href)
}

export async function pngOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const scale = scaleOf(image.naturalWidth, image.naturalHeight)
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(image.naturalWidth * scale)
    canvas.height = Math.round(image.naturalHeight * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((done, failed) => canvas.toBlob((png) => (png ? done(png) : failed(new Error('no picture'))), 'image/png'))
  } finally {
    URL.revokeObjectURL(address)
  }
}
