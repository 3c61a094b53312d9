import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Who the channel's tokens are from, in tests. */
export const ISSUER = 'https://issuer.test';

export interface TokenParts {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Signs with this instead of the server's own key. */
  readonly key?: KeyObject;
}

export interface KeyServer {
  readonly metadataUrl: string;
  /** A token as the channel makes it for this bot and service address, but for what is given. */
  sign(appId: string, serviceUrl: string, parts?: TokenParts): string;
  /** From now on signs with a new key under a new id; the old one is no longer published. */
  rotate(): void;
  /** The channels the published key may sign for. */
  endorse(...channels: string[]): void;
  /** Answers every question with a server error until told otherwise. */
  fail(failing: boolean): void;
  /** How often the keys were asked for. */
  asked(): number;
  /** The published key as the attacker of a mixed-up algorithm would use it. */
  readonly publicPem: string;
  close(): Promise<void>;
}

const newPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A key server of the tests' own: OpenID metadata, a key set and the private key that goes with it. */
export const startKeyServer = async (): Promise<KeyServer> => {
  let pair = newPair();
  let generation = 1;
  let endorsements: string[] = [];
  let failing = false;
  let asked = 0;

  const server = createServer((request, response) => {
    response.statusCode = failing ? 500 : 200;
    if (failing) return response.end();
    const origin = `http://${request.headers.host}`;
    response.setHeader('Content-Type', 'application/json');
    if (request.url === '/metadata') return response.end(JSON.stringify({ jwks_uri: `${origin}/keys` }));
    asked += 1;
    const published = { ...pair.publicKey.export({ format: 'jwk' }), kid: `key-${generation}`, endorsements };
    const others = [{ kty: 'EC', kid: 'another-kind' }, 'not a key'];
    return response.end(JSON.stringify({ keys: [...others, published] }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    metadataUrl: `http://127.0.0.1:${port}/metadata`,
    sign: (appId, serviceUrl, { header, claims, key } = {}) => {
      const now = Math.floor(Date.now() / 1000);
      return tokenOf(
        { alg: 'RS256', typ: 'JWT', kid: `key-${generation}`, ...header },
        { iss: ISSUER, aud: appId, nbf: now, exp: now + 3600, serviceurl: serviceUrl, ...claims },
        key ?? pair.privateKey,
      );
    },
    rotate: () => {
      pair = newPair();
      generation += 1;
    },
    endorse: (...channels) => {
      endorsements = channels;
    },
    fail: value => {
      failing = value;
    },
    asked: () => asked,
    publicPem: pair.publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const tokenOf = (header: { alg: string; [name: string]: unknown }, claims: object, key: KeyObject): string => {
  const content = `${encoded(header)}.${encoded(claims)}`;
  return `${content}.${signatureOf(header.alg, content, key)}`;
};

const signatureOf = (alg: string, content: string, key: KeyObject): string => {
  if (alg === 'none') return '';
  if (alg.startsWith('HS')) return createHmac('sha256', key).update(content).digest('base64url');
  return createSign(`RSA-SHA${alg.slice(2)}`)
    .update(content)
    .sign(key, 'base64url');
};

export const anotherKey = (): KeyObject => newPair().privateKey;
