/**
 * Who may import whom: DESIGN section 3, checked in `npm test`.
 * A path is relative to the project; packages are seen as node_modules/…, Node's own modules as core.
 */
const PURE = '^domain/(shared|catalog|subscription|billing)/';
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: typeof from === 'string' ? { path: from } : from,
  to: { pathNot: allowed },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphan-files',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.(c|m)js$', '\\.json$'] },
      to: {},
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    { name: 'never-the-tests', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    only('the-pure-domain-imports-itself', PURE, [PURE], 'no package, no node:, no clock, no randomness'),
    only('app-imports-the-pure-domain-and-ports', '^domain/app/', [
      PURE,
      '^domain/app/',
      '^domain/(store|payments|directory)/port\\.ts$',
    ]),
    only('store-imports-its-driver', '^domain/store/', [
      PURE,
      '^domain/store/',
      '^node_modules/(mongodb|@seald-io/nedb|bson)/',
      '^(node:)?(fs|fs/promises|path|os|crypto|util|events|timers/promises)$',
    ]),
    only('payments-import-their-sdk', '^domain/payments/', [PURE, '^domain/payments/', '^node_modules/(stripe)/']),
    {
      name: 'only-payments-import-stripe',
      severity: 'error',
      from: { pathNot: '^domain/payments/' },
      to: { path: '^node_modules/stripe/' },
    },
    only('directory-imports-its-sdk', '^domain/directory/', [
      PURE,
      '^domain/directory/',
      '^node_modules/(zod|fastest-levenshtein)/',
      '^(node:)?timers/promises$',
    ]),
    only('cards-import-domain-types', { path: '^cards/', pathNot: '^cards/render\\.ts$' }, [PURE, '^cards/']),
    only('render-fills-templates', '^cards/render\\.ts$', [
      '^cards/',
      '^node_modules/(adaptivecards-templating|adaptive-expressions)/',
    ]),
    {
      name: 'only-one-imports-the-templating-package',
      severity: 'error',
      from: { pathNot: '^(cards/render\\.ts|test/)' },
      to: { path: '^node_modules/(adaptivecards-templating|adaptive-expressions)/' },
    },
    only('language-knows-no-bot', '^bot/language/', [
      '^domain/catalog/',
      '^domain/shared/',
      '^bot/language/',
      '^node_modules/(fastest-levenshtein|chrono-node|@microsoft/recognizers-text)',
      '^(node:)?(readline|fs|fs/promises|path|events|stream)$',
    ]),
    only('commands-survive-a-change-of-sdk', '^bot/commands/', [
      PURE,
      '^domain/app/',
      '^domain/(store|payments|directory)/port\\.ts$',
      '^cards/',
      '^bot/(commands|language)/',
      '^bot/pages/links\\.ts$',
      '^node_modules/zod/',
      '^(node:)?crypto$',
    ]),
    {
      name: 'botbuilder-stays-at-the-door',
      severity: 'error',
      from: { pathNot: '^(bot/(server|server/.*|purchases-bot|start)\\.?(ts)?$|bot/(turn|notices|server)/|test/)' },
      to: { path: '^node_modules/(botbuilder|botframework)' },
    },
    {
      name: 'only-the-server-imports-restify',
      severity: 'error',
      from: { pathNot: '^(bot/server\\.ts|bot/server/|test/)' },
      to: { path: '^node_modules/restify/' },
    },
    {
      name: 'only-one-file-picks-adapters',
      severity: 'error',
      from: { path: '^bot/', pathNot: '^bot/adapters\\.ts$' },
      to: {
        path: '^domain/(store|payments|directory)/',
        pathNot: '^domain/(store|payments|directory)/port\\.ts$|^domain/directory/match\\.ts$',
      },
    },
    {
      name: 'packaging-knows-no-bot',
      severity: 'error',
      from: { path: '^manifest/' },
      to: { path: '^(bot|cards|domain)/' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.json'],
      conditionNames: ['require', 'node', 'default', 'types'],
    },
  },
};
