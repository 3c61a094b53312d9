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
  for (const [bot, { commandLists }] of manifest.bots.entries())
    for (const [list, { commands }] of commandLists.entries())
      for (const [index, { title, description }] of commands.entries()) {
        const path = `bots[${bot}].commandLists[${list}].commands[${index}]`;
        add(`${path}.title`, title);
        add(`${path}.description`, description);
      }
  return texts;
};
