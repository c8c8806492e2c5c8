export const zh = {
  wholeFloor: (floor: string) => `选择 ${floor} 层全部`,
  chosen: (count: number) => `已选 ${count} 套`,
  none: '此楼栋没有可选的房源。',
}

export const en: typeof zh = {
  wholeFloor: (floor) => `All of floor ${floor}`,
  chosen: (count) => `${count} chosen`,
  none: 'Nothing to choose in this building.',
}
