import { hash } from 'node:crypto';
import { welcomeScreen } from '../../cards/screens';
import { suggestionsFor } from '../../cards/suggestions';
import { type Locale, wordsFor } from '../../cards/words';
import { renewChannel } from '../../domain/app/channels';
import type { PagePurpose } from '../../domain/app/give-card';
import type { Actor, Services } from '../../domain/app/services';
import { wake } from '../../domain/app/wake';
import type { PersonRecord } from '../../domain/store/port';
import type { Understand } from '../language/understand';
import type { Claim } from '../pages/links';
import { answerPress } from './answer-press';
import { answerText } from './answer-text';
import { chatOf } from './chat';
import type { Answered, Conversation, Incoming } from './incoming';
import { Interrupted } from './interrupted';
import { isLocale, localeOf } from './locale';
import { type Memory, pendingIn, recall, remember } from './memory';
import { afterTurn, answeredOnce, handedOver, reachedAt, reachIn } from './remembered';
import { createTrail, type Trail } from './trail';
import type { NotUnderstood, PageAddress, Reply, Turn } from './turn';

/** What was said, understood but not yet answered. */
interface Heard {
  readonly locale: Locale;
  readonly reply: () => Promise<Reply>;
}

/** Where the person sees the answer, and in which language. */
interface Seen {
  readonly locale: Locale;
  readonly conversationId: string;
}

export interface ConversationParts {
  readonly services: Services;
  readonly understand: Understand;
  readonly newId: () => string;
  /** The absolute address at which a claim, signed, opens its page for as long as such a link does. */
  readonly link: (claim: Omit<Claim, 'expiresAt'>) => string;
  readonly paymentLink: (actor: Actor, locale: Locale, purpose: PagePurpose) => PageAddress;
  /** Whether the payment page may be shown in a dialog, in a client that is Teams. */
  readonly hasDialogs: boolean;
  /** Whether files may be sent to somebody alone, in a client that is Teams. */
  readonly sendsFiles: boolean;
  /** Counts what could not be read. */
  readonly notUnderstood?: (reason: NotUnderstood, locale: Locale) => void;
}

