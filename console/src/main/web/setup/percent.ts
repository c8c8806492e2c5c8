// 40.00 is 40, 1.2500 is 1.25: text all the way.
export function percent(value: string | undefined): string {
  return value?.includes('.') ? value.replace(/0+$/, '').replace(/\.$/, '') : (value ?? '')
}
