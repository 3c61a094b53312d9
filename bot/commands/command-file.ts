import { z } from 'zod';
import type { Reply, Turn } from './turn';

/** A command: what it may be asked with, and how it is answered. One file each, listed in `index.ts`. */
export interface CommandFile<S extends z.ZodObject> {
  readonly schema: S;
  readonly answer: (command: z.infer<S>, turn: Turn) => Promise<Reply>;
}

export const defineCommand = <S extends z.ZodObject>(file: CommandFile<S>): CommandFile<S> => file;

const LONGEST_ID = 200;
const LONGEST_NAME = 200;
/** Far more than may be named at once; what is above the limit is answered, what is above this is noise. */
const MOST_NAMED = 500;

export const id = z.string().min(1).max(LONGEST_ID);

const listOf = (separators: RegExp) => (value: unknown) =>
  typeof value === 'string' ? value.split(separators, MOST_NAMED).flatMap(item => item.trim() || []) : value;

const bounded = <T>(items: readonly T[]): readonly T[] => items.slice(0, MOST_NAMED);

/** Ids separated by commas, as the people picker and a multiple choice send them. */
export const ids = z.preprocess(listOf(/,/), z.array(id)).transform(bounded).default([]);

/** Typed names and e-mails separated by comma, semicolon, 、 or new line; or a list that was separated already. */
const names = z
  .preprocess(listOf(/[,;、，；\n]/), z.array(z.string().transform(name => name.slice(0, LONGEST_NAME))))
  .transform(bounded)
  .default([]);

/** An empty text field was not filled in. */
export const filled = <S extends z.ZodType>(schema: S) =>
  z.preprocess(value => (value === '' ? undefined : value), schema);

/** What an input for a number brings, or what was typed; what is no number is none that any rule allows. */
export const wholeNumber = filled(
  z.preprocess(value => (typeof value === 'string' ? Number(value) : value), z.union([z.number(), z.nan()])).optional(),
);

const LAST_PAGE = 1_000;

/** Which page of a list, counted from 1; a list's first unless said. */
export const onPage = { page: z.int().min(1).max(LAST_PAGE).optional() };

/** The subscription meant: by id on a button, by the name of its product or family when typed. */
export const onSubscription = {
  subscriptionId: filled(id.optional()),
  product: z.string().max(LONGEST_NAME).optional(),
};

/** People meant: settled ones (`given`), the picker's or the ticked (`people`), and typed ones (`names`). */
export const ofPeople = { given: ids, people: ids, names };

/** People who wait for those to be dealt with, and how many were before. */
export const waitingPeople = { later: ids, laterNames: names, before: z.int().min(0).max(MOST_NAMED).optional() };

const LONGEST_MESSAGE = 1_000;

/** What somebody writes to somebody else; more than fits is cut off. */
export const message = filled(
  z
    .string()
    .transform(text => text.trim().slice(0, LONGEST_MESSAGE))
    .optional(),
);

/** Set when a button does something, or when a text came; not on buttons that open a form. */
export const asOperation = { operationId: id.optional() };
