import { z } from 'zod';
import { exportScreen } from '../../cards/screens';
import { isAdmin } from '../../domain/app/admin';
import { defineCommand } from './command-file';
import { refused } from './refused';

/** Links to what everybody bought, and to who holds each license, as tables. */
export const adminExportPurchases = defineCommand({
  schema: z.object({ type: z.literal('admin_export_purchases') }),
  answer: async (_, turn) => {
    if (!(await isAdmin(turn.services, turn.actor))) return refused(turn, { code: 'NOT_ADMIN' });
    const links = turn.isPrivate
      ? { purchases: turn.link('export', 'purchases'), licenses: turn.link('export', 'licenses') }
      : undefined;
    return { screen: exportScreen(turn.words, { links }) };
  },
});
