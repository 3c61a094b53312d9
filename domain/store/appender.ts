import { statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** The end of a file, kept open: what is added while an earlier write is under way goes into the next one, together. */
export interface Appender {
  /** Adds to what is to be written; `written` tells when it is. */
  add(text: string): void;
  /** Resolves when all that was added before has been given to the operating system; rejects if any of it was not. */
  written(): Promise<void>;
  /**
   * Lets go of the file once nothing is being written, since it is about to be replaced. After a write that failed
   * nothing more is written until then: it might follow half a line.
   */
  release(): Promise<void>;
}

interface Opened {
  readonly file: FileHandle;
  readonly inode: number;
}

export const createAppender = (filename: string): Appender => {
  let opened: Opened | undefined;
  let waiting: string[] = [];
  let writing: Promise<void> = Promise.resolve();
  let isScheduled = false;
  let hasFailed = false;

  const openAtEnd = async (): Promise<Opened> => {
    const file = await open(filename, 'a', 0o600);
    return { file, inode: (await file.stat()).ino };
  };

  const write = async (): Promise<void> => {
    isScheduled = false;
    const text = waiting.join('');
    waiting = [];
    if (hasFailed) throw new Error('an earlier write failed');
    try {
      opened ??= await openAtEnd();
      // What goes into a file that somebody removed or replaced would be lost, though the system takes it. Asking costs
      // a few microseconds, and many times that when another thread is told to ask.
      if (statSync(filename).ino !== opened.inode) throw new Error('the data file was replaced');
      await opened.file.appendFile(text);
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  };

  return {
    add: text => {
      waiting.push(text);
      if (isScheduled) return;
      isScheduled = true;
      writing = writing.catch(() => undefined).then(write);
      // Whoever waits hears of it; when nobody does yet, it is no fault of the process.
      writing.catch(() => undefined);
    },
    written: () => writing,
    release: async () => {
      await writing.catch(() => undefined);
      await opened?.file.close();
      opened = undefined;
      hasFailed = false;
    },
  };
};
