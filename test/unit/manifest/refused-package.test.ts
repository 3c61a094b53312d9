import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageApp } from '../../../manifest/package';
import { copyProject, type ProjectCopy } from './project-copy';

const manifest = 'manifest/manifest.json';
const chinese = 'manifest/languages/zh-tw.json';
const environment = 'env/.env.dev';

describe('an app package is not made', () => {
  let project: ProjectCopy;
  beforeEach(async () => {
    project = await copyProject();
  });
  afterEach(() => project.remove());

  it('unless all is well', async () => {
    expect(await project.faults()).toEqual([]);
    expect(existsSync(join(project.outputFolder, 'self-service-purchases.dev.zip'))).toBe(true);
  });

  it('when a variable is missing, which is named, and nothing is written', async () => {
    await project.replaceIn(environment, 'BOT_ID=', 'OTHER_ID=');
    expect(await project.faults()).toEqual(['BOT_ID is not set in env/.env.dev, and manifest.json needs it']);
    expect(existsSync(project.outputFolder)).toBe(false);
  });

  it('when a variable is empty', async () => {
    await project.replaceIn(environment, 'DEVELOPER_NAME=Contoso', 'DEVELOPER_NAME=');
    expect(await project.faults()).toEqual(['DEVELOPER_NAME is not set in env/.env.dev, and manifest.json needs it']);
  });

  it('when several parts are at fault, and all of their faults are named at once', async () => {
    await project.replaceIn(environment, 'TEAMS_APP_ID=11111111', 'TEAMS_APP_ID=1');
    await project.replaceIn(environment, 'BOT_ID', '# BOT_ID');
    await project.replaceIn(environment, 'PUBLIC_HOST=', 'PUBLIC_HOST=https://');
    await project.replaceIn(environment, 'PRIVACY_URL=https', 'PRIVACY_URL=http');
    await project.replaceIn(manifest, '"version": "1.0.0"', '"version": "1.0"');
    await project.replaceIn(chinese, '"name.short"', '"name.long"');
    await writeFile(join(project.root, 'manifest/icons/outline.png'), 'drawn badly');
    await rm(join(project.root, 'manifest/icons/color.png'));
    expect(await project.faults()).toEqual([
      'BOT_ID is not set in env/.env.dev, and manifest.json needs it',
      expect.stringMatching(/^manifest\.json: \/id must match pattern/),
      'manifest.json: version 1.0 is not of the form 1.2.3',
      'manifest.json: validDomains: https://purchases.contoso.example is not a host name without scheme, port and path',
      'manifest.json: developer.privacyUrl: http://www.contoso.example/privacy is not an https address',
      "languages/zh-tw.json: / must have required property 'name.short'",
      'languages/zh-tw.json: / must NOT have additional properties: name.long',
      'languages/zh-tw.json: name.short is not translated',
      'languages/zh-tw.json: name.long is translated but not in the manifest',
      'icons/color.png: does not exist',
      'icons/outline.png: is not a PNG image',
    ]);
  });

  it('when the manifest says what the schema does not know', async () => {
    await project.replaceIn(manifest, '"supportsFiles"', '"supportsEverything"');
    expect(await project.faults()).toEqual([
      'manifest.json: /bots/0 must NOT have additional properties: supportsEverything',
    ]);
  });

  it('when the manifest leaves out what the schema asks for', async () => {
    await project.replaceIn(manifest, '"accentColor": "#0B5F6B",', '');
    expect(await project.faults()).toEqual(["manifest.json: / must have required property 'accentColor'"]);
  });

  it('when the manifest names no languages, which the schema would allow', async () => {
    const { localizationInfo: _, ...rest } = JSON.parse(await readFile(join(project.root, manifest), 'utf8'));
    await writeFile(join(project.root, manifest), JSON.stringify(rest));
    expect(await project.faults()).toEqual([expect.stringMatching(/^manifest\.json: \/localizationInfo /)]);
  });

  it('when a command has no Chinese', async () => {
    await project.replaceIn(chinese, 'commandLists[2].commands[5].title', 'commandLists[2].commands[6].title');
    expect(await project.faults()).toEqual([
      'languages/zh-tw.json: bots[0].commandLists[2].commands[5].title is not translated',
      'languages/zh-tw.json: bots[0].commandLists[2].commands[6].title is translated but not in the manifest',
    ]);
  });

  it('when a title is too long for the menu of commands in either language', async () => {
    await project.replaceIn(manifest, '"My subscriptions"', `"${'s'.repeat(33)}"`);
    await project.replaceIn(chinese, '"我的訂閱"', `"${'訂'.repeat(33)}"`);
    expect(await project.faults()).toEqual([
      'manifest.json: bots[0].commandLists[0].commands[0].title has 33 characters, more than 32',
      'languages/zh-tw.json: bots[0].commandLists[0].commands[0].title has 33 characters, more than 32',
    ]);
  });

  it('when a place is offered more commands than its menu shows', async () => {
    const json = JSON.parse(await readFile(join(project.root, manifest), 'utf8'));
    const [command] = json.bots[0].commandLists[2].commands;
    json.bots[0].commandLists[2].commands = Array(11).fill(command);
    await writeFile(join(project.root, manifest), JSON.stringify(json));
    expect(await project.faults()).toContain(
      'manifest.json: the command list of groupChat has 11 commands, more than 10',
    );
  });

  it('when a variable that two files need is missing, which is said once', async () => {
    await project.replaceIn(environment, 'DEVELOPER_NAME=', 'MAKER=');
    await project.replaceIn(chinese, '"自助購買：', `"$\{{DEVELOPER_NAME}} 自助購買：`);
    expect(await project.faults()).toEqual(['DEVELOPER_NAME is not set in env/.env.dev, and manifest.json needs it']);
  });

  it('when the manifest is not JSON', async () => {
    await writeFile(join(project.root, manifest), '{');
    expect(await project.faults()).toEqual(['manifest.json: is not JSON']);
  });

  it('when a line of the environment file says nothing, which is shown by number alone', async () => {
    await writeFile(join(project.root, environment), 'BOT_ID=1\nhunter2\n');
    expect(await project.faults()).toEqual(['env/.env.dev: line 2 is not of the form NAME=value']);
  });

  it('for an environment that has no file', async () => {
    expect(await project.faults('prod')).toEqual(['env/.env.prod cannot be read']);
  });

  it('for an environment whose name leads to another folder', async () => {
    expect(await project.faults('../dev')).toEqual([expect.stringContaining('../dev is no name of an environment')]);
  });
});

describe('an environment file of another name', () => {
  it('is read in place of the one that goes by the environment', async () => {
    const project = await copyProject();
    try {
      await project.replaceIn(environment, '22222222-2222', '33333333-3333');
      const { manifest: filled } = await packageApp({
        environment: 'pilot',
        environmentFile: join(project.root, environment),
        outputFolder: project.outputFolder,
      });
      expect(filled.bots[0]?.botId).toBe('33333333-3333-4222-8222-222222222222');
      expect(existsSync(join(project.outputFolder, 'self-service-purchases.pilot.zip'))).toBe(true);
    } finally {
      await project.remove();
    }
  });
});
