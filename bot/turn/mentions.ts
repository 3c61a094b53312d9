import { type Activity, MessageFactory } from 'botbuilder';
import { decodeEntities } from '../language/entities';

/** Whether the bot is mentioned, wherever the channel says who is; elsewhere everything that arrives is said to it. */
export const isForBot = ({ entities = [], recipient }: Partial<Activity>): boolean => {
  const mentions = entities.filter(({ type }) => type === 'mention');
  return mentions.length === 0 || mentions.some(mention => mention['mentioned']?.id === recipient?.id);
};

/** The text as it was typed, without the mentions of the bot itself; other people who are mentioned stay, by name. */
export const textWithoutOwnMention = ({ text, entities, recipient }: Partial<Activity>): string => {
  let rest = text ?? '';
  for (const entity of entities ?? []) {
    if (entity.type !== 'mention' || entity['mentioned']?.id !== recipient?.id) continue;
    const mention: unknown = entity['text'];
    if (typeof mention === 'string' && mention !== '') rest = rest.split(mention).join(' ');
  }
  // Teams writes entities into texts that people typed plainly.
  return decodeEntities(rest).replaceAll('\u00a0', ' ').trim();
};

/** A line among others to whoever spoke, who hears of it where the channel knows mentions. */
export const addressed = (line: string, { channelId, from }: Activity): Partial<Activity> => {
  if (channelId !== 'msteams' || !from.name) return MessageFactory.text(line);
  const name = from.name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const text = `<at>${name}</at>`;
  const mentioned = { id: from.id, name: from.name };
  return { ...MessageFactory.text(`${text} ${line}`), entities: [{ type: 'mention', text, mentioned }] };
};
