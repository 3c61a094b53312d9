import { NEW } from '../store/port';
import type { Pace, Recent } from './pace';
import type { Services } from './services';

const SENDING = { tenantId: '', id: 'sending' } as const;
/** Whoever sends says so this often; silent for longer, they are taken to be gone. */
const TERM = 15_000;

/** The right to send, which one of all replicas has at a time, so that together they keep the pace. */
export interface SendersTurn {
  /** Whether it is still theirs; asked before each thing they send, it stays theirs. */
  keep(): Promise<boolean>;
  /** Lets others send, and tells them what they have to know. */
  end(): Promise<void>;
}

/** Undefined: somebody else sends now. Throws when the store cannot be reached. */
export const takeTurn = async (
  { store, now, pause }: Services,
  { sender: holder, pace }: { readonly sender: string; readonly pace: Pace },
  ending?: AbortSignal,
): Promise<SendersTurn | undefined> => {
  const found = await store.leases.load(SENDING.tenantId, SENDING.id);
  if (found && found.state.holder !== holder && found.state.until > now()) return undefined;
  let version = found?.version ?? NEW;
  let renewAt = 0;
  const save = async (until: number): Promise<boolean> => {
    const isSaved = await store.leases.save({ ...SENDING, holder, until, about: pace.recent() }, version);
    if (isSaved) version += 1;
    renewAt = now() + TERM / 3;
    return isSaved;
  };
  let last = Promise.resolve(true);
  const keep = (): Promise<boolean> => {
    // One after the other, since many ask at once.
    last = last.then(isOurs => (isOurs && now() >= renewAt ? save(now() + TERM) : isOurs));
    return last;
  };
  if (!(await save(now() + TERM))) return undefined;
  if (found && found.state.holder !== holder) {
    pace.learn(found.state.about as Recent);
    // Whoever did not come to an end may have sent since they last said so.
    if (found.state.until > 0) await pause(WINDOW, ending);
  }
  return { keep, end: async () => void ((await last) && (await save(0))) };
};

/** What anybody sent longer ago does not count any more for all conversations together. */
const WINDOW = 1_200;
