import { MUTATING } from '../../../bot/language/intents';
import { createUnderstand } from '../../../bot/language/understand';
import catalog from '../../../domain/catalog/catalog.json';

const understand = createUnderstand(catalog);

describe('a word means what the words around it make of it', () => {
  it.each([
    ['從空的 Copilot 授權裡撥一個給 Diego', { intent: 'assign_license', slots: { people: ['Diego'] } }],
    ['spare Visio Plan 2 seat -> Omar Haddad', { intent: 'assign_license', slots: { people: ['Omar Haddad'] } }],
    ['Visio Plan 2 還有空的授權嗎', { intent: 'show_subscription' }],
    ['把洪嘉玲設為 Teams Premium 的使用者', { intent: 'assign_license', slots: { people: ['洪嘉玲'] } }],
    ['Copilot 授權核發給劉建志先生', { intent: 'assign_license', slots: { people: ['劉建志'] } }],
    ['Ken Ito quit, take his Clipchamp licence away', { intent: 'unassign_license', slots: { people: ['Ken Ito'] } }],
    ['解除 Kevin Wu 的 Teams Premium 指派', { intent: 'unassign_license', slots: { people: ['Kevin Wu'] } }],
    ['打開 Visio Plan 2 那筆訂閱', { intent: 'show_subscription' }],
    ['重新打開 Visio Plan 2 訂閱', { intent: 'reactivate_subscription' }],
    ['Copilot 我只要留 6 個', { intent: 'set_license_total', slots: { quantity: 6 } }],
    ['Windows 365 剩四個就好', { intent: 'set_license_total', slots: { quantity: 4 } }],
    ['Windows 365 剩幾個', { intent: 'show_subscription' }],
    ['Teams Premium = 12 seats', { intent: 'set_license_total', slots: { quantity: 12 } }],
    ['把剛才的動作收回', { intent: 'undo', slots: {} }],
    ['列出你支援的指令', { intent: 'help', slots: {} }],
  ])('%s', (text, meant) => {
    expect(understand(text)).toMatchObject(meant);
  });

  it.each([
    ['x=1; cancel Visio Plan 2'],
    ['set Copilot total =15'],
    ["don't take Project Plan 3 off auto-renew"],
    ['issue Copilot licences to Adele Vance, Diego Siciliani and Grady Archie tomorrow'],
    ['give Copilot to Nestor Wilke but not to Miriam Graham tomorrow'],
    ['assign Visio to whoever needs it'],
    ['Visio 給有需要的人'],
    ['book meeting room 4 for Thursday'],
    ['Please provide the list of users assigned to Teams Premium.'],
    ["ok, let's not cancel Teams Premium"],
    ['nobody turns off auto-renew for Visio Plan 2'],
    ['把剛才的動作收回好嗎？不要'],
  ])('%s asks for no change', text => {
    expect(MUTATING.has(understand(text).intent)).toBe(false);
  });
});
