import { z } from 'zod';
import { requestScreen } from '../../cards/screens';
import {
  answerLicenseRequest as answerRequest,
  withdrawLicenseRequest as withdraw,
} from '../../domain/app/license-requests';
import type { Refusal } from '../../domain/shared/refusal';
import { defineCommand, id, message } from './command-file';
import { shownTo } from './license-requests';
import { refused } from './refused';
import { requested } from './requested';
import type { Reply, Turn } from './turn';

/** RULES, Admins: an admin allows one order, or does not, with a message if they like; once and for good. */
export const answerLicenseRequest = defineCommand({
  schema: z.object({
    type: z.literal('answer_license_request'),
    requestId: id,
    approved: z.boolean(),
    message,
  }),
  answer: async ({ requestId, approved, message }, turn) => {
    const answered = await answerRequest(turn.services, turn.actor, requestId, { approved, message });
    if (!answered.ok) return no(turn, requestId, answered.error);
    const shown = { ...(await requested(turn, answered.value)), viewer: 'admin', went: 'done' } as const;
    return { screen: requestScreen(turn.words, shown) };
  },
});

/** Taken back by who made it. */
export const withdrawLicenseRequest = defineCommand({
  schema: z.object({ type: z.literal('withdraw_license_request'), requestId: id }),
  answer: async ({ requestId }, turn) => {
    const withdrawn = await withdraw(turn.services, turn.actor, requestId);
    if (!withdrawn.ok) return no(turn, requestId, withdrawn.error);
    const shown = { ...(await requested(turn, withdrawn.value)), viewer: 'asker', went: 'done' } as const;
    return { screen: requestScreen(turn.words, shown) };
  },
});

/** What was answered before is shown, with who answered it; where others read along, a no is for the presser alone. */
const no = async (turn: Turn, requestId: string, refusal: Refusal): Promise<Reply> => {
  if (refusal.code === 'REQUEST_ENDED') {
    return { ...(await shownTo(turn, requestId, turn.words.t('request.ended'))), refusal: refusal.code };
  }
  const buttons =
    refusal.code === 'OWN_REQUEST'
      ? ([{ type: 'list_license_requests', mine: true }, { type: 'admin_show_policies' }] as const)
      : ([{ type: 'list_license_requests' }] as const);
  return { ...refused(turn, refusal, buttons), ...(turn.isPrivate ? {} : { aside: true }) };
};
