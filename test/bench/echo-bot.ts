import { type Request as BotRequest, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import * as restify from 'restify';

/** The baseline: the SDK's own adapter on restify, answering every message with its text, and nothing more. */
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  const asked: BotRequest = { method: request.method ?? '', headers: request.headers, body: request.body };
  await adapter.process(asked, response, async context => {
    await context.sendActivity(context.activity.text);
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ port: server.address().port })}\n`);
});
