import type { AdaptiveCard } from '../../../cards/render';

export type Theme = 'light' | 'dark';

interface Colors {
  readonly page: string;
  readonly card: string;
  readonly text: string;
  readonly subtle: string;
  readonly emphasis: string;
  readonly accentFill: string;
  readonly line: string;
}

const themes: Readonly<Record<Theme, Colors>> = {
  light: {
    ...{ page: '#f5f5f5', card: '#ffffff', text: '#242424', subtle: '#616161' },
    ...{ emphasis: '#ededed', accentFill: '#c9ccf5', line: '#e0e0e0' },
  },
  dark: {
    ...{ page: '#1f1f1f', card: '#292929', text: '#ffffff', subtle: '#adadad' },
    ...{ emphasis: '#3d3d3d', accentFill: '#4f52b2', line: '#3d3d3d' },
  },
};

const color = (shade: string, subtle = shade) => ({ default: shade, subtle });

/** What Teams tells its renderer, as far as it changes how a card looks. */
const hostConfig = (theme: Theme): object => {
  const { text, subtle, emphasis, accentFill, card, line } = themes[theme];
  const dark = theme === 'dark';
  const foregroundColors = {
    default: color(text, subtle),
    dark: color(text, subtle),
    light: color(text, subtle),
    accent: color(dark ? '#9299f7' : '#5b5fc7'),
    good: color(dark ? '#92c353' : '#237b4b'),
    warning: color(dark ? '#f8d22a' : '#835c00'),
    attention: color(dark ? '#f9526b' : '#c4314b'),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: "'Segoe UI', 'DejaVu Sans', 'Noto Sans CJK TC', sans-serif",
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: line },
    supportsInteractivity: true,
    containerStyles: { default: style(card), emphasis: style(emphasis), accent: style(accentFill) },
    actions: {
      ...{ maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
      spacing: 'medium',
    },
    inputs: { label: { requiredInputs: { weight: 'bolder' }, optionalInputs: { weight: 'bolder' } } },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 16 },
  };
};

const css = (theme: Theme): string => {
  const { page, card, text, line } = themes[theme];
  return `
body { background: ${page}; color: ${text}; margin: 12px; font: 14px 'Segoe UI', 'Noto Sans', sans-serif; }
main { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }
section { width: var(--card); } h2 { font: 11px monospace; margin: 0 0 4px; opacity: .6; }
.ac-adaptiveCard { border: 1px solid ${line}; border-radius: 6px; background: ${card} !important; }
.ac-pushButton { font: 600 14px 'Segoe UI', 'Noto Sans', sans-serif; padding: 5px 12px; border-radius: 4px;
  border: 1px solid ${line}; background: ${card}; color: ${text}; min-width: 0; }
.ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
.ac-pushButton.style-positive { background: #5b5fc7; color: #fff; }
.ac-pushButton.style-destructive { color: #c4314b; border-color: #c4314b; }
.ac-input { background: ${card}; color: ${text}; border: 1px solid ${line}; border-radius: 4px; padding: 5px 8px; font: inherit;
  width: 100%; box-sizing: border-box; } input[type=checkbox], input[type=radio] { width: auto; }`;
};

interface Sheet {
  readonly cards: Readonly<Record<string, AdaptiveCard>>;
  readonly theme: Theme;
  /** Of a card, in pixels. */
  readonly width: number;
  /** The source of the renderer, which is put into the page. */
  readonly renderer: string;
}

/** One page with every card drawn; `window.faults` lists what the renderer had to complain about. */
export const sheet = ({ cards, theme, width, renderer }: Sheet): string => `<!doctype html><meta charset="utf-8">
<style>${css(theme)}</style><main style="--card: ${width}px"></main><script>${renderer}</script><script>
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
</script>`;
