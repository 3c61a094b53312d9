import type { Directory } from '../../../domain/directory/port';
import { MINUTE } from '../../../domain/shared/instant';
import { type Fault, TENANT } from '../../support/graph-server';
import { ANA, openGraph, TIMEOUT } from './graph-fixture';

let graph: Awaited<ReturnType<typeof openGraph>>;
let directory: Directory;

beforeEach(async () => {
  graph = await openGraph();
  directory = graph.directory;
});
afterEach(() => graph.server.stop());

const namesFor = async (text: string): Promise<string[]> =>
  (await directory.search(TENANT, text)).map(({ person }) => person.displayName);

const messageOf = async (failing: Promise<unknown>): Promise<string> => {
  const error = await failing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Error);
  return error instanceof Error ? `${error.message} ${String(error.cause ?? '')}` : '';
};

describe('when Graph is busy', () => {
  test('the pause it asks for is kept before it is asked again', async () => {
    directory = graph.open(5_000);
    graph.server.fail({ status: 429, retryAfter: '1' });
    expect(await namesFor('Ana Souza')).toEqual(['Ana Souza']);
    const [first, second] = graph.server.asked;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
  });

  test('a pause given as a date is kept by the clock of the directory', async () => {
    graph.server.fail({ status: 503, retryAfter: new Date(graph.clock.now).toUTCString() });
    expect(await namesFor('Ana Souza')).toEqual(['Ana Souza']);
  });

  test('a pause longer than the time there is fails at once and asks no more', async () => {
    graph.server.fail({ status: 429, retryAfter: '3600' });
    const started = performance.now();
    await expect(namesFor('Ana')).rejects.toThrow('directory: answered 429');
    expect(performance.now() - started).toBeLessThan(TIMEOUT);
    expect(graph.server.asked).toHaveLength(1);
  });

  test.each<[string, Fault]>([
    ['503', { status: 503 }],
    ['504', { status: 504, retryAfter: 'soon' }],
    ['a connection that is cut', 'cut'],
  ])('%s is tried again', async (_what, fault) => {
    graph.server.fail(fault);
    expect(await namesFor('Ana Souza')).toEqual(['Ana Souza']);
    expect(graph.server.asked).toHaveLength(2);
  });

  test('503 without end is an error when the time is up', async () => {
    graph.server.fail(...Array<Fault>(50).fill({ status: 503 }));
    const started = performance.now();
    await expect(namesFor('Ana')).rejects.toThrow('directory: answered 503');
    expect(performance.now() - started).toBeLessThan(TIMEOUT + 200);
  });

  test('silence is broken off and asked again within the time there is', async () => {
    directory = graph.open(1_000);
    graph.server.fail('hang');
    expect(await namesFor('Ana Souza')).toEqual(['Ana Souza']);
  });

  test('silence without end is an error when the time is up', async () => {
    graph.server.fail('hang', 'hang', 'hang');
    await expect(namesFor('Ana')).rejects.toThrow('directory: no answer in time');
  });

  test('a service that is not there is an error', async () => {
    await graph.server.stop();
    await expect(namesFor('Ana')).rejects.toThrow('directory sign-in: no connection (ECONNREFUSED)');
  });
});

describe('what Graph says no to', () => {
  test('404 means nobody', async () => {
    graph.server.fail({ status: 404 });
    expect(await directory.byIds(TENANT, [ANA])).toEqual([]);
  });

  test.each<[string, Fault, string]>([
    ['403', { status: 403 }, 'directory: answered 403 (Fault)'],
    ['500', { status: 500 }, 'directory: answered 500 (Fault)'],
    ['an unsupported query', { status: 400 }, 'directory: answered 400 (Fault)'],
    ['garbage', 'garbage', 'directory: the answer cannot be read'],
  ])('%s is an error, and is not tried again', async (_what, fault, message) => {
    graph.server.fail(fault);
    await expect(directory.byIds(TENANT, [ANA])).rejects.toThrow(message);
    expect(graph.server.asked).toHaveLength(1);
  });

  test('a failed look-up by id is not remembered', async () => {
    graph.server.fail({ status: 403 });
    await expect(directory.byIds(TENANT, [ANA])).rejects.toThrow('403');
    expect(await directory.byIds(TENANT, [ANA])).toHaveLength(1);
  });

  test.each<Fault>([{ status: 403 }, { status: 401 }, 'garbage', { status: 429, retryAfter: '60' }])(
    'no error repeats a name, a secret or an address (%j)',
    async fault => {
      graph.server.fail(fault, fault);
      const said = await messageOf(directory.search(TENANT, 'Ana Souza'));
      expect(said).not.toMatch(/ana|souza|s3cret|token-|the-bot|http|127/iu);
    },
  );
});

describe('signing in', () => {
  test('however many ask at once, one token is asked for', async () => {
    await Promise.all(['Ana', 'Bob', 'Priya'].map(namesFor));
    expect(graph.server.state.signIns).toBe(1);
  });

  test('a token is used until five minutes before it expires', async () => {
    await namesFor('Ana');
    graph.clock.now += 3_599_000 - 5 * MINUTE - 1;
    await namesFor('Ana');
    expect(graph.server.state.signIns).toBe(1);
    graph.clock.now += 1;
    await namesFor('Ana');
    expect(graph.server.state.signIns).toBe(2);
  });

  test('a token that lives for a minute is still used more than once', async () => {
    graph.server.state.expiresIn = 60;
    await namesFor('Ana');
    await namesFor('Ana');
    expect(graph.server.state.signIns).toBe(1);
  });

  test('a token that is not accepted any more is renewed, once for all who ask', async () => {
    await namesFor('Ana');
    graph.server.expireTokens();
    expect(await Promise.all([namesFor('Ana Souza'), namesFor('Bob Chen')])).toEqual([['Ana Souza'], ['Bob Chen']]);
    expect(graph.server.state.signIns).toBe(2);
  });

  test('a new token that is refused too is an error', async () => {
    graph.server.fail({ status: 401 }, { status: 401 });
    await expect(namesFor('Ana')).rejects.toThrow('directory: answered 401');
    expect(graph.server.asked).toHaveLength(2);
  });

  test('wrong credentials are an error that does not repeat them', async () => {
    const said = await messageOf(graph.open(TIMEOUT, 'S3cret-but-wrong').byIds(TENANT, [ANA]));
    expect(said).toContain('directory sign-in: answered 401 (invalid_client)');
    expect(said).not.toContain('S3cret');
    expect(graph.server.asked).toEqual([]);
  });

  test('a sign-in service that is busy is asked again, and one that failed does not fail for good', async () => {
    graph.server.failSignIn({ status: 503 }, { status: 500 });
    await expect(namesFor('Ana')).rejects.toThrow('directory sign-in: answered 500');
    expect(await namesFor('Ana Souza')).toEqual(['Ana Souza']);
    expect(graph.server.state.signIns).toBe(3);
  });

  test('a token answer that cannot be read is an error', async () => {
    graph.server.failSignIn('garbage');
    await expect(namesFor('Ana')).rejects.toThrow('directory sign-in: the answer cannot be read');
  });
});
