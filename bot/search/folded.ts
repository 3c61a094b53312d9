/** The text as it is compared: however wide its letters are, and whatever their case. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
