export type Theme = 'light' | 'dark' | 'contrast';

export const themes: readonly Theme[] = ['light', 'dark', 'contrast'];

interface Colors {
  readonly page: string;
  readonly card: string;
  readonly text: string;
  readonly subtle: string;
  readonly emphasis: string;
  readonly accentFill: string;
  readonly line: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  /** Background and text of the button that goes on. */
  readonly positive: readonly [string, string];
}

const colors: Readonly<Record<Theme, Colors>> = {
  light: {
    ...{ page: '#f5f5f5', card: '#ffffff', text: '#242424', subtle: '#616161' },
    ...{ emphasis: '#ededed', accentFill: '#c9ccf5', line: '#e0e0e0', accent: '#5b5fc7' },
    ...{ good: '#237b4b', warning: '#835c00', attention: '#c4314b', positive: ['#5b5fc7', '#ffffff'] },
  },
  dark: {
    ...{ page: '#1f1f1f', card: '#292929', text: '#ffffff', subtle: '#adadad' },
    ...{ emphasis: '#3d3d3d', accentFill: '#4f52b2', line: '#3d3d3d', accent: '#9299f7' },
    ...{ good: '#92c353', warning: '#f8d22a', attention: '#f9526b', positive: ['#5b5fc7', '#ffffff'] },
  },
  contrast: {
    ...{ page: '#000000', card: '#000000', text: '#ffffff', subtle: '#ffffff' },
    ...{ emphasis: '#000000', accentFill: '#1aebff', line: '#ffffff', accent: '#ffff01' },
    ...{ good: '#3ff23f', warning: '#ffff01', attention: '#ff8b8b', positive: ['#1aebff', '#000000'] },
  },
};

/** As wide as those of Teams, near enough. */
const FONTS = 'gallery-latin, gallery-chinese, sans-serif';

const color = (shade: string, subtle = shade) => ({ default: shade, subtle });

/** What Teams tells its renderer: sizes and distances as Microsoft publishes them, colours as the client shows them. */
export const hostConfig = (theme: Theme): object => {
  const { text, subtle, emphasis, accentFill, card, line, accent, good, warning, attention } = colors[theme];
  const foregroundColors = {
    ...{ default: color(text, subtle), dark: color(text, subtle), light: color(text, subtle) },
    ...{ accent: color(accent), good: color(good), warning: color(warning), attention: color(attention) },
  };
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: FONTS,
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: line },
    ...{ supportsInteractivity: true, textBlock: { headingLevel: 2 } },
    containerStyles: { default: style(card), emphasis: style(emphasis), accent: style(accentFill) },
    actions: {
      ...{ maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
      spacing: 'medium',
    },
    inputs: { label: { requiredInputs: { weight: 'bolder' }, optionalInputs: { weight: 'bolder' } } },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 16 },
  };
};

/** What a host adds to a card: its frame, and how buttons and fields look. */
export const hostCss = (theme: Theme): string => {
  const { page, card, text, line, attention, positive } = colors[theme];
  const [fill, onFill] = positive;
  const bar = theme === 'contrast' ? '.ac-columnSet > .ac-container:empty { outline: 1px solid #fff; }' : '';
  return `
body { background: ${page}; color: ${text}; margin: 12px; font: 14px ${FONTS}; }
main { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }
section { width: var(--card); } h2 { font: 11px monospace; margin: 0 0 4px; color: ${text}; }
.ac-adaptiveCard { border: 1px solid ${line}; border-radius: 6px; background: ${card} !important; }
.ac-pushButton { font: 600 14px ${FONTS}; padding: 5px 12px; border-radius: 4px;
  border: 1px solid ${line}; background: ${card}; color: ${text}; min-width: 0; }
.ac-actionSet { flex-wrap: wrap; gap: 8px; } .ac-actionSet > div:empty { display: none; }
.ac-pushButton.style-positive { background: ${fill}; color: ${onFill}; }
.ac-pushButton.style-destructive { color: ${attention}; border-color: ${attention}; }
.ac-input { background: ${card}; color: ${text}; border: 1px solid ${line}; border-radius: 4px; padding: 5px 8px; font: inherit;
  width: 100%; box-sizing: border-box; } input[type=checkbox], input[type=radio] { width: auto; } ${bar}`;
};
