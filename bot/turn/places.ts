import type { Activity } from 'botbuilder';
import type { SentMessage } from './message-updates';

/** Whether others read what is said here: a group chat or a channel. */
export const isAmongOthers = ({ conversation }: Activity): boolean =>
  conversation.conversationType ? conversation.conversationType !== 'personal' : conversation.isGroup === true;

/** The message whose button was pressed; undefined where the channel does not name it or takes no requests meanwhile. */
export const pressedMessage = (activity: Activity): SentMessage | undefined => {
  const { replyToId, serviceUrl, channelId, conversation, recipient, from, deliveryMode } = activity;
  if (!replyToId || !serviceUrl || deliveryMode === 'expectReplies') return undefined;
  return { messageId: replyToId, reference: { serviceUrl, channelId, conversation, bot: recipient, user: from } };
};
