import { runPackaging } from './command-line';

const run = async () => {
  process.exitCode = await runPackaging(process.argv.slice(2), {
    print: line => process.stdout.write(`${line}\n`),
    complain: line => process.stderr.write(`${line}\n`),
  });
};

void run();
