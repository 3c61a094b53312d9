const LOADED_ONCE = [
  ...['botbuilder', 'botframework-connector', 'botframework-schema', 'restify', 'mongodb', 'stripe', 'zod', 'pino'],
  ...['prom-client', '@seald-io/nedb', 'pdfkit', 'fontkit', 'adaptivecards-templating', 'adaptive-expressions'],
].join('|');

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/test/support/loaded-once.cjs',
  // Two cores, two workers and a database: a test that is slow then is not one that hangs.
  testTimeout: 30_000,
  // By default one core is left idle, which of two is half.
  maxWorkers: '100%',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  globalSetup: '<rootDir>/test/support/start-shared-mongo.ts',
  globalTeardown: '<rootDir>/test/support/stop-shared-mongo.ts',
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/fault/', '\\.slow\\.test\\.ts$'],
  transformIgnorePatterns: [`/node_modules/(?!(${LOADED_ONCE})/)`],
  transform: {
    [`/node_modules/(${LOADED_ONCE})/.*\\.c?js$`]: '<rootDir>/test/support/loaded-once.cjs',
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  collectCoverageFrom: ['bot/**/*.ts', 'cards/**/*.ts', 'domain/**/*.ts', 'manifest/**/*.ts'],
  coverageDirectory: 'coverage',
  coverageReporters: ['text-summary', 'lcov'],
};
