import type { Locale } from '../../cards/words';

/** A turn could not be brought to its end; `locale` is the language the person would have been answered in. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly locale: Locale;

  constructor(locale: Locale, cause: unknown) {
    super('a turn could not be brought to its end', { cause });
    this.locale = locale;
  }
}
