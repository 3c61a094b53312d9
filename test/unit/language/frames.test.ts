import { MUTATING } from '../../../bot/language/intents';
import { createUnderstand } from '../../../bot/language/understand';
import catalog from '../../../domain/catalog/catalog.json';
import languages from '../../support/language/frames.json';

const understand = createUnderstand(catalog);

type Command = Readonly<Record<string, string>>;
type Frames = Readonly<Record<string, readonly string[]>>;

/** Each frame with the form of each command that it takes: "please @" the plain one, "I am thinking of @" the "doing". */
const sentences = (commands: readonly Command[], frames: Frames) =>
  Object.entries(frames).flatMap(([form, texts]) =>
    texts.flatMap(frame =>
      commands.map(command => ({ text: frame.replace('@', () => command[form] ?? ''), intent: command['intent'] })),
    ),
  );

describe.each(languages)('in $language', ({ commands, asks, asksNothing }) => {
  it('whatever way a command is asked for, it is that command', () => {
    const all = sentences(commands, asks);
    const wrong = all.filter(({ text, intent }) => understand(text).intent !== intent);
    expect(all.length).toBeGreaterThan(700);
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });

  it('whatever way a command is spoken of without being asked for, nothing changes', () => {
    const all = sentences(commands, asksNothing);
    const changed = all.filter(({ text }) => MUTATING.has(understand(text).intent));
    expect(all.length).toBeGreaterThan(1900);
    expect(changed.map(({ text }) => text)).toEqual([]);
  });
});
