import type { AdaptiveCard } from '../../../cards/render';
import { fontFaces } from './browser';
import { hostConfig, hostCss, type Theme } from './host';

interface Sheet {
  readonly cards: Readonly<Record<string, AdaptiveCard>>;
  readonly locale: string;
  readonly theme: Theme;
  /** Of a card, in pixels. */
  readonly width: number;
  /** The source of the renderer, which is put into the page. */
  readonly renderer: string;
}

/** One page with every card drawn; `window.faults` lists what the renderer had to complain about. */
export const sheet = ({ cards, locale, theme, width, renderer }: Sheet): string => `<!doctype html>
<html lang="${locale}"><meta charset="utf-8"><title>Cards</title>
<style>${fontFaces}
${hostCss(theme)}</style><main style="--card: ${width}px"></main><script>${renderer}</script><script>
const cards = ${JSON.stringify(cards).replace(/</g, '\\u003c')};
window.faults = [];
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\\\\([\\\\!-\\/:-@[-\`{-~])/g, '$1');
  result.didProcess = true;
};
for (const [name, payload] of Object.entries(cards)) {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(${JSON.stringify(hostConfig(theme))});
  const context = new AdaptiveCards.SerializationContext();
  card.parse(payload, context);
  const found = card.validateProperties().validationEvents.map(event => event.message);
  for (let at = 0; at < context.eventCount; at++) found.push(context.getEventAt(at).message);
  // A people picker is filled by the host, and so has no choices of its own.
  const picker = JSON.stringify(payload).includes('"choices":[],"choices.data"');
  const expected = message => picker && message === 'An Input.ChoiceSet must have at least one choice defined.';
  window.faults.push(...found.filter(message => !expected(message)).map(message => name + ': ' + message));
  const section = document.createElement('section');
  section.id = name;
  section.append(Object.assign(document.createElement('h2'), { textContent: name }), card.render());
  document.querySelector('main').append(section);
}
</script></html>`;
