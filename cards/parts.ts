import type { Action } from './buttons';

/** Plain text everywhere: rendering escapes what a client would read as Markdown. */
export type Tone = 'Default' | 'Good' | 'Warning' | 'Attention';

export interface Fact {
  readonly title: string;
  readonly value: string;
}

/** A word above the title that says how it went; an empty one is left out. */
export interface Heading {
  readonly outcome: string;
  readonly tone: Tone;
  readonly title: string;
}

/** Licenses in words and as a bar; the two widths are relative, and a part of width 0 is left out. */
export interface Licenses {
  readonly assigned: string;
  readonly free: string;
  readonly held: number;
  readonly rest: number;
}

export interface Line {
  readonly text: string;
  readonly detail: string;
}

export interface Row {
  readonly title: string;
  readonly lines: readonly string[];
  readonly aside: string;
  readonly tone: Tone;
  readonly actions: readonly Action[];
}

/** One of several things, with what can be done with it below. */
export interface Entry {
  readonly title: string;
  readonly aside: string;
  readonly tone: Tone;
  readonly lines: readonly string[];
  readonly actions: readonly Action[];
}
