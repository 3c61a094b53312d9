import type { Actor, Services } from '../../domain/app/services';
import { NEW, type PersonRecord } from '../../domain/store/port';
import { PENDING_FOR, type Pending, readPending } from './pending';

const TRIES = 5;

/** What the bot remembers of the person, as it was at the start of a turn. */
export interface Memory {
  readonly record: PersonRecord;
  readonly version: number;
}

export const recall = async ({ store }: Services, { tenantId, personId }: Actor): Promise<Memory> => {
  const found = await store.people.load(tenantId, personId);
  return found ? { record: found.state, version: found.version } : { record: { tenantId, personId }, version: NEW };
};

/** `lost`: others were faster every time, and nothing of the change is kept. */
export type Remembered = 'changed' | 'unchanged' | 'lost';

/**
 * Changes what is remembered; `change` returns the record it was given when there is nothing to change. Of several who
 * try at once, `changed` is said to those whose change still applied.
 */
export const remember = async (
  services: Services,
  from: Memory,
  change: (record: PersonRecord) => PersonRecord,
): Promise<Remembered> => {
  let memory = from;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const changed = change(memory.record);
    if (changed === memory.record) return 'unchanged';
    if (await services.store.people.save(changed, memory.version)) return 'changed';
    memory = await recall(services, memory.record);
  }
  return 'lost';
};

/** The question that waits in this conversation, unless it is too old to be meant. */
export const pendingIn = ({ record }: Memory, conversationId: string, now: number): Pending | undefined => {
  const { question } = record;
  const fresh = question?.conversationId === conversationId && now - question.askedAt <= PENDING_FOR;
  return fresh ? readPending(question.about) : undefined;
};
