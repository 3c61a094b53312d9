/**
 * What JSON makes of a value, as text: undefined fields vanish, undefined items become null. Half of a surrogate pair
 * (a text cut within an emoji) becomes U+FFFD, because BSON could not hold it and both stores must give back the same.
 */
export const toText = (value: unknown): string => {
  const text = JSON.stringify(value);
  return /\\ud[89a-f]/.test(text) ? JSON.stringify(value, wellFormed) : text;
};

const wellFormed = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? Buffer.from(value).toString() : value;
