// Minutes and seconds until a moment, as on a clock; nothing once it has passed.
export function left(until: string | undefined, now: number): string {
  const seconds = Math.ceil((Date.parse(until ?? '') - now) / 1_000)
  if (!(seconds > 0)) {
    return ''
  }
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
