import { createHash } from 'node:crypto';
import { z } from 'zod';
import { nameOf } from '../../cards/names';
import { noSupportScreen, supportAskedScreen, supportScreen } from '../../cards/screens';
import { adminsOf as adminIdsOf } from '../../domain/app/admin';
import { askSupport } from '../../domain/app/ask-support';
import type { Person } from '../../domain/shared/person';
import { asOperation, defineCommand, message } from './command-file';
import { personsOf } from './people';
import type { Reply, Turn } from './turn';

/** RULES, Help: what is asked goes to the administrators, under a number by which it can be spoken of. */
export const contactSupport = defineCommand({
  schema: z.object({ type: z.literal('contact_support'), message, ...asOperation }),
  answer: async ({ message: text = '', operationId }, turn) => {
    const { supportAddress: address } = turn.services;
    const admins = await adminsOf(turn);
    if (admins.length === 0) {
      return { screen: noSupportScreen(turn.words, { address, reference: referenceOf(turn.newId()) }) };
    }
    const isPressed = turn.said === 'press' && operationId !== undefined;
    if (isPressed && text !== '') return send(turn, admins, { text, reference: referenceOf(operationId) });
    const input = { admins: admins.map(nameOf), address, operationId: turn.newId() };
    return { screen: supportScreen(turn.words, { ...input, isEmpty: isPressed }), asks: true };
  },
});

/** Those of the person's tenant; an administrator is not sent what they ask themselves. */
const adminsOf = async ({ services, actor }: Turn): Promise<readonly Person[]> => {
  const ids = (await adminIdsOf(services, actor.tenantId)).filter(id => id !== actor.personId);
  return ids.length > 0 ? services.directory.byIds(actor.tenantId, ids) : [];
};

const send = async (
  turn: Turn,
  admins: readonly Person[],
  { text, reference }: { readonly text: string; readonly reference: string },
): Promise<Reply> => {
  const { services, actor, words } = turn;
  const [asker] = await personsOf(turn, [actor.personId]);
  const request = { reference, text, name: asker?.displayName ?? '', mail: asker?.mail ?? '' };
  await askSupport(
    services,
    actor,
    request,
    admins.map(({ id }) => id),
  );
  const { supportAddress: address } = services;
  return { screen: supportAskedScreen(words, { admins: admins.map(nameOf), address, reference }) };
};

/** No letter or digit that is taken for another when it is read out. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** "S-7K3M-92QX", the same for the same operation. */
const referenceOf = (operationId: string): string => {
  const letters = [...createHash('sha256').update(operationId).digest().subarray(0, 8)].map(
    byte => LETTERS[byte % LETTERS.length],
  );
  return `S-${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
};
