import { type ConnectorClient, ConnectorFactory } from 'botframework-connector';
import { z } from 'zod';

/** How long one request to the channel may take, in milliseconds. */
const TIME_LIMIT = 10_000;
const MOST_CLIENTS = 100;

/**
 * Connectors that try once and give up in time: the channel waits for the turn meanwhile and delivers it again when
 * that takes too long. One connector serves all turns of an address, since making one costs more than
 * most turns do.
 */
export class OneTryConnectors extends ConnectorFactory {
  readonly #inner: ConnectorFactory;
  readonly #giveUp: () => AbortSignal;
  readonly #clients = new Map<string, Promise<ConnectorClient>>();

  /** `giveUp` is asked at each request for the signal that ends it. */
  constructor(inner: ConnectorFactory, giveUp = () => AbortSignal.timeout(TIME_LIMIT)) {
    super();
    this.#inner = inner;
    this.#giveUp = giveUp;
  }

  override create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const id = `${serviceUrl} ${audience}`;
    const kept = this.#clients.get(id);
    if (kept) return kept;
    const [oldest] = this.#clients.keys();
    if (oldest !== undefined && this.#clients.size >= MOST_CLIENTS) this.#clients.delete(oldest);
    const made = this.#inner.create(serviceUrl, audience).then(connector => tryOnce(connector, this.#giveUp));
    this.#clients.set(id, made);
    made.catch(() => this.#clients.delete(id));
    return made;
  }
}

interface Pipeline {
  removePolicy(which: { phase: string }): unknown;
  addPolicy(policy: { name: string; sendRequest: SendRequest }): unknown;
}
interface Sendable {
  abortSignal?: AbortSignal;
}
type SendRequest = (request: Sendable, next: (request: Sendable) => Promise<unknown>) => Promise<unknown>;

const isFunction = (value: unknown): boolean => typeof value === 'function';
const PIPELINE = z.custom<Pipeline>(
  value =>
    z.looseObject({ removePolicy: z.custom(isFunction), addPolicy: z.custom(isFunction) }).safeParse(value).success,
);
const INNARDS = z.object({ client: z.object({ pipeline: PIPELINE }) });

/** The SDK's `noRetryPolicy` option is declared but read by nobody, so the pipeline itself is changed. */
const tryOnce = (connector: ConnectorClient, giveUp: () => AbortSignal): ConnectorClient => {
  const { pipeline } = INNARDS.parse({ client: Reflect.get(connector, 'client') }).client;
  pipeline.removePolicy({ phase: 'Retry' });
  pipeline.addPolicy({
    name: 'timeLimit',
    sendRequest: (request, next) => {
      // Not the transport's own timeout: its timer runs on after a failure and holds the process.
      request.abortSignal ??= giveUp();
      return next(request);
    },
  });
  return connector;
};
