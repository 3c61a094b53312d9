import type { Page } from '../../server/page';

const STYLES = `
:root { color-scheme: light dark; --text: #242424; --soft: #5c5c5c; --page: #f5f5f5; --card: #fff; --line: #757575;
  --edge: #e0e0e0; --accent: #5b5fc7; --on-accent: #fff; --bad: #b10e1c; --bad-soft: #fdf3f4; --good: #0e700e; }
@media (prefers-color-scheme: dark) { :root { --text: #fff; --soft: #c4c4c4; --page: #1f1f1f; --card: #292929;
  --line: #a0a0a0; --edge: #3d3d3d; --accent: #9299f7; --on-accent: #1b1a3a; --bad: #f9a0a8; --bad-soft: #3b1f22;
  --good: #9ad29a; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 1rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 'Segoe UI', 'Microsoft JhengHei', 'PingFang TC', 'Noto Sans', 'Noto Sans CJK TC', sans-serif; }
main { max-width: 30rem; margin: 0 auto; padding: 1.25rem; background: var(--card); border: 1px solid var(--edge);
  border-radius: .5rem; overflow-wrap: anywhere; }
h1 { margin: 0 0 .25rem; font-size: 1.375rem; line-height: 1.3; }
legend { margin: 0; padding: 0; font-size: 1.0625rem; font-weight: 600; }
p { margin: 0 0 .75rem; }
.soft { color: var(--soft); }
.hint, .fault, output { display: block; margin: .25rem 0 0; font-size: .875rem; }
.hint, output { color: var(--soft); }
.fault { color: var(--bad); font-weight: 600; }
.fault::before { content: '\\26A0\\FE0E\\00A0'; }
.problems { margin: 0 0 1rem; padding: .75rem; border: 1px solid var(--bad); border-radius: .25rem;
  background: var(--bad-soft); color: var(--bad); }
.problems p { margin: 0; font-weight: 600; }
.done h1 { color: var(--good); }
fieldset { margin: 1.5rem 0 0; padding: 0; border: 0; min-width: 0; }
legend + .field { margin-top: .5rem; }
#csc-hint { margin-top: -.5rem; }
.field { margin: .75rem 0; }
label { display: block; font-weight: 600; margin-bottom: .25rem; }
input, select, textarea { width: 100%; min-height: 2.75rem; padding: .5rem .625rem; font: inherit; color: inherit;
  background: var(--card); border: 1px solid var(--line); border-radius: .25rem; }
textarea { display: block; min-height: 4.5rem; resize: vertical; }
[aria-invalid=true] { border: 2px solid var(--bad); }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); column-gap: 1rem; }
a { color: var(--accent); }
button { margin-top: 1rem; min-height: 2.75rem; padding: .5rem 1.5rem; font: inherit; font-weight: 600; cursor: pointer;
  color: var(--on-accent); background: var(--accent); border: 1px solid transparent; border-radius: .25rem; }
button[disabled] { opacity: .6; cursor: default; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.language { margin: 0 0 .5rem; text-align: right; font-size: .875rem; }
@media (max-width: 400px) { body { padding: 0; } main { border: 0; border-radius: 0; padding: 1rem; } button { width: 100%; } }
`;

/** Only what a page without it also does, less comfortably: the brand while it is typed, and one press that counts. */
const SCRIPT = `
'use strict';
(function () {
  var number = document.getElementById('cc-number');
  var shown = document.getElementById('brand');
  if (number && shown) {
    var brands = JSON.parse(shown.getAttribute('data-brands'));
    var say = function () {
      var digits = number.value.normalize('NFKC').replace(/\\D/g, '');
      var found = brands.filter(function (brand) { return new RegExp(brand.begins).test(digits); })[0];
      shown.textContent = found ? found.text : '';
    };
    number.addEventListener('input', say);
    say();
  }
  var form = document.querySelector('form');
  if (form) form.addEventListener('submit', function () {
    setTimeout(function () { form.querySelector('button').disabled = true; }, 0);
  });
  window.addEventListener('pageshow', function (event) {
    if (event.persisted && form) { form.reset(); form.querySelector('button').disabled = false; }
  });
})();
`;

/** In Teams' dialog: says that it is done, so that Teams closes it. */
const DIALOG_SCRIPT = `
'use strict';
(function () {
  var teams = window.microsoftTeams;
  if (!teams || window.parent === window) return;
  teams.app.initialize().then(function () {
    setTimeout(function () { teams.dialog.url.submit(); }, 2500);
  }, function () {});
})();
`;

const asset = (path: string, type: string, body: () => Promise<string | Buffer>): Page => ({
  method: 'GET',
  path,
  handle: async () => ({
    status: 200,
    headers: { 'Content-Type': type, 'Cache-Control': 'public, max-age=300' },
    body: await body(),
  }),
});

const JAVASCRIPT = 'text/javascript; charset=utf-8';

/** What the payment page loads, all of it from here. */
export const paymentAssets = (readTeamsLibrary: () => Promise<Buffer>): readonly Page[] => [
  asset('/pages/payment.css', 'text/css; charset=utf-8', async () => STYLES),
  asset('/pages/payment.js', JAVASCRIPT, async () => SCRIPT),
  asset('/pages/dialog.js', JAVASCRIPT, async () => DIALOG_SCRIPT),
  asset('/pages/teams.js', JAVASCRIPT, readTeamsLibrary),
];
