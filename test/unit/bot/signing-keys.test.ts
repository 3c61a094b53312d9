import { signingKeysAt } from '../../../bot/turn/signing-keys';
import { HOUR } from '../../../domain/shared/instant';
import { type KeyServer, startKeyServer } from '../../support/key-server';

let server: KeyServer;
beforeEach(async () => {
  server = await startKeyServer();
});
afterEach(() => server.close());

test('a refresh that fails does not make old keys young: they are asked for again as soon as the issuer is back', async () => {
  let now = 0;
  const keys = signingKeysAt(server.metadataUrl, () => now);
  expect(await keys.find('key-1')).toBeDefined();
  now = 24.5 * HOUR;
  server.fail(true);
  expect(await keys.find('key-1')).toBeDefined();
  server.fail(false);
  server.rotate();
  now = 40 * HOUR;
  expect(await keys.find('key-1')).toBeUndefined();
  expect(await keys.find('key-2')).toBeDefined();
});
