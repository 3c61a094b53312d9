import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Filled, fillPlaceholders, type Json } from './placeholders';

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

/** Reads files of one folder and gathers, in `faults`, what is wrong with them. */
export class PackageSources {
  readonly faults: string[] = [];
  private readonly missing = new Set<string>();

  constructor(
    private readonly folder: string,
    private readonly variables: ReadonlyMap<string, string>,
    private readonly environmentFile: string,
  ) {}

  report(file: string, faults: readonly string[]): void {
    this.faults.push(...faults.map(fault => `${file}: ${fault}`));
  }

  /** The bytes of a file, or undefined and a fault when there is none. */
  async bytes(file: string): Promise<Buffer | undefined> {
    try {
      return await readFile(join(this.folder, file));
    } catch (error) {
      if (!isMissing(error)) throw error;
      this.report(file, ['does not exist']);
      return undefined;
    }
  }

  /** The JSON of a file with its placeholders filled, or undefined and a fault when it cannot be read. */
  async filledJson(file: string): Promise<Json | undefined> {
    const bytes = await this.bytes(file);
    if (bytes === undefined) return undefined;
    try {
      return this.noteMissing(file, fillPlaceholders(JSON.parse(bytes.toString('utf8')), this.variables));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.report(file, ['is not JSON']);
      return undefined;
    }
  }

  private noteMissing(file: string, { value, missing }: Filled): Json {
    for (const name of missing) {
      if (this.missing.has(name)) continue;
      this.missing.add(name);
      this.faults.push(`${name} is not set in ${this.environmentFile}, and ${file} needs it`);
    }
    return value;
  }
}
