import type { Activity } from 'botbuilder';

/** The text without the mentions of the bot itself; other people who are mentioned stay, by their names. */
export const textWithoutOwnMention = ({ text, entities, recipient }: Partial<Activity>): string => {
  let rest = text ?? '';
  for (const entity of entities ?? []) {
    if (entity.type !== 'mention' || entity['mentioned']?.id !== recipient?.id) continue;
    const mention: unknown = entity['text'];
    if (typeof mention === 'string' && mention !== '') rest = rest.split(mention).join(' ');
  }
  return rest.trim();
};
