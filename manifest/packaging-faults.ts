/** Why no app package was made: every fault found, one a line in the message. */
export class PackagingFaults extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'PackagingFaults';
  }
}
