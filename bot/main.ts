import { readConfig } from './config';
import { BadConfiguration } from './config/bad-configuration';
import { createLog } from './logging';
import { startBot } from './start';

/** sysexits.h: something was found in an unconfigured or misconfigured state. */
const BAD_CONFIGURATION = 78;

const refuse = (faults: readonly string[]): void => {
  process.stderr.write(`The configuration has ${faults.length} fault(s); nothing was started.\n`);
  for (const fault of faults) process.stderr.write(`- ${fault}\n`);
  process.exitCode = BAD_CONFIGURATION;
};

const main = async (): Promise<void> => {
  const config = readConfig(process.env);
  if (!config.ok) {
    refuse(config.error);
    return;
  }
  const log = createLog(config.value.logLevel);
  const bot = await startBot(config.value, log);
  log.info({ port: bot.port, host: config.value.host }, 'listening');

  let ending = false;
  const end = (signal: string): void => {
    if (ending) return;
    ending = true;
    log.info({ signal }, 'ending');
    bot.close().then(
      () => log.info('ended'),
      error => {
        log.error({ err: error }, 'the end was not clean');
        process.exitCode = 1;
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
};

main().catch((error: unknown) => {
  if (error instanceof BadConfiguration) {
    refuse(error.faults);
    return;
  }
  process.stderr.write(`The bot did not start: ${error instanceof Error ? error.message : 'unknown reason'}\n`);
  process.exitCode = 1;
});
