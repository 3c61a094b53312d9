/** What is typed, pressed and seen in one language. */
export interface DayWords {
  readonly language: string;
  readonly list: string;
  readonly powerBi: string;
  readonly show: string;
  readonly none: string;
  readonly assign: string;
  readonly one: string;
  readonly undo: string;
  readonly assignAna: string;
  readonly assignButton: string;
  readonly several: string;
  readonly guest: RegExp;
  readonly already: RegExp;
  readonly outside: RegExp;
  readonly three: string;
  readonly tooMany: string;
  readonly nobodyAssigned: RegExp;
  readonly everybody: string;
  readonly first20: RegExp;
  readonly nearly: string;
  readonly assignForm: string;
  readonly four: string;
  readonly unassign: string;
  readonly unassignButton: string;
  readonly unassignForm: string;
  readonly two: string;
  readonly cancelPaid: string;
  readonly cannot: RegExp;
  readonly recurringOff: string;
  readonly cancel: string;
  readonly question: string;
  readonly keep: string;
  readonly yes: string;
  readonly reasonMissing: string;
  readonly reason: string;
  readonly refunded: RegExp;
  readonly credit: RegExp;
  readonly invoices: string;
  readonly view: string;
  readonly viewSubscription: string;
  readonly billTo: string;
  readonly help: string;
  readonly nonsense: string;
  readonly listButton: string;
  readonly otherLanguage: string;
  readonly otherTitle: string;
  readonly otherPowerBi: string;
}

/** One more than may be assigned at once. */
const twentyOne: readonly string[] = [
  ...['Adele Vance', 'Diego Siciliani', 'Grady Archie', 'Henrietta Mueller', 'Isaiah Langer', 'Johanna Lorenz'],
  ...['Joni Sherman', 'Lee Gu', 'Lidia Holloway', 'Lynne Robbins', 'Miriam Graham', 'Nestor Wilke', 'Patti Fernandez'],
  ...['Pradeep Gupta', 'Debra Berger', 'Christie Cline', 'Allan Deyoung', 'Irvin Sayers', 'Emily Braun'],
  ...['Enrico Cattaneo', '王小明'],
];

export const english: DayWords = {
  language: 'en',
  list: 'my subscriptions',
  powerBi: '3 of 10 assigned',
  show: 'show Visio Plan 2',
  none: '0 of 5 assigned',
  assign: 'assign Visio Plan 2 to Bob Chen',
  one: '1 of 5 assigned',
  undo: 'Undo',
  assignAna: 'assign license to Ana',
  assignButton: 'Assign',
  several: 'assign Visio Plan 2 to Priya Patel, 王小明, Ana Lima, Eve Guest and mallory@fabrikam.com',
  guest: /guest/i,
  already: /already/i,
  outside: /not found/i,
  three: '3 of 5 assigned',
  tooMany: 'assign Visio Plan 2 to Bob Chen, Alex Kim and Lee Gu',
  nobodyAssigned: /Nobody was assigned/,
  everybody: `assign Project Plan 3 to ${twentyOne.join(', ')}`,
  first20: /At most 20 people/,
  nearly: 'assign Visio Plan 2 to Prya Patel',
  assignForm: 'Assign licenses',
  four: '4 of 5 assigned',
  unassign: 'unassign Visio Plan 2 from Priya Patel',
  unassignButton: 'Unassign',
  unassignForm: 'Unassign licenses',
  two: '2 of 5 assigned',
  cancelPaid: 'cancel Power BI Pro',
  cannot: /be ended early/,
  recurringOff: 'Turn off recurring billing',
  cancel: 'cancel Visio Plan 2',
  question: 'Are you sure you want to cancel?',
  keep: 'Keep subscription',
  yes: 'Yes, cancel',
  reasonMissing: 'Choose a reason.',
  reason: 'costs too much',
  refunded: /\$890\.14/,
  credit: /[-−]\$890\.14/,
  invoices: 'invoices',
  view: 'View',
  viewSubscription: 'View subscription',
  billTo: 'Contoso Marketing',
  help: 'help',
  nonsense: 'will it rain this weekend?',
  listButton: 'My subscriptions',
  otherLanguage: 'switch to Chinese',
  otherTitle: '我會用正體中文和您對話',
  otherPowerBi: '已指派 3/10',
};

export const chinese: DayWords = {
  language: 'zh-TW',
  list: '我的訂閱',
  powerBi: '已指派 3/10',
  show: '顯示 Visio Plan 2',
  none: '已指派 0/5',
  assign: '把 Visio Plan 2 指派給 Bob Chen',
  one: '已指派 1/5',
  undo: '復原',
  assignAna: '指派授權給 Ana',
  assignButton: '指派',
  several: '把 Visio Plan 2 指派給 Priya Patel、王小明、Ana Lima、Eve Guest 和 mallory@fabrikam.com',
  guest: /來賓|訪客/,
  already: /原本就有|已有/,
  outside: /找不到|不在/,
  three: '已指派 3/5',
  tooMany: '把 Visio Plan 2 指派給 Bob Chen、Alex Kim 和 Lee Gu',
  nobodyAssigned: /未指派|沒有指派|沒有任何人/,
  everybody: `把 Project Plan 3 指派給 ${twentyOne.join('、')}`,
  first20: /最多可指派給 20 人/,
  nearly: '把 Visio Plan 2 指派給 Prya Patel',
  assignForm: '指派授權',
  four: '已指派 4/5',
  unassign: '取消指派 Priya Patel 的 Visio Plan 2',
  unassignButton: '解除指派',
  unassignForm: '取消指派授權',
  two: '已指派 2/5',
  cancelPaid: '取消 Power BI Pro 訂閱',
  cannot: /無法提前/,
  recurringOff: '關閉週期性計費',
  cancel: '取消 Visio Plan 2 訂閱',
  question: '您確定要取消訂閱嗎？',
  keep: '保留訂閱',
  yes: '是，取消',
  reasonMissing: '請選擇原因。',
  reason: '貴',
  refunded: /US\$890\.14/,
  credit: /[-−]US\$890\.14/,
  invoices: '發票',
  view: '檢視',
  viewSubscription: '檢視訂閱',
  billTo: 'Contoso Marketing',
  help: '說明',
  nonsense: '週末會下雨嗎？',
  listButton: '我的訂閱',
  otherLanguage: '切換成英文',
  otherTitle: 'I speak English with you',
  otherPowerBi: '3 of 10 assigned',
};
