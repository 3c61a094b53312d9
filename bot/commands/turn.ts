import type { Screen } from '../../cards/render';
import type { Words } from '../../cards/words';
import type { Actor, Services } from '../../domain/app/services';
import type { Instant } from '../../domain/shared/instant';
import type { LinkKind } from '../pages/links';
import type { Pending } from './pending';

/** What a command may know of the turn it answers; nothing of the channel it came through. */
export interface Turn {
  readonly services: Services;
  readonly actor: Actor;
  /** The given name the channel says, for greeting only. */
  readonly name: string | undefined;
  readonly words: Words;
  readonly now: Instant;
  /** A new operation id for a button of the card being made. */
  readonly newId: () => string;
  /**
   * The absolute address of a page about `subject`, for the actor alone, in the language of the turn; it expires. Whoever
   * has it can open it, so hand it out only where nobody else reads along.
   */
  readonly link: (kind: LinkKind, subject: string) => string;
  readonly said: 'text' | 'press';
  /** A typo was corrected or something else guessed: ask before acting. */
  readonly guessed: boolean;
  /** Nobody else reads along. */
  readonly isPrivate: boolean;
}

/** What the person sees next. */
export interface Reply {
  readonly screen: Screen;
  /** What a typed "yes", "no", "the second one" or a name will be taken to answer. */
  readonly pending?: Pending;
  /** For the presser's eyes only: the card that was pressed is somebody else's and stays as it is. */
  readonly aside?: true;
  /** The language the person has just chosen. */
  readonly language?: 'en' | 'zh-TW';
  /** Whether the person has just chosen to be told of the licenses they gain and lose. */
  readonly licenseNotices?: boolean;
}
