import { createLog } from '../../../bot/logging';

const logged = (write: (log: ReturnType<typeof createLog>) => void, level = 'info'): Record<string, unknown>[] => {
  const lines: string[] = [];
  write(createLog(level, { write: line => lines.push(line) }));
  return lines.map(line => JSON.parse(line));
};

describe('the log', () => {
  it('is one JSON object a line, with the level as a word and the time', () => {
    expect(logged(log => log.info({ count: 2 }, 'two things'))).toEqual([
      { level: 'info', time: expect.stringMatching(/^\d{4}-/), count: 2, msg: 'two things' },
    ]);
  });

  it('leaves out what is below its level', () => {
    expect(logged(log => log.info('quiet'), 'warn')).toEqual([]);
  });

  it('leaves out what people say and who they are, where a caller hands it over by mistake', () => {
    const activity = { text: 'a wish', from: { name: 'Ana' } };
    const lines = logged(log => {
      log.info({ activity, text: 'a wish', person: { displayName: 'Ana', mail: 'ana@x.test' }, kept: 1 }, 'said');
      log.info({ a: { b: { name: 'Ana', token: 'secret' } } }, 'deep');
      log.info({ headers: { authorization: 'Bearer secret' } }, 'asked');
    });
    expect(JSON.stringify(lines)).not.toMatch(/wish|Ana|ana@|secret/);
    expect(lines[0]).toMatchObject({ kept: 1, msg: 'said' });
  });

  it('shows of an error its kind, code and place, and of its message what it does not quote', () => {
    const cause = Object.assign(new Error('E11000 duplicate key: { mail: "ana@x.test" }'), { code: 11000 });
    const error = Object.assign(
      new TypeError(`"Hi Ana" is not JSON, says ana@x.test of 4242 4242 4242 4242`, { cause }),
      {
        request: { headers: { authorization: 'Bearer secret' }, body: 'a wish' },
        statusCode: 503,
      },
    );
    const [line] = logged(log => log.error({ err: error }, 'failed'));
    expect(line).toMatchObject({
      err: { type: 'TypeError', status: 503, stack: expect.stringContaining('logging.test'), cause: { code: 11000 } },
    });
    expect(JSON.stringify(line)).toContain('is not JSON');
    expect(JSON.stringify(line)).not.toMatch(/Ana|ana@|4242|wish|secret/);
  });

  it('shows of a token or an address with credentials nothing that would open anything', () => {
    const message = 'refused Bearer eyJhbGciOi.eyJpc3Mi.c2ln at mongodb://ana:pa55word@host.test/db';
    const [line] = logged(log => log.error({ err: new Error(message) }, 'failed'));
    expect(JSON.stringify(line)).not.toMatch(/eyJ|pa55word/);
  });

  it('survives what is thrown and is no error', () => {
    expect(logged(log => log.error({ err: 'a secret wish' }, 'failed'))[0]).toMatchObject({ err: { type: 'string' } });
  });
});

describe('the mark of an id', () => {});
