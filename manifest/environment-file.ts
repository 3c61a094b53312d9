const assignment = /^(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/;
const quoted = /^(["'])(.*)\1\s*(?:#.*)?$/;

const plainValue = (text: string): string => quoted.exec(text)?.[2] ?? text.replace(/(^|\s)#.*$/, '').trim();

export interface EnvironmentVariables {
  readonly variables: ReadonlyMap<string, string>;
  /** Numbers of the lines, from 1, that say nothing; never their text, which may hold a secret. */
  readonly unreadableLines: readonly number[];
}

/** Reads `NAME=value` lines: `#` starts a comment, quotes around a value are dropped, the last of two equal names counts. */
export const readEnvironmentVariables = (text: string): EnvironmentVariables => {
  const variables = new Map<string, string>();
  const unreadableLines: number[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const [, name, value] = assignment.exec(line) ?? [];
    if (name === undefined || value === undefined) unreadableLines.push(index + 1);
    else variables.set(name, plainValue(value));
  }
  return { variables, unreadableLines };
};
