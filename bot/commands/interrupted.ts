import type { Locale } from '../../cards/words';

/**
 * A turn could not be brought to its end; `locale` is the language the person would have been answered in, `trouble` the
 * id under which it is to be found in the log.
 */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly locale: Locale;
  readonly trouble: string;

  constructor(locale: Locale, trouble: string, cause: unknown) {
    super('a turn could not be brought to its end', { cause });
    this.locale = locale;
    this.trouble = trouble;
  }
}
