import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

/** What a form carries so that only a form made here, for this very link, is taken. */
export interface Seals {
  /** A new one each time a form is shown. */
  make(token: string): string;
  /** The attempt that a seal stands for; undefined when it was not made here for this link. */
  read(token: string, seal: string | null): string | undefined;
}

export const createSeals = (secret: string): Seals => {
  const mac = (token: string, attempt: string): string =>
    createHmac('sha256', secret).update(`form.${attempt}.${token}`).digest('base64url');
  return {
    make: token => {
      const attempt = randomUUID();
      return `${attempt}.${mac(token, attempt)}`;
    },
    read: (token, seal) => {
      const [, attempt, given] = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(seal ?? '') ?? [];
      if (attempt === undefined || given === undefined) return undefined;
      return timingSafeEqual(Buffer.from(given), Buffer.from(mac(token, attempt))) ? attempt : undefined;
    },
  };
};
