export interface Choice {
  readonly title: string;
  readonly value: string;
}

/** A text that is written into a field. */
export interface TextInput {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly multiline: boolean;
  readonly longest: number;
  readonly required: string;
}

/** One question of a form, answered by choosing. */
export interface Question {
  readonly id: string;
  readonly label: string;
  /** What is said when it is left open. */
  readonly required: string;
  readonly choices: readonly Choice[];
}

/** A whole number from 1 to 10,000. */
export interface NumberInput {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  /** What is said when it is left open or out of range. */
  readonly required: string;
}

/** A day, as `2026-03-01`. */
export interface DateInput {
  readonly id: string;
  readonly label: string;
  readonly value: string;
}

/** A text that a list is searched for. */
export interface SearchInput {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
}
