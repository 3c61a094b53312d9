const TIME_LIMIT = 2_000;

/**
 * Whether `ready` resolves within two seconds. While one question is open nobody asks another, so a store that hangs
 * is not asked ever more often.
 */
export const createProbe = (ready: () => Promise<void>, timeLimit = TIME_LIMIT): (() => Promise<boolean>) => {
  let open: Promise<boolean> | undefined;
  return async () => {
    open ??= ready()
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        open = undefined;
      });
    return within(timeLimit, open);
  };
};

const within = async (timeLimit: number, question: Promise<boolean>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>(resolve => {
    timer = setTimeout(resolve, timeLimit, false);
  });
  try {
    return await Promise.race([question, tooLate]);
  } finally {
    clearTimeout(timer);
  }
};
