import type { Screen } from '../../cards/render';
import type { Occasion } from '../../cards/suggestions';
import type { Words } from '../../cards/words';
import type { PagePurpose } from '../../domain/app/give-card';
import type { Actor, Services } from '../../domain/app/services';
import type { Invoice } from '../../domain/billing/invoice';
import type { Instant } from '../../domain/shared/instant';
import type { Refusal } from '../../domain/shared/refusal';
import type { PersonRecord } from '../../domain/store/port';
import type { Understood } from '../language/understand';
import type { LinkKind } from '../pages/links';
import type { Pending } from './pending';
import type { Trail } from './trail';

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
  /** The conversation, and how to speak in it later; no reference: the channel does not say. */
  readonly place: {
    readonly conversationId: string;
    readonly reference: unknown;
    readonly timeZone?: string | undefined;
  };
  /**
   * The absolute address of a page about `subject`, for the actor alone, in the language of the turn; it expires. Whoever
   * has it can open it, so hand it out only where nobody else reads along.
   */
  readonly link: (kind: LinkKind, subject: string) => string;
  readonly said: 'text' | 'press';
  /**
   * Where the person can be shown what is theirs: `here`, where nobody else reads it; `elsewhere`, in their own chat,
   * since others read here; `nowhere`, when they never opened one.
   */
  readonly privately: 'here' | 'elsewhere' | 'nowhere';
  /** A typo was corrected or something else guessed: ask before acting. */
  readonly guessed: boolean;
  /** Nobody else reads along. */
  readonly isPrivate: boolean;
  /** A file can be put into their OneDrive from here, if they agree to it. */
  readonly takesFiles: boolean;
  readonly payment: PaymentPage;
  /** What of it goes into the audit. */
  readonly trail: Pick<Trail, 'begin' | 'on' | 'end'>;
}

/** The page where card details are given, and how a client gets there. */
export interface PaymentPage {
  /** A link for the actor alone, good once, for 15 minutes; hand it out only where nobody else reads along. */
  readonly link: (purpose: PagePurpose) => PageAddress;
  /** Whether the client can show the page in a dialog of its own. */
  readonly hasDialog: boolean;
}

export interface PageAddress {
  readonly id: string;
  readonly url: string;
}

/** Why a typed text was answered with what comes near: what spoke against a wish, or that nothing was found in it. */
export type NotUnderstood = NonNullable<Understood['reason']> | 'unknown';

/** An invoice that is to be sent as a file. */
export interface InvoiceFile {
  readonly invoice: Invoice;
  /** The language and time zone it is drawn in. */
  readonly words: Words;
  /** What is said when it could not be saved. */
  readonly failed: Screen;
}

/** What the person sees next. */
export interface Reply {
  readonly screen: Screen;
  /** What is suggested to be typed next. */
  readonly suggests?: Occasion;
  /** What a typed "yes", "no", "the second one" or a name will be taken to answer. */
  readonly pending?: Pending;
  /** Why nothing was done, where the screen says so. */
  readonly refusal?: Refusal['code'];
  /** Something is to be given or chosen before anything is done, and a typed answer is not waited for. */
  readonly asks?: true;
  /** It was asked to be paid for, and whether it was is not known yet. */
  readonly unsettled?: true;
  /** For the presser's eyes only: the card that was pressed is somebody else's and stays as it is. */
  readonly aside?: true;
  /** Ids of the links to the payment page that the card holds: it is renewed when one of them has done its work. */
  readonly links?: readonly string[];
  /** The payment page that the card leads to, to be opened in a dialog where that was asked for. */
  readonly dialog?: string;
  /** To be sent as a file: it is asked whether it may be saved, or that was just agreed to. */
  readonly file?: InvoiceFile;
  /** Nobody asked for it but their client: nothing is remembered of it, and it does not last. */
  readonly unasked?: true;
  /** Theirs alone, and others read here: it is shown in their own chat. */
  readonly elsewhere?: true;
  /** The language the person has just chosen. */
  readonly language?: 'en' | 'zh-TW';
  /** What the person has just chosen of what they are told. */
  readonly chosen?: Partial<Pick<PersonRecord, 'stopsLicenseNotices' | 'adminNotices'>>;
  /** Something was done, and not to a subscription: "undo" does not reach behind it. */
  readonly otherwise?: true;
  /** Counted, without the text. */
  readonly notUnderstood?: NotUnderstood;
}
