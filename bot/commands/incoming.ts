import type { Screen } from '../../cards/render';
import type { Locale } from '../../cards/words';
import type { Actor } from '../../domain/app/services';
import type { InvoiceFile } from './turn';

/** What came in, freed of the channel it came through. */
export interface Incoming {
  readonly actor: Actor;
  readonly name: string | undefined;
  readonly conversationId: string;
  readonly said: { readonly text: string } | { readonly press: unknown };
  /** What the channel calls this activity; a redelivery has the same. */
  readonly activityId: string | undefined;
  /** Where the person can be told something later, as the channel has it; only from a conversation of their own. */
  readonly reference?: unknown;
  /** How something can be said in this conversation later, whoever reads it. */
  readonly place?: unknown;
  /** The conversation of several in which it was said, as a whole: in Teams not one of its threads. */
  readonly channel?: ChannelPlace | undefined;
  /** What the channel is called, such as `msteams`. */
  readonly channelId?: string | undefined;
  readonly locale: string | undefined;
  readonly timeZone: string | undefined;
  /** Nobody but the person reads along. */
  readonly isPrivate: boolean;
  /** The client is Teams, or says so. */
  readonly isTeams: boolean;
}

/** A conversation of several, and how something can be said in it later; no reference: the channel does not say. */
export interface ChannelPlace {
  readonly id: string;
  readonly reference: unknown;
}

export interface Answered {
  readonly screen: Screen;
  readonly locale: Locale;
  /** For the presser alone. */
  readonly aside: boolean;
  /** Ids of the links to the payment page on it; where it ended up is to be told to `shown`. */
  readonly links: readonly string[];
  /** The payment page it leads to, if it was asked for as a dialog. */
  readonly dialog?: string | undefined;
  /** An invoice to be sent as a file. */
  readonly file?: InvoiceFile | undefined;
  /** What the person might type next. */
  readonly suggestions?: readonly string[];
  /** What a client asked for by itself, for the view of one person. */
  readonly unasked?: true | undefined;
  /** Not to be shown here, where others read, but in the person's own chat; as the channel has it. */
  readonly elsewhere?: unknown;
}

export interface Conversation {
  /** Throws Interrupted when it cannot be answered for want of the store or the directory. */
  answer(incoming: Incoming): Promise<Answered>;
  /** The welcome, the first time only; of two events that arrive at once, one gets it. */
  welcome(incoming: Omit<Incoming, 'said' | 'activityId'>): Promise<Answered | undefined>;
  /** The card with these links stands in a message that the channel calls so. */
  shown(actor: Actor, links: readonly string[], activityId: string): Promise<void>;
  /** Whether somebody's answer to a card that asked is the first one to it; of several at once one is. */
  isFirst(actor: Actor, askedBy: string): Promise<boolean>;
}
