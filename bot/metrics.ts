import { Counter, collectDefaultMetrics, Histogram, register as ofProcess, Registry } from 'prom-client';
import type { NotUnderstood } from './commands/turn';

export interface Metrics {
  /** All there is, and those of the process where they are measured, as Prometheus reads them. */
  text(): Promise<string>;
  readonly contentType: string;
  /** Starts the clock of a turn; call what comes back when it is over. */
  turnStarted(activityType: string): (outcome: 'ok' | 'undelivered' | 'failed') => void;
  /** Counts an activity that never became a turn. */
  refused(reason: string): void;
  /** Counts a text that asked for nothing the bot could read; never the text itself, nor whose it was. */
  notUnderstood(reason: NotUnderstood, language: string): void;
}

/** Types come from outside, and every new label value is kept forever. */
const KNOWN_TYPES = new Set([
  'message',
  'invoke',
  'conversationUpdate',
  'installationUpdate',
  'messageReaction',
  'messageUpdate',
  'messageDelete',
  'event',
  'typing',
]);

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Memory, processor and so on. For good, by a timer of ten milliseconds, so the process asks for it and not each bot. */
export const measureProcess = (): void => collectDefaultMetrics();

/** Metrics of one bot. Nothing in them names a person or a tenant. */
export const createMetrics = (): Metrics => {
  const registry = new Registry();
  const turns = new Counter({
    name: 'bot_turns_total',
    help: 'Turns by type of activity and outcome',
    labelNames: ['type', 'outcome'] as const,
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'bot_turn_duration_seconds',
    help: 'How long turns take, in seconds',
    labelNames: ['type'] as const,
    buckets: BUCKETS,
    registers: [registry],
  });
  const refusals = new Counter({
    name: 'bot_activities_refused_total',
    help: 'Activities that were refused before a turn, by reason',
    labelNames: ['reason'] as const,
    registers: [registry],
  });
  const unread = new Counter({
    name: 'bot_texts_not_understood_total',
    help: 'Typed texts that asked for nothing the bot could read, by what spoke against it and by language',
    labelNames: ['reason', 'language'] as const,
    registers: [registry],
  });
  return {
    text: () => Registry.merge([ofProcess, registry]).metrics(),
    contentType: registry.contentType,
    turnStarted: activityType => {
      const type = KNOWN_TYPES.has(activityType) ? activityType : 'other';
      const stop = seconds.startTimer({ type });
      return outcome => {
        stop();
        turns.inc({ type, outcome });
      };
    },
    refused: reason => refusals.inc({ reason }),
    notUnderstood: (reason, language) => unread.inc({ reason, language }),
  };
};
