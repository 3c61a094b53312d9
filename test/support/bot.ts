import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { readConfig } from '../../bot/config';
import { createLog } from '../../bot/logging';
import { type Outside, type RunningBot, startBot } from '../../bot/start';

export const TENANT = '00000000-0000-0000-0000-0000000000001';
export const ALEX = '00000000-0000-0000-0000-0000000000020';
export const idOf = (number: string): string => `10000000-0000-4000-8000-000000000${number}`;

const action = z.looseObject({
  type: z.literal('Action.Execute'),
  title: z.string(),
  verb: z.string(),
  style: z.string().optional(),
  data: z.looseObject({ type: z.string() }),
  fallback: z.looseObject({ type: z.literal('Action.Submit'), data: z.looseObject({}) }),
});
const openUrl = z.looseObject({ type: z.literal('Action.OpenUrl'), title: z.string(), url: z.url() });
const input = z.looseObject({
  type: z.string().startsWith('Input.'),
  id: z.string(),
  label: z.string(),
  choices: z.array(z.object({ title: z.string(), value: z.string() })).optional(),
});

export type Button = z.infer<typeof action>;
export type Link = z.infer<typeof openUrl>;
export type Input = z.infer<typeof input>;

/** A card as a person meets it: what it says, its buttons and its inputs. */
export interface SeenCard {
  readonly json: unknown;
  /** Everything that can be read on it, in order, and what a screen reader says. */
  readonly text: string;
  readonly buttons: readonly Button[];
  readonly inputs: readonly Input[];
  /** Buttons that open a web page. */
  readonly links: readonly Link[];
  button(title: string): Button;
  input(id: string): Input;
  /** Where the button of this title leads; without a title, the first there is. */
  link(title?: string): string;
}

const walk = (node: unknown, visit: (object: object) => void): void => {
  if (Array.isArray(node)) for (const item of node) walk(item, visit);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  visit(node);
  for (const [name, value] of Object.entries(node)) if (name !== 'fallback') walk(value, visit);
};

const WORDS = ['text', 'title', 'value', 'fallbackText', 'label', 'placeholder'];

export const seen = (json: unknown): SeenCard => {
  const buttons: Button[] = [];
  const inputs: Input[] = [];
  const links: Link[] = [];
  const texts: string[] = [];
  walk(json, object => {
    const asAction = action.safeParse(object);
    if (asAction.success) buttons.push(asAction.data);
    const asLink = openUrl.safeParse(object);
    if (asLink.success) links.push(asLink.data);
    const asInput = input.safeParse(object);
    if (asInput.success) inputs.push(asInput.data);
    for (const [name, value] of Object.entries(object)) {
      if (WORDS.includes(name) && typeof value === 'string') texts.push(value);
    }
  });
  const find = <T>(what: string, items: readonly T[], fits: (item: T) => boolean): T => {
    const found = items.find(fits);
    if (!found) throw new Error(`no ${what} on a card that says: ${texts.join(' | ')}`);
    return found;
  };
  return {
    ...{ json, buttons, inputs, links, text: texts.join('\n') },
    button: title => find(`button ${title}`, buttons, button => button.title === title),
    link: title => find('link', links, link => title === undefined || link.title === title).url,
    input: id => find(`input ${id}`, inputs, candidate => candidate.id === id),
  };
};

const reply = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  attachments: z.array(z.object({ contentType: z.string(), content: z.unknown() })).optional(),
});
const replies = z.object({ activities: z.array(reply).default([]) });
const invokeAnswer = z.object({ statusCode: z.number(), type: z.string(), value: z.unknown() });

export interface Speaker {
  readonly id?: string;
  readonly name?: string;
  readonly locale?: string;
  readonly conversation?: Readonly<Record<string, unknown>>;
  readonly tenantId?: string;
  /** Where the channel takes what is sent to them later. */
  readonly serviceUrl?: string;
  readonly channelId?: string;
}