/** The bot without a channel: somebody says or presses something, and sees a screen. */
export const createConversation = (parts: ConversationParts): Conversation => {
  const { services, understand, newId, link, paymentLink, hasDialogs, sendsFiles, notUnderstood } = parts;
  const turnOf = (
    incoming: Incoming,
    locale: Locale,
    { record }: Memory,
    trail: Trail,
  ): Omit<Turn, 'said' | 'guessed'> => ({
    services,
    trail,
    actor: incoming.actor,
    link: (kind, subject) => link({ ...incoming.actor, kind, subject, locale, timeZone: incoming.timeZone ?? 'UTC' }),
    name: incoming.name,
    words: wordsFor(locale, incoming.timeZone),
    place: {
      conversationId: incoming.channel?.id ?? incoming.conversationId,
      reference: incoming.channel?.reference ?? incoming.place,
      timeZone: incoming.timeZone,
    },
    now: services.now(),
    newId,
    isPrivate: incoming.isPrivate,
    takesFiles: sendsFiles && incoming.isTeams && incoming.isPrivate,
    privately: incoming.isPrivate ? 'here' : chatOf(record) ? 'elsewhere' : 'nowhere',
    payment: {
      link: purpose => paymentLink(incoming.actor, locale, purpose),
      hasDialog: hasDialogs && incoming.isTeams,
    },
  });

  /** As the directory has it: channels greet with all kinds of names. A greeting is not worth a failure. */
  const nameOf = async ({ tenantId, personId }: Actor): Promise<string | undefined> => {
    const [person] = await services.directory.byIds(tenantId, [personId]).catch(() => []);
    return person?.displayName;
  };

  const hearText = (incoming: Incoming, text: string, memory: Memory, trail: Trail): Heard => {
    const understood = understand(text, incoming.locale);
    const asked = pendingIn(memory, incoming.conversationId, services.now());
    // A short answer is given in the language of the question.
    const isShort = !/\p{Script=Latin}{2}/u.test(text);
    const used = understood.language ?? (asked && isShort ? lastUsed(memory.record) : undefined);
    const locale = localeOf(memory.record, used, incoming.locale);
    const turn: Turn = { ...turnOf(incoming, locale, memory, trail), said: 'text', guessed: understood.guessed };
    const pending = asked;
    return { locale, reply: () => answerText(text, understood, turn, operationOf(incoming) ?? newId(), pending) };
  };

  const hearPress = (incoming: Incoming, press: unknown, memory: Memory, trail: Trail): Heard => {
    const locale = localeOf(memory.record, cardLocale(press), incoming.locale);
    return {
      locale,
      reply: () => answerPress(press, { ...turnOf(incoming, locale, memory, trail), said: 'press', guessed: false }),
    };
  };

  /** Who could not be reached before has what was to be told meanwhile sent now. */
  const wakeIfNew = async ({ actor, reference }: Pick<Incoming, 'actor' | 'reference'>, { record }: Memory) => {
    if (reference !== undefined && record.reach === undefined) await wake(services, actor);
  };

  /** Remembers what is to be remembered of a turn: what was asked and where, what was chosen, where the person is. */
  const keep = async (incoming: Incoming, memory: Memory, reply: Reply, seen: Seen): Promise<void> => {
    const kept = await remember(services, memory, record =>
      reachedAt(afterTurn(record, reply, seen.conversationId, services.now()), reachIn(incoming, seen.locale)),
    );
    await wakeIfNew(incoming, memory);
    const { actor, channel } = incoming;
    if (channel) await renewChannel(services, actor.tenantId, channel.id, channel.reference);
    const isChoice = reply.language !== undefined || reply.chosen !== undefined;
    if (kept === 'lost' && isChoice) throw new Error('what was chosen could not be kept');
  };

  return {
    answer: async incoming => {
      const memory = await recall(services, incoming.actor);
      const { said } = incoming;
      const trail = createTrail(services, { ...incoming, channel: incoming.channelId });
      const heard =
        'text' in said ? hearText(incoming, said.text, memory, trail) : hearPress(incoming, said.press, memory, trail);
      try {
        const reply = await heard.reply();
        if (reply.unasked) {
          await trail.record();
          return { ...seenIn(reply, heard.locale), unasked: true };
        }
        if (reply.notUnderstood) notUnderstood?.(reply.notUnderstood, heard.locale);
        const chat = reply.elsewhere && chatOf(memory.record);
        await keep(incoming, memory, reply, {
          locale: reply.language ?? heard.locale,
          conversationId: chat ? chat.conversationId : incoming.conversationId,
        });
        await trail.record();
        return { ...seenIn(reply, heard.locale), ...(chat ? { elsewhere: chat.reference } : {}) };
      } catch (error) {
        const trouble = newId();
        await trail.fail(trouble);
        throw new Interrupted(heard.locale, trouble, error);
      }
    },
    welcome: async incoming => {
      const memory = await recall(services, incoming.actor);
      const locale = localeOf(memory.record, undefined, incoming.locale);
      let isFirst = false;
      const kept = await remember(services, memory, record => {
        isFirst = record.welcomedAt === undefined;
        const welcomed = isFirst ? { ...record, welcomedAt: services.now() } : record;
        return reachedAt(welcomed, reachIn(incoming, locale));
      });
      await wakeIfNew(incoming, memory);
      const words = wordsFor(locale, incoming.timeZone);
      if (kept !== 'changed' || !isFirst) return undefined;
      const name = (await nameOf(incoming.actor)) ?? incoming.name;
      return seenIn({ screen: welcomeScreen(words, { name }), suggests: 'start' }, locale);
    },
    shown: async (actor, links, activityId) => {
      const at = { activityId, now: services.now() };
      await remember(services, await recall(services, actor), record => handedOver(record, links, at));
    },
    isFirst: async (actor, askedBy) => {
      const now = services.now();
      const memory = await recall(services, actor);
      const kept = await remember(services, memory, record => answeredOnce(record, askedBy, now));
      if (kept === 'lost') throw new Error('that a card was answered could not be kept');
      return kept === 'changed';
    },
  };
};

const seenIn = ({ screen, language, aside, links, dialog, file, suggests }: Reply, locale: Locale): Answered => ({
  screen,
  aside: aside ?? false,
  links: links ?? [],
  dialog,
  file,
  locale: language ?? locale,
  ...(suggests ? { suggestions: suggestionsFor(wordsFor(language ?? locale), suggests) } : {}),
});

const lastUsed = ({ reach }: PersonRecord): Locale | undefined => (isLocale(reach?.locale) ? reach?.locale : undefined);

const cardLocale = (press: unknown): Locale | undefined => {
  const locale = typeof press === 'object' && press !== null && 'locale' in press ? press.locale : undefined;
  return isLocale(locale) ? locale : undefined;
};

/** A text delivered twice is the same operation. */
const operationOf = ({ conversationId, activityId }: Incoming): string | undefined =>
  activityId && hash('sha256', `${conversationId}\n${activityId}`).slice(0, 40);
