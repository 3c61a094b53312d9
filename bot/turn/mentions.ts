import type { Activity } from 'botbuilder';

/** Teams writes these into texts that people typed plainly; `&amp;` comes last, so that nothing is read twice. */
const ENTITIES: readonly (readonly [RegExp, string])[] = [
  [/&nbsp;|&#160;|\u00a0/gi, ' '],
  [/&lt;/gi, '<'],
  [/&gt;/gi, '>'],
  [/&quot;/gi, '"'],
  [/&#0*39;|&apos;/gi, "'"],
  [/&amp;/gi, '&'],
];

/** The text as it was typed, without the mentions of the bot itself; other people who are mentioned stay, by name. */
export const textWithoutOwnMention = ({ text, entities, recipient }: Partial<Activity>): string => {
  let rest = text ?? '';
  for (const entity of entities ?? []) {
    if (entity.type !== 'mention' || entity['mentioned']?.id !== recipient?.id) continue;
    const mention: unknown = entity['text'];
    if (typeof mention === 'string' && mention !== '') rest = rest.split(mention).join(' ');
  }
  return ENTITIES.reduce((typed, [written, meant]) => typed.replace(written, meant), rest).trim();
};
