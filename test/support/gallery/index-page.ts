/** Where a screen stands on the picture of its sheet, in pixels. */
export interface Place {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture that holds every screen in one language, theme and width. */
export interface Drawn {
  readonly locale: string;
  readonly theme: string;
  readonly width: number;
  readonly file: string;
  readonly places: readonly Place[];
}

/** A page that shows the screens one below the other, each in every language, theme and width side by side. */
export const galleryIndex = (drawn: readonly Drawn[]): string => {
  const names = drawn[0]?.places.map(place => place.name) ?? [];
  return `<!doctype html><meta charset="utf-8"><title>Every screen</title>
<style>body { font: 14px sans-serif; margin: 16px; background: #888; }
nav a { color: #fff; margin-right: 12px; } h2 { position: sticky; left: 0; color: #fff; }
.row { display: flex; gap: 12px; align-items: flex-start; } .row > div { flex: none; background-repeat: no-repeat; }
</style><nav>${drawn.map(({ file }) => `<a href="${file}">${file}</a>`).join('')}</nav>
${names.map(name => `<h2 id="${name}">${name}</h2><div class="row">${drawn.map(one => cutOut(one, name)).join('')}</div>`).join('\n')}`;
};

const cutOut = ({ file, places }: Drawn, name: string): string => {
  const place = places.find(candidate => candidate.name === name);
  if (!place) return '';
  const { x, y, width, height } = place;
  return `<div title="${file}" style="width:${width}px;height:${height}px;background-image:url(${file});background-position:-${x}px -${y}px"></div>`;
};
