import type { Action } from './buttons';
import type { Choice, DateInput, NumberInput, Question, SearchInput, TextInput } from './inputs';
import type { Entry, Fact, Heading, Licenses, Line, Row, Tone } from './parts';

export type { Choice, DateInput, NumberInput, Question, SearchInput, TextInput } from './inputs';
export type { Entry, Fact, Heading, Licenses, Line, Row, Tone } from './parts';

/** What each template must be given, whole: a field that is missing would reach a person as `${field}`. */
export interface Views {
  readonly message: Heading & {
    readonly lines: readonly string[];
    readonly facts: readonly Fact[];
    readonly buttons: readonly Action[];
  };
  readonly guide: {
    readonly title: string;
    readonly intro: string;
    readonly topics: readonly { readonly title: string; readonly examples: readonly string[] }[];
    readonly buttons: readonly Action[];
  };
  /** By topic: what to write, and the buttons that do it or open its form. */
  readonly topics: {
    readonly title: string;
    readonly intro: string;
    readonly topics: readonly {
      readonly title: string;
      readonly lines: readonly string[];
      readonly actions: readonly Action[];
    }[];
    readonly buttons: readonly Action[];
  };
  /** One page of a list that may be long, narrowed by a button or by what is typed. */
  readonly pages: {
    readonly title: string;
    readonly summary: string;
    readonly filters: readonly Action[];
    readonly searches: readonly SearchInput[];
    readonly searching: readonly Action[];
    readonly rows: readonly Row[];
    /** Which part of the list it is. */
    readonly place: string;
    readonly turns: readonly Action[];
    readonly buttons: readonly Action[];
  };
  readonly support: {
    readonly title: string;
    readonly lines: readonly string[];
    readonly problem: string;
    readonly buttons: readonly Action[];
  };
  readonly rows: {
    readonly title: string;
    readonly summary: string;
    readonly rows: readonly Row[];
    readonly more: string;
    readonly buttons: readonly Action[];
  };
  /** A page of what everybody bought, and a form that narrows it. */
  readonly purchases: Views['rows'] & {
    readonly texts: readonly { readonly id: string; readonly label: string; readonly value: string }[];
    readonly questions: readonly (Omit<Question, 'required'> & { readonly value: string })[];
  };
  readonly entries: {
    readonly title: string;
    readonly summary: string;
    readonly entries: readonly Entry[];
    readonly more: string;
    readonly buttons: readonly Action[];
  };
  readonly profile: {
    readonly note: string;
    readonly problem: string;
    readonly title: string;
    readonly summary: string;
    readonly card: Entry;
    readonly inputs: readonly TextInput[];
    readonly buttons: readonly Action[];
  };
  readonly invoices: {
    readonly title: string;
    readonly summary: string;
    readonly totals: readonly Fact[];
    readonly rows: readonly Row[];
    readonly more: string;
    readonly dates: readonly DateInput[];
    readonly buttons: readonly Action[];
  };
  readonly subscription: {
    readonly note: string;
    readonly noteTone: Tone;
    readonly title: string;
    readonly status: string;
    readonly tone: Tone;
    readonly price: string;
    readonly licenses: Licenses;
    readonly facts: readonly Fact[];
    readonly holders: readonly Line[];
    readonly more: string;
    /** What can be done about its licenses. */
    readonly actions: readonly Action[];
    readonly buttons: readonly Action[];
  };
  readonly answers: Heading & {
    /** How far it is with all that were named; empty when it is done. */
    readonly progress: string;
    readonly product: string;
    readonly answers: readonly (Line & { readonly tone: Tone })[];
    readonly licenses: Licenses;
    readonly buttons: readonly Action[];
  };
  readonly assign: {
    readonly title: string;
    readonly summary: string;
    readonly licenses: string;
    readonly problem: string;
    readonly people: readonly Line[];
    readonly questions: readonly Question[];
    readonly askPeople: boolean;
    readonly buttons: readonly Action[];
  };
  readonly unassign: {
    readonly title: string;
    readonly consequence: string;
    readonly problem: string;
    readonly people: readonly Line[];
    readonly choices: readonly Choice[];
    /** What is said when nobody is chosen; empty when names may be typed instead. */
    readonly required: string;
    readonly hint: string;
    readonly askNames: boolean;
    readonly buttons: readonly Action[];
  };
  readonly choose: {
    readonly title: string;
    readonly choices: readonly Choice[];
    /** There are more than are listed: the others are found by typing, where the client can. */
    readonly searches: boolean;
    readonly buttons: readonly Action[];
  };
  readonly cancel: {
    readonly title: string;
    readonly consequence: string;
    readonly facts: readonly Fact[];
    readonly problem: string;
    readonly reasons: readonly Choice[];
    readonly buttons: readonly Action[];
  };
  /** What something costs and brings before it is done, and what of it may still be entered. */
  readonly quote: Heading & {
    readonly lines: readonly string[];
    readonly problem: string;
    readonly facts: readonly Fact[];
    readonly numbers: readonly NumberInput[];
    readonly questions: readonly (Question & { readonly value: string })[];
    readonly buttons: readonly Action[];
  };
  /** A request of a license: what is asked, by whom and why; what may be entered and answered. */
  readonly request: Heading & {
    readonly lines: readonly string[];
    readonly problem: string;
    readonly facts: readonly Fact[];
    /** What people wrote, under who did. */
    readonly quotes: readonly Fact[];
    readonly numbers: readonly NumberInput[];
    readonly texts: readonly Pick<TextInput, 'id' | 'label' | 'placeholder'>[];
    readonly buttons: readonly Action[];
  };
  readonly invoice: {
    readonly note: string;
    readonly title: string;
    readonly summary: string;
    readonly lines: readonly { readonly text: string; readonly detail: string; readonly amount: string }[];
    readonly tax: string;
    readonly total: string;
    readonly facts: readonly Fact[];
    readonly buttons: readonly Action[];
  };
}

export type TemplateName = keyof Views;

/** What a client asks for by itself when the card comes into view, to show it as things are then. */
export interface Refresh {
  readonly type: 'refresh_subscription' | 'refresh_purchase';
  readonly subscriptionId: string;
}

/** What is to be shown: a template, all it needs, and the same thing said in plain sentences. */
export type Screen = {
  readonly [Name in TemplateName]: {
    readonly name: Name;
    readonly view: Views[Name];
    readonly speak: string;
    readonly refresh?: Refresh;
  };
}[TemplateName];
