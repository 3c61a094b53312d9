import { type BotUnderTest, type SeenCard, startBotUnderTest } from '../../support/bot';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let now: number;
let bot: BotUnderTest;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 24, 9);
  bot = await startBotUnderTest({ now: () => now });
});
afterEach(() => bot.close());

const english = {
  locale: 'en-US',
  outdated: 'This card is out of date, so nothing was changed.',
  before: 'That was done before, and has changed since.',
  unchanged: 'Nothing was changed',
  show: 'show Visio Plan 2',
  assign: 'assign Visio Plan 2 to Bob Chen',
  unassign: 'unassign Visio Plan 2 from Bob Chen',
  cancel: 'cancel Visio Plan 2',
  reactivate: 'reactivate Visio Plan 2',
  total: (count: number) => `set Visio Plan 2 to ${count} licenses`,
  buy: 'buy Teams Premium with 2 licenses',
  buttons: {
    ...{ assignForm: 'Assign licenses', assign: 'Assign', unassign: 'Unassign', undo: 'Undo', save: 'Save' },
    ...{ yes: 'Yes, cancel', reactivate: 'Reactivate', order: 'Place order' },
    ...{ off: 'Turn off recurring billing', on: 'Turn on recurring billing' },
  },
  of: (held: number, total: number) => `${held} of ${total} assigned`,
  ended: 'This subscription has ended',
  disabled: 'Disabled',
  active: 'Active',
  stillActive: 'It is still active',
  nothingToUndo: 'There is nothing to undo',
  tooLate: 'It is too late to undo that',
  hasNone: 'Had no license',
  hasOne: 'Already has a license',
  isOff: 'Recurring billing is off',
  isOn: 'Recurring billing is on',
  cannotEnd: "can't be ended early",
  setTeams: 'set Teams Premium to 3 licenses',
};
const chinese: typeof english = {
  locale: 'zh-TW',
  outdated: '這張卡片已過時，因此未做任何變更。',
  before: '這件事先前已完成，之後又有變更。',
  unchanged: '沒有任何變更',
  show: '顯示 Visio Plan 2',
  assign: '把 Visio Plan 2 指派給 Bob Chen',
  unassign: '取消指派 Bob Chen 的 Visio Plan 2',
  cancel: '取消 Visio Plan 2 訂閱',
  reactivate: '重新啟用 Visio Plan 2',
  total: count => `把 Visio Plan 2 改成 ${count} 個授權`,
  buy: '購買 Teams Premium，2 個授權',
  buttons: {
    ...{ assignForm: '指派授權', assign: '指派', unassign: '解除指派', undo: '復原', save: '儲存' },
    ...{ yes: '是，取消', reactivate: '重新啟用', order: '下單', off: '關閉週期性計費', on: '開啟週期性計費' },
  },
  of: (held, total) => `已指派 ${held}/${total}`,
  ended: '這個訂閱已經結束',
  disabled: '已停用',
  active: '使用中',
  stillActive: '訂閱仍在使用中',
  nothingToUndo: '沒有可以復原的動作',
  tooLate: '已經來不及復原',
  hasNone: '沒有授權',
  hasOne: '原本就有授權',
  isOff: '週期性計費已關閉',
  isOn: '週期性計費已開啟',
  cannotEnd: '無法提前',
  setTeams: '把 Teams Premium 改成 3 個授權',
};

describe.each([english, chinese])('$locale: a button of an old card', words => {
  const by = { locale: words.locale };
  const { buttons } = words;
  const say = (text: string): Promise<SeenCard> => bot.say(text, by);
  const press = (card: SeenCard, title: string, inputs = {}): Promise<SeenCard> =>
    bot.press(card.button(title), inputs, by);
  const cancelled = async (): Promise<void> => {
    await press(await say(words.cancel), buttons.yes, { reason: 'other' });
  };
  const says = (card: SeenCard, ...parts: readonly string[]): void => {
    for (const part of parts) expect(card.text).toContain(part);
  };

  test('that unassigns says who has no license any more', async () => {
    await say(words.assign);
    const old = await say(words.unassign);
    await press(await say(words.unassign), buttons.unassign);
    says(await press(old, buttons.unassign), words.unchanged, words.hasNone, words.of(0, 5));
  });

  test('that assigns says who has one meanwhile', async () => {
    const old = await press(await say(words.show), buttons.assignForm);
    await say(words.assign);
    says(await press(old, buttons.assign, { names: 'Bob Chen' }), words.unchanged, words.hasOne, words.of(1, 5));
  });

  test('that undoes shows how things stand, when that has changed again or is long ago', async () => {
    const old = await say(words.assign);
    await press(await say(words.unassign), buttons.unassign);
    says(await press(old, buttons.undo), words.outdated, words.nothingToUndo, words.of(0, 5));
    const older = await say(words.assign);
    now += 2 * HOUR;
    says(await press(older, buttons.undo), words.outdated, words.tooLate, words.of(1, 5));
  });

  test('that turns recurring billing off or on says that it is so already', async () => {
    const old = await say(words.show);
    const off = await press(old, buttons.off);
    says(await press(old, buttons.off), words.unchanged, words.isOff);
    const shown = await say(words.show);
    await press(off, buttons.undo);
    says(await press(shown, buttons.on), words.unchanged, words.isOn);
  });

  test('that cancels shows what is cancelled already, and once it is active again that nothing was done now', async () => {
    const [old, other] = [await say(words.cancel), await say(words.cancel)];
    await press(other, buttons.yes, { reason: 'other' });
    says(await press(old, buttons.yes, { reason: 'other' }), words.outdated, words.ended, words.disabled);
    await press(await say(words.reactivate), buttons.reactivate);
    says(await press(other, buttons.yes, { reason: 'other' }), words.before, words.active);
  });

  test('of what has ended meanwhile shows it as it is, whatever it was to do', async () => {
    const shown = await say(words.show);
    const form = await press(shown, buttons.assignForm);
    const total = await say(words.total(8));
    await cancelled();
    for (const [card, title] of [
      ...([
        [shown, buttons.off],
        [shown, buttons.assignForm],
        [total, buttons.save],
      ] as const),
    ]) {
      says(await press(card, title), words.outdated, words.ended, words.disabled);
    }
    says(await press(form, buttons.assign, { names: 'Bob Chen' }), words.outdated, words.disabled, words.of(0, 5));
  });

  test('that reactivates shows what is active again', async () => {
    await cancelled();
    const [old, other] = [await say(words.reactivate), await say(words.reactivate)];
    await press(other, buttons.reactivate);
    says(await press(old, buttons.reactivate), words.outdated, words.stillActive, words.active);
  });

  test('that sets a total which has changed since shows the present one', async () => {
    const old = await say(words.total(7));
    await press(old, buttons.save);
    await press(await say(words.total(8)), buttons.save);
    says(await press(old, buttons.save), words.before, words.of(0, 8));
  });

  test('that orders shows what was ordered with it and has changed since', async () => {
    const old = await say(words.buy);
    const inputs = { quantity: '2', frequency: 'monthly' };
    await press(old, buttons.order, inputs);
    await press(await say(words.setTeams), buttons.save);
    says(await press(old, buttons.order, inputs), words.before, words.of(0, 3));
  });

  test('that cancels when it is too late says so, with the date', async () => {
    const old = await say(words.cancel);
    now += 8 * DAY;
    says(await press(old, buttons.yes, { reason: 'other' }), words.unchanged, words.cannotEnd, '2027');
  });
});
