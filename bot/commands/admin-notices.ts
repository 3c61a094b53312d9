import { z } from 'zod';
import { channelScreen, noticeSettingsScreen } from '../../cards/screens';
import { isAdmin, noticeSettings } from '../../domain/app/admin';
import { chooseChannel } from '../../domain/app/channels';
import { type AdminNoticeKind, TELLINGS, type Telling } from '../../domain/subscription/notice';
import { defineCommand, filled } from './command-file';
import { refused } from './refused';
import type { Reply, Turn } from './turn';

const telling = filled(z.enum(TELLINGS).optional());

/** RULES, Admins: each chooses for each kind whether to be told at once, daily or not at all. */
export const adminNoticeSettings = defineCommand({
  schema: z.object({
    type: z.literal('admin_notice_settings'),
    save: z.literal(true).optional(),
    ...{
      requests: telling,
      purchases: telling,
      totals: telling,
      cancellations: telling,
      failed_payments: telling,
      expiries: telling,
    },
  }),
  answer: ({ type: _, ...asked }, turn) => settings(turn, asked),
});

type Asked = { readonly [K in AdminNoticeKind]?: Telling | undefined } & { readonly save?: true | undefined };

const settings = async (turn: Turn, { save, ...asked }: Asked): Promise<Reply> => {
  if (!(await isAdmin(turn.services, turn.actor))) return refused(turn, { code: 'NOT_ADMIN' });
  const isShared = !turn.isPrivate;
  const before = await noticeSettings(turn.services, turn.actor);
  if (!save) return { screen: noticeSettingsScreen(turn.words, { chosen: before, isSaved: false, isShared }) };
  const chosen = {
    ...before,
    ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)),
  };
  return {
    screen: noticeSettingsScreen(turn.words, { chosen, isSaved: true, isShared }),
    chosen: { adminNotices: chosen },
  };
};

/** RULES, Admins: in a channel they choose. */
export const sendNoticesHere = defineCommand({
  schema: z.object({ type: z.literal('send_notices_here') }),
  answer: (_, turn) => here(turn, true),
});

export const stopNoticesHere = defineCommand({
  schema: z.object({ type: z.literal('stop_notices_here') }),
  answer: (_, turn) => here(turn, false),
});

/** In one's own chat that is where one is told anyway: as a conversation as well, it would be told everything twice. */
const here = async (turn: Turn, on: boolean): Promise<Reply> => {
  if (turn.isPrivate && on) return settings(turn, {});
  const chosen = await chooseChannel(turn.services, turn.actor, { ...turn.place, locale: turn.words.locale }, on);
  return chosen.ok ? { screen: channelScreen(turn.words, { on }) } : refused(turn, chosen.error);
};
