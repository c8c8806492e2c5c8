import { wordsOf } from '../words'

export const zh = {
  kinds: { RECEPTION: '正在接待', MESSAGE: '留言', MISSED_CALL: '待回电', PLAN: '要跟进', COMPLAINT: '投诉和建议', CARE: '生日和节日', NEW_CUSTOMER: '新客户未跟进', HOLD: '锁定的房源', APPROVAL: '待审批', TOP_UP: '待补定金', SIGNING: '待签约', TICKET: '其他进行中' } as Record<string, string>,
  glance: '今天一览',
  lateOf: (count: number) => `逾期 ${count}`,
  all: (count: number) => `全部 ${count} 项`,
  someone: '来访客户',
  caller: '来电人',
  attempts: (count: number) => (count ? `已回拨 ${count} 次` : '还没有回拨'),
  since: (time: string) => `${time} 起`,
  registered: (day: string) => `${day} 登记`,
  occasions: { BIRTHDAY: '生日', HOLIDAY: '节日', REVISIT: '回访' } as Record<string, string>,
  ways: { GIFT_OR_VISIT: '送礼或上门', CALL_OR_MESSAGE: '电话或短信' } as Record<string, string>,
  contact: { CALL: '电话', VISIT: '到访', MESSAGE: '短信、微信', MAIL: '信函', HOME_VISIT: '上门', OTHER: '其他' } as Record<string, string>,
  cases: { COMPLAINT: '投诉', SUGGESTION: '建议' } as Record<string, string>,
}

export const en: typeof zh = {
  kinds: { RECEPTION: 'Receiving now', MESSAGE: 'Messages', MISSED_CALL: 'To call back', PLAN: 'To follow up', COMPLAINT: 'Complaints', CARE: 'To greet', NEW_CUSTOMER: 'New, no follow-up', HOLD: 'Holds', APPROVAL: 'To sign', TOP_UP: 'To top up', SIGNING: 'Contracts', TICKET: 'On their way' },
  glance: 'Today at a glance',
  lateOf: (count) => `${count} late`,
  all: (count) => `All ${count}`,
  someone: 'A visitor',
  caller: 'A caller',
  attempts: (count) => (count ? `tried ${count} times` : 'not tried yet'),
  since: (time) => `since ${time}`,
  registered: (day) => `registered ${day}`,
  occasions: { BIRTHDAY: 'Birthday', HOLIDAY: 'Holiday', REVISIT: 'Revisit' },
  ways: { GIFT_OR_VISIT: 'gift or visit', CALL_OR_MESSAGE: 'call or message' },
  contact: { CALL: 'call', VISIT: 'in the office', MESSAGE: 'message', MAIL: 'letter', HOME_VISIT: 'home visit', OTHER: 'other' },
  cases: { COMPLAINT: 'Complaint', SUGGESTION: 'Suggestion' },
}

export const w = wordsOf(zh, en)
