import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A line to a server that can be made to fail in ways a server cannot be asked to. */
export interface UnreliableProxy {
  readonly port: number;
  /**
   * The next message with `word` in it reaches the server and is carried out, but the connection breaks in place of the
   * answer. `onLost` runs when the server has answered.
   */
  loseAnswerTo(word: string, onLost?: () => void): void;
  /** Connections stay open, but nothing passes any more. */
  fallSilent(): void;
  close(): Promise<void>;
}

export const startUnreliableProxy = async (target: {
  readonly host: string;
  readonly port: number;
}): Promise<UnreliableProxy> => {
  let losing: { readonly word: string; readonly onLost: (() => void) | undefined } | undefined;
  let silent = false;
  const sockets = new Set<Socket>();
  const proxy = createServer(near => {
    const far = connect(target.port, target.host);
    let lost: typeof losing;
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    near.on('data', message => {
      if (silent) return;
      if (losing && message.includes(losing.word)) {
        lost = losing;
        losing = undefined;
      }
      far.write(message);
    });
    far.on('data', answer => {
      if (lost) {
        near.destroy();
        lost.onLost?.();
      } else if (!silent) near.write(answer);
    });
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return {
    port: address.port,
    loseAnswerTo: (word, onLost) => {
      losing = { word, onLost };
    },
    fallSilent: () => {
      silent = true;
    },
    close: async () => {
      const closed = once(proxy, 'close');
      proxy.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
};
