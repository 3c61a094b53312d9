import type { Actor, Services } from '../../domain/app/services';
import { watched } from '../../domain/app/watched';
import type { AuditEntry, AuditOrigin, AuditOutcome, AuditSubject } from '../../domain/shared/audit';
import type { RefusalCode } from '../../domain/shared/refusal';
import { isId, subjectOf } from './trail-subject';

/** What is known of a turn for the audit; a turn without a command leaves nothing there. */
export interface Trail {
  /** A command is about to be answered. `acts`: it may change something; then the services to do it with tell of it. */
  begin(command: Asked, from: AuditOrigin['by'], acts: boolean): Services;
  /** What it turned out to be about. */
  on(subject: AuditSubject): void;
  /** How it was answered; true when something was done by it that is no operation on a subscription. */
  end(reply: Answer): boolean;
  /**
   * Puts it into the audit, once. Resolves at once when nothing could have been changed, else when the entry is
   * durable.
   */
  record(): Promise<void>;
  /** The same of a turn that a fault put an end to; never throws. */
  fail(trouble: string): Promise<void>;
}

/** What of a reply tells what came of the command. */
interface Answer {
  readonly refusal?: RefusalCode;
  readonly unsettled?: true;
  readonly asks?: true;
  readonly pending?: { readonly choice?: unknown };
  readonly links?: readonly string[];
  readonly language?: string;
  readonly chosen?: object;
}

type Asked = Readonly<Record<string, unknown>> & { readonly type: string };

interface Noted {
  readonly what: string;
  readonly operationId: string | undefined;
  readonly by: AuditOrigin['by'];
  readonly acts: boolean;
}

export interface TrailPlace extends Pick<AuditOrigin, 'channel' | 'conversationId'> {
  readonly actor: Actor;
}

export const createTrail = (services: Services, { actor, channel, conversationId }: TrailPlace): Trail => {
  let noted: Noted | undefined;
  let subject: AuditSubject = {};
  let changed = false;
  let isOnSubscription = false;
  let outcome: AuditOutcome | undefined;

  const entryOf = ({ what, operationId, by }: Noted, came: AuditOutcome): AuditEntry => ({
    tenantId: actor.tenantId,
    at: services.now(),
    personId: actor.personId,
    what,
    on: subject,
    from: { by, channel, conversationId },
    operationId,
    outcome: came,
  });

  const put = async (came: AuditOutcome | undefined): Promise<void> => {
    if (!noted || !came) return;
    const entry = entryOf(noted, came);
    const { acts } = noted;
    noted = undefined;
    if (acts) await services.store.audit.append(entry);
    else services.store.audit.note(entry);
  };

  return {
    begin: (command, by, acts) => {
      const { type: what, operationId } = command;
      noted = { what, by, acts, operationId: isId(operationId) ? operationId : undefined };
      subject = subjectOf(command, services.catalog);
      changed = false;
      isOnSubscription = false;
      outcome = undefined;
      if (!acts) return services;
      const store = watched(services.store, subscription => {
        changed = true;
        if (!subscription) return;
        isOnSubscription = true;
        subject = { ...subject, subscriptionId: subscription.id, productId: subscription.productId };
      });
      return { ...services, store };
    },
    on: found => {
      const people = [...new Set([...(subject.people ?? []), ...(found.people ?? [])])];
      subject = { ...subject, ...found, ...(people.length > 0 ? { people } : {}) };
    },
    end: reply => {
      outcome = outcomeOf(reply, changed, noted?.acts ?? false);
      return outcome.type === 'done' && !isOnSubscription;
    },
    record: () => put(outcome),
    fail: async trouble => {
      // What could not be written waits in the store and is tried again.
      await put({ type: 'failed', trouble, ...(changed ? { changed } : {}) }).catch(() => undefined);
    },
  };
};

const outcomeOf = (reply: Answer, changed: boolean, acts: boolean): AuditOutcome => {
  if (reply.refusal) return { type: 'refused', code: reply.refusal };
  if (reply.unsettled) return { type: 'waiting' };
  if (changed || reply.language !== undefined || reply.chosen !== undefined) return { type: 'done' };
  const isAsking = acts
    ? reply.pending !== undefined || reply.links !== undefined
    : reply.pending?.choice !== undefined;
  if (isAsking || reply.asks) return { type: 'asked' };
  return { type: acts ? 'unchanged' : 'shown' };
};