export interface BotUnderTest {
  readonly url: string;
  readonly logged: readonly string[];
  /** Where its data is. */
  readonly folder: string;
  /** Posts one activity, laid over those fields that every activity has. */
  post(
    fields: Readonly<Record<string, unknown>>,
    by?: Speaker,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
  /** Types a text; the one card that answers. */
  say(text: string, by?: Speaker): Promise<SeenCard>;
  /** Presses a button, its inputs filled in, by Action.Execute; what the invoke answers. */
  press(button: Button, inputs?: Readonly<Record<string, string>>, by?: Speaker): Promise<SeenCard>;
  /** The same press where the client has only Action.Submit. */
  submit(button: Button, inputs?: Readonly<Record<string, string>>, by?: Speaker): Promise<SeenCard>;
  invoke(
    button: Button,
    inputs?: Readonly<Record<string, string>>,
    by?: Speaker,
  ): Promise<z.infer<typeof invokeAnswer>>;
  close(): Promise<void>;
}

export interface BotOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly now?: () => number;
  /** What is in the place of the world outside. */
  readonly outside?: Outside;
}

/** The whole bot over HTTP with the demo tenant, in a folder of its own unless `env` says otherwise. */
export const startBotUnderTest = async ({ env = {}, now, outside }: BotOptions = {}): Promise<BotUnderTest> => {
  const folder = await mkdtemp(join(tmpdir(), 'bot-'));
  const config = readConfig({ PORT: '0', DATA_DIR: folder, DEMO_DATA: '1', ...env });
  if (!config.ok) throw new Error(config.error.join('\n'));
  const logged: string[] = [];
  const bot = await startBot(config.value, createLog('trace', { write: line => logged.push(line) }), now, outside);
  return {
    ...talkTo(`http://127.0.0.1:${bot.port}`),
    ...{ logged, folder },
    close: () => closeAll(bot, folder),
  };
};

const closeAll = async (bot: RunningBot, folder: string): Promise<void> => {
  await bot.close();
  await rm(folder, { recursive: true, force: true });
};

let activities = 0;

/** Talks to a bot that runs somewhere on this machine. */
export const talkTo = (url: string): Omit<BotUnderTest, 'close' | 'logged' | 'folder'> => {
  const post: BotUnderTest['post'] = (fields, by = {}, headers = {}) => {
    const { id = ALEX, name = 'Alex Wilber', locale = 'en-US', tenantId = TENANT, conversation = {} } = by;
    const { serviceUrl = 'http://127.0.0.1:9/', channelId = 'msteams' } = by;
    activities += 1;
    const activity = {
      ...{ id: `activity-${activities}`, channelId, deliveryMode: 'expectReplies', locale },
      serviceUrl,
      from: { id: `29:${id}`, name, aadObjectId: id },
      recipient: { id: '28:bot', name: 'LicenseBot' },
      conversation: { id: `chat-of-${id}`, conversationType: 'personal', tenantId, ...conversation },
      ...fields,
    };
    return fetch(`${url}/api/messages`, {
      ...{
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(activity),
      },
    });
  };
  const cardIn = async (response: Response): Promise<SeenCard> => {
    const body = replies.parse(await response.json());
    const cards = body.activities.flatMap(activity => activity.attachments ?? []);
    if (cards.length !== 1) throw new Error(`${cards.length} cards in ${JSON.stringify(body)}`);
    return seen(cards[0]?.content);
  };
  const invoke: BotUnderTest['invoke'] = async ({ verb, data }, inputs = {}, by = {}) => {
    const value = { action: { type: 'Action.Execute', verb, data: { ...data, ...inputs } }, trigger: 'manual' };
    const response = await post({ type: 'invoke', name: 'adaptiveCard/action', value, deliveryMode: 'normal' }, by);
    return invokeAnswer.parse(await response.json());
  };
  return {
    url,
    post,
    say: async (text, by) => cardIn(await post({ type: 'message', text }, by)),
    submit: async (button, inputs = {}, by = {}) =>
      cardIn(await post({ type: 'message', value: { ...button.fallback.data, ...inputs } }, by)),
    invoke,
    press: async (button, inputs, by) => {
      const { statusCode, type, value } = await invoke(button, inputs, by);
      if (statusCode !== 200 || type !== 'application/vnd.microsoft.card.adaptive') throw new Error(`answered ${type}`);
      return seen(value);
    },
  };
};
