import type { Notice } from '../../domain/subscription/notice';
import type { Owned } from '../owned';
import type { Press } from '../press';
import type { Tone } from '../screen';
import type { Requested } from './requests';

/** Something that somebody is told without having asked. */
export interface Told {
  /** What it is about; none: not about a subscription. */
  readonly about: Owned | undefined;
  /** What the purchaser is called, where somebody else is told. */
  readonly purchaser: string | undefined;
  readonly notice: Notice;
  /** The request it is of; none: it is of none. */
  readonly asked?: Requested | undefined;
}

/** A notice in words, and what can be done about it. */
export interface Saying {
  readonly title: string;
  readonly text: string;
  /** What somebody else wrote. */
  readonly words?: string;
  readonly tone?: Tone;
  readonly presses: readonly Press[];
}
