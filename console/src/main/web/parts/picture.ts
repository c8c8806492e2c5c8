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

interface Ink {
  ink: string
  quiet: string
  hair: string
  paper: string
}

const MARGIN = 16
const LINE = 24
const LETTER = 15

// A drawing with what it shows written above it, on paper: a picture goes where the page around it does not.
export function headed(svg: string, title: string, said: string, colours: Ink): string {
  const [, width = '0', height = '0'] = /<svg[^>]*?\bwidth="([\d.]+)"[^>]*?\bheight="([\d.]+)"/.exec(svg) ?? []
  const room = Number(width) - 2 * MARGIN
  const lines = [
    ...wrapped(title, room).map((line) => ({ line, look: `font-weight="bold" fill="${colours.ink}"` })),
    ...wrapped(said === title ? '' : said, room).map((line) => ({ line, look: `fill="${colours.quiet}"` })),
  ]
  const top = MARGIN + lines.length * LINE
  const texts = lines.map(({ line, look }, nth) => `<text x="${MARGIN}" y="${MARGIN + nth * LINE + LETTER}" font-size="${LETTER}" ${look}>${written(line)}</text>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${Number(height) + top}" font-family="sans-serif"><rect width="100%" height="100%" fill="${colours.paper}"/>${texts.join('')}${svg.slice(svg.indexOf('<svg')).replace('<svg', `<svg y="${top}"`)}</svg>`
}

export interface Tile {
  name: string
  value: string
  note: string
}

const A_ROW = 5
const TILE = { width: 190, height: 96, gap: 10 }

// The few numbers that matter, each in its box.
export function tilesPicture(tiles: Tile[], title: string, said: string, colours: Ink): string {
  const across = Math.min(A_ROW, tiles.length)
  const width = 2 * MARGIN + across * (TILE.width + TILE.gap) - TILE.gap
  const height = Math.ceil(tiles.length / A_ROW) * (TILE.height + TILE.gap) + MARGIN
  const boxes = tiles.map(({ name, value, note }, nth) => {
    const [x, y] = [MARGIN + (nth % A_ROW) * (TILE.width + TILE.gap), Math.floor(nth / A_ROW) * (TILE.height + TILE.gap)]
    return `<g transform="translate(${x} ${y})"><rect width="${TILE.width}" height="${TILE.height}" rx="8" fill="none" stroke="${colours.hair}"/><text x="12" y="26" font-size="14" fill="${colours.quiet}">${written(name)}</text><text x="12" y="56" font-size="22" font-weight="bold" fill="${colours.ink}">${written(value)}</text><text x="12" y="82" font-size="13" fill="${colours.quiet}">${written(note)}</text></g>`
  })
  return headed(`<svg width="${width}" height="${height}">${boxes.join('')}</svg>`, title, said, colours)
}

function written(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

// Broken where it would run over the edge; a Chinese letter is as wide as two others.
function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  let left = width
  for (const letter of text) {
    const wide = letter > '\u2e7f' ? LETTER : LETTER * 0.6
    if (wide > left && line) {
      lines.push(line)
      line = ''
      left = width
    }
    line += letter
    left -= wide
  }
  return line ? [...lines, line] : lines
}
