import type { Normal } from './normalise';

/** Signs of code, operators and mark-up. People who look after licenses do not type them; what holds them is not acted on. */
const CODE =
  /(?:^|\s)#\s|[<{}[\]`\\|]|\$[a-z({$]|&&|\S--|--(?!\s+[a-z\u4e00-\u9fff])|\/\*|\*\/|\*\*[a-z\u4e00-\u9fff]|__|;\s*(?:drop|select|delete|insert|update)\b|:\/\/|\.\.\/|%[0-9a-f]{2}|[a-z\u4e00-\u9fff]\(\s*[\x22']/;
/** "Visio = 12", "policy = disabled": said once, before the last word, and with space around it; any other is an assignment of code. */
const EQUALS =
  /=(?!(?<=[^=]*[\s\u4e00-\u9fff]=)(?:\s+|(?=[\u4e00-\u9fff]))[\w\u4e00-\u9fff]+(?:\s+[\w\u4e00-\u9fff]+){0,2}[\s.!]*$)/;
/** A quoted line of an earlier message. */
const QUOTED_LINE = /(?:^|\n)\s*>/;

export const looksLikeCode = (normal: Normal): boolean =>
  normal.turned || CODE.test(normal.text) || (normal.text.includes('=') && EQUALS.test(normal.text));

export const isQuotedLine = (normal: Normal): boolean => QUOTED_LINE.test(normal.text);
