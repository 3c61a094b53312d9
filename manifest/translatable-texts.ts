import type { AppManifest } from './app-manifest';

/** Every text of the manifest that a person reads, by the path under which a language file translates it. */
export const translatableTexts = (manifest: AppManifest): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>();
  const add = (path: string, text: string | undefined) => {
    if (text !== undefined) texts.set(path, text);
  };
  add('name.short', manifest.name.short);
  add('name.full', manifest.name.full);
  add('description.short', manifest.description.short);
  add('description.full', manifest.description.full);
  const addCommand = (path: string, { title, description }: Command) => {
    add(`${path}.title`, title);
    add(`${path}.description`, description);
  };
  for (const [bot, { commandLists }] of manifest.bots.entries())
    for (const [list, { commands }] of commandLists.entries())
      for (const [index, command] of commands.entries())
        addCommand(`bots[${bot}].commandLists[${list}].commands[${index}]`, command);
  for (const [extension, { commands }] of manifest.composeExtensions.entries())
    for (const [index, command] of commands.entries()) {
      const path = `composeExtensions[${extension}].commands[${index}]`;
      addCommand(path, command);
      for (const [place, parameter] of command.parameters.entries())
        addCommand(`${path}.parameters[${place}]`, parameter);
    }
  return texts;
};

interface Command {
  readonly title: string;
  readonly description?: string | undefined;
}
