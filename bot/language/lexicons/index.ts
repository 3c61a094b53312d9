import type { Lexicon } from '../lexicon';
import en from './en.json';
import zhTw from './zh-TW.json';

export const english: Lexicon = en;
const traditionalChinese: Lexicon = zhTw;

/** The languages the bot understands; one more is one more lexicon here. */
export const LEXICONS: readonly Lexicon[] = [english, traditionalChinese];
