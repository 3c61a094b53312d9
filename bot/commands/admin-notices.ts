import { z } from 'zod';
import { channelScreen, choicesScreen, noticeSettingsScreen } from '../../cards/screens';
import { isAdmin, noticeSettings } from '../../domain/app/admin';
import { chooseChannel } from '../../domain/app/channels';
import { ADMIN_NOTICE_KINDS, type AdminNoticeKind, TELLINGS, type Telling } from '../../domain/subscription/notice';
import { defineCommand, filled } from './command-file';
import { stopNotices } from './license-notices';
import { refused } from './refused';
import type { Reply, Turn } from './turn';

const telling = filled(z.enum(TELLINGS).optional());

/** RULES, Admins: each chooses for each kind whether to be told at once, daily or not at all. */
export const adminNoticeSettings = defineCommand({
  schema: z.object({
    type: z.literal('admin_notice_settings'),
    save: z.literal(true).optional(),
    requests: telling,
    purchases: telling,
    totals: telling,
    cancellations: telling,
    failed_payments: telling,
    expiries: telling,
    notice: z.enum(ADMIN_NOTICE_KINDS).optional(),
    telling,
    product: z.string().max(200).optional(),
  }),
  answer: async ({ type: _, save: pressed, notice, telling, product, ...inputs }, turn) => {
    const mayChoose = await isAdmin(turn.services, turn.actor);
    if (turn.said === 'text' && product !== undefined) return typedOfProduct(turn, mayChoose);
    if (!mayChoose)
      return turn.said === 'text' ? notTheirs(turn, notice, telling) : refused(turn, { code: 'NOT_ADMIN' });
    const save = pressed ?? (turn.said === 'text' && notice !== undefined && telling !== undefined && !turn.guessed);
    const asked = { ...inputs, ...wanted(notice, telling) };
    const isShared = !turn.isPrivate;
    const before = await noticeSettings(turn.services, turn.actor);
    const chosen = {
      ...before,
      ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)),
    };
    if (!save) return { screen: noticeSettingsScreen(turn.words, { chosen, isSaved: false, isShared }) };
    return {
      screen: noticeSettingsScreen(turn.words, { chosen, isSaved: true, isShared }),
      chosen: { adminNotices: chosen },
    };
  },
});

/** Of one kind as it was typed, or of all of them; those are put before the admin and not saved yet. */
const wanted = (
  notice: AdminNoticeKind | undefined,
  telling: Telling | undefined,
): Partial<Record<AdminNoticeKind, Telling>> =>
  telling === undefined
    ? {}
    : Object.fromEntries((notice === undefined ? ADMIN_NOTICE_KINDS : [notice]).map(kind => [kind, telling]));

const typedOfProduct = (turn: Turn, isAdmin: boolean): Reply => ({
  screen: choicesScreen(turn.words, { isOfProduct: true, isAdmin }),
});

/** What somebody else calls so can only be what they are told of their licenses; renewals and payments are always told. */
const notTheirs = async (
  turn: Turn,
  notice: AdminNoticeKind | undefined,
  telling: Telling | undefined,
): Promise<Reply> => {
  const isAlwaysTold = notice === undefined || notice === 'expiries' || notice === 'failed_payments';
  if (!isAlwaysTold && telling === 'off' && turn.isPrivate) return stopNotices.answer({ type: 'stop_notices' }, turn);
  return { screen: choicesScreen(turn.words, { isOfProduct: false, isAdmin: false }), refusal: 'NOT_ADMIN' };
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
  if (turn.isPrivate && on) return adminNoticeSettings.answer({ type: 'admin_notice_settings' }, turn);
  const chosen = await chooseChannel(turn.services, turn.actor, { ...turn.place, locale: turn.words.locale }, on);
  return chosen.ok ? { screen: channelScreen(turn.words, { on }) } : refused(turn, chosen.error);
};
