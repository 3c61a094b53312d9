/** Most texts hold nothing to escape, and one look is much cheaper than six replacements. */
const telling = /[\\*`[\]<>~|_&]|\{\{|^\s*(?:[#+-]|\d+[.)])/m;

/**
 * Text that reads the same whether or not a client takes it for Markdown: emphasis, links, lists, headings, code, HTML
 * entities and `{{DATE(…)}}` of people's names lose their meaning. As little as possible is escaped, because a few
 * clients show the backslash.
 */
export const markdown = (text: string): string => (telling.test(text) ? escaped(text) : text);

const escaped = (text: string): string =>
  text
    .replace(/[\\*`[\]<>~|]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/\{\{/g, '{\\{')
    .replace(/^(\s*)([#+-])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2');
