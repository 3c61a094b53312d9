import { readConfig } from './config';
import { BadConfiguration, notStarted } from './config/bad-configuration';
import { createLog } from './logging';
import { measureProcess } from './metrics';
import { startBot } from './start';

const main = async (): Promise<void> => {
  const config = readConfig(process.env);
  if (!config.ok) throw new BadConfiguration(config.error);
  const log = createLog(config.value.logLevel);
  measureProcess();
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

main().catch((error: unknown) => notStarted('The bot', error));
