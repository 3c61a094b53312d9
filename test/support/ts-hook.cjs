/** Lets a plain Node process of a test require the TypeScript sources: `node --require ./ts-hook.cjs file.ts`. */
const { transformFileSync } = require('@swc/core');

const options = { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } };

const compile = (module, filename) => {
  module._compile(transformFileSync(filename, { ...options, swcrc: false }).code, filename);
};

// A name without an ending is looked for in this order: a source comes before data of the same name.
const others = { ...require.extensions };
for (const ending of Object.keys(others)) delete require.extensions[ending];
Object.assign(require.extensions, { '.ts': compile }, others);
