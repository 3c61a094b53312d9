import type { Log } from '../logging';
import type { MayHold } from './upload-place';

/** `refused`: it is not to go there, or will not be taken there. `unknown`: no answer, however often it was tried. */
export type Uploaded = 'saved' | 'refused' | 'unknown';

/** Puts a file where Teams said it may go. Never throws; `ending` ends waiting for another try. */
export type Upload = (address: string, file: Uint8Array, ending: AbortSignal) => Promise<Uploaded>;

export interface Uploading {
  readonly mayHold: MayHold;
  /** Waits so many milliseconds, or until it is ended. */
  readonly pause: (wait: number, ending: AbortSignal) => Promise<void>;
  readonly log: Log;
  /** Milliseconds that one try may take. */
  readonly timeLimit?: number;
}

const TIME_LIMIT = 15_000;
/** One request takes so much; what is larger would have to be sent in parts, and no invoice is. */
const LARGEST = 4 * 1024 * 1024;
/** Milliseconds before each further try, unless more is asked for. */
const WAITS = [1_000, 5_000, 15_000] as const;
const LONGEST_WAIT = 30_000;
const SECOND = 1_000;

export const createUpload = (uploading: Uploading): Upload => {
  const { mayHold, pause, log } = uploading;
  return async (address, file, ending) => {
    const url = placeIn(address, mayHold);
    if (!url || file.byteLength > LARGEST) {
      log.warn({ host: hostIn(address), bytes: file.byteLength }, 'a file is not uploaded: it may not go there');
      return 'refused';
    }
    for (const wait of [...WAITS, undefined]) {
      const answer = await put(uploading, url, file);
      if (answer.type !== 'again') return answer.type;
      log.warn({ host: url.hostname, status: answer.status }, 'a file could not be uploaded');
      if (wait === undefined) break;
      await pause(Math.min(LONGEST_WAIT, Math.max(wait, answer.wait)), ending);
      if (ending.aborted) break;
    }
    return 'unknown';
  };
};

const placeIn = (address: string, mayHold: MayHold): URL | undefined => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url && mayHold(url) ? url : undefined;
};

/** All that is logged of an address: whoever has the whole of it can write there. */
const hostIn = (address: string): string => (URL.canParse(address) ? new URL(address).hostname : '');

type Answer =
  | { readonly type: 'saved' | 'refused' }
  | { readonly type: 'again'; readonly status?: number; readonly wait: number };

/** One try, whole, without following anybody elsewhere. What is answered beside the status is not read. */
const put = async ({ timeLimit = TIME_LIMIT, log }: Uploading, url: URL, file: Uint8Array): Promise<Answer> => {
  try {
    const response = await fetch(url, {
      method: 'PUT',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeLimit),
      body: Buffer.from(file),
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Length': String(file.byteLength),
        'Content-Range': `bytes 0-${file.byteLength - 1}/${file.byteLength}`,
      },
    });
    await response.body?.cancel();
    const { status, headers } = response;
    if (status === 200 || status === 201) return { type: 'saved' };
    if (status === 429 || status >= 500) return { type: 'again', status, wait: waitAsked(headers) };
    log.warn({ host: url.hostname, status }, 'a file is not taken');
    return { type: 'refused' };
  } catch {
    // What is thrown is not logged: it may name the address.
    return { type: 'again', wait: 0 };
  }
};

const waitAsked = (headers: Headers): number => {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * SECOND : 0;
};
