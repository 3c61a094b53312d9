import type { Activity } from 'botbuilder';
import type { ChannelPlace, Incoming } from '../commands/incoming';
import { textWithoutOwnMention } from './mentions';
import { isAmongOthers } from './places';

/** Who stands in for somebody whom the channel does not name; only where no credentials are set. */
export interface StandIn {
  readonly tenantId: string;
  /** Whom this sender acts as, given who the channel says it is, if anybody. */
  readonly personFor: (sender: string, aadObjectId: string | undefined) => string | undefined;
}

/**
 * Who says what, by the channel's word alone: `from.aadObjectId` and the tenant, never anything inside a card.
 * Undefined when the channel does not say who it is.
 */
export const readTurn = (activity: Activity, standIn?: StandIn): Incoming | undefined => {
  const { from, conversation } = activity;
  const tenantId = conversation.tenantId ?? tenantOf(activity.channelData) ?? standIn?.tenantId;
  const personId = standIn ? standIn.personFor(from.id, from.aadObjectId) : from.aadObjectId;
  if (!tenantId || !personId) return undefined;
  const isPrivate = !isAmongOthers(activity);
  const place = placeOf(activity);
  return {
    actor: { tenantId, personId },
    name: from.name || undefined,
    conversationId: conversation.id,
    said: saidIn(activity),
    activityId: activity.id,
    reference: isPrivate ? place : undefined,
    place,
    channel: isPrivate ? undefined : channelOf(activity),
    channelId: activity.channelId,
    locale: activity.locale,
    timeZone: activity.localTimezone,
    isPrivate,
    isTeams: activity.channelId === 'msteams',
  };
};

/** How something can be said in this conversation later. */
const placeOf = ({ conversation, serviceUrl, channelId, from, recipient }: Activity): object | undefined => {
  if (!serviceUrl) return undefined;
  const { id, tenantId, conversationType = 'personal' } = conversation;
  return {
    serviceUrl,
    channelId,
    conversation: { id, tenantId, conversationType },
    user: { id: from.id },
    bot: { id: recipient?.id },
  };
};

/** What is sent to a channel begins a thread of its own, and is for nobody more than for others. */
const channelOf = (activity: Activity): ChannelPlace => {
  const [id = ''] = activity.conversation.id.split(';messageid=');
  const reference = placeOf({ ...activity, conversation: { ...activity.conversation, id } });
  return { id, reference: reference && { ...reference, user: undefined } };
};

/** A press where the client has only Action.Submit: a message that carries what the button does. */
export const isPress = ({ value }: Activity): boolean => typeof value === 'object' && value !== null;

const saidIn = (activity: Activity): Incoming['said'] => {
  if (activity.type === 'invoke') return { press: activity.value?.action?.data ?? activity.value?.data };
  if (isPress(activity)) return { press: activity.value };
  const text = textWithoutOwnMention(activity);
  // Somebody who only calls the bot, or sends a picture, is told what it can do.
  return text === '' ? { press: { type: 'help' } } : { text };
};

const tenantOf = (channelData: unknown): string | undefined => {
  const tenant =
    typeof channelData === 'object' && channelData !== null && 'tenant' in channelData ? channelData.tenant : undefined;
  const id = typeof tenant === 'object' && tenant !== null && 'id' in tenant ? tenant.id : undefined;
  return typeof id === 'string' && id !== '' ? id : undefined;
};
