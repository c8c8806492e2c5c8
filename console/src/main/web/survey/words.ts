import { wordsOf } from '../words'

export const zh = {
  thanks: '感谢您的回答！',
  thanksHint: '您的意见会帮助我们改进服务。',
  answered: '这份问卷已经答过，谢谢您。',
  expired: '这个链接已过期。',
  unknown: '链接无效，请核对收到的短信。',
  lead: '只需一分钟，无需登录。您的评分不会与姓名一同显示。',
  scores: ['很不满意', '不满意', '一般', '满意', '很满意'],
  optional: '（选填）',
  yours: '写下您的想法',
  missing: '还有题目没有回答。',
  send: '提交',
  retry: '重试',
}

export const en: typeof zh = {
  thanks: 'Thank you!',
  thanksHint: 'Your answers help us do better.',
  answered: 'This survey has been answered. Thank you.',
  expired: 'This link holds no more.',
  unknown: 'This link is not valid: please look at the message again.',
  lead: 'It takes a minute and needs no account. Scores are never shown with a name.',
  scores: ['not at all', 'little', 'so so', 'content', 'very'],
  optional: '(optional)',
  yours: 'In your words',
  missing: 'There is a question left.',
  send: 'Send',
  retry: 'Try again',
}

export const w = wordsOf(zh, en)
