import { PNG } from 'pngjs';

const sides = { color: 192, outline: 32 } as const;

const decode = (bytes: Buffer): PNG | undefined => {
  try {
    return PNG.sync.read(bytes);
  } catch {
    return undefined;
  }
};

const isWhiteOnTransparent = (image: PNG): boolean => {
  let transparent = 0;
  for (let at = 0; at < image.data.length; at += 4) {
    const [red, green, blue, alpha] = image.data.subarray(at, at + 4);
    if (alpha === 0) transparent += 1;
    else if (red !== 255 || green !== 255 || blue !== 255) return false;
  }
  return transparent > 0;
};

/** Where an icon breaks Teams' rules: a PNG of 192 × 192 in color, of 32 × 32 in white on transparent as outline. */
export const iconFaults = (kind: 'color' | 'outline', bytes: Buffer): string[] => {
  const image = decode(bytes);
  if (image === undefined) return ['is not a PNG image'];
  const side = sides[kind];
  const faults: string[] = [];
  if (image.width !== side || image.height !== side)
    faults.push(`is ${image.width} × ${image.height}, not ${side} × ${side}`);
  if (kind === 'outline' && !isWhiteOnTransparent(image)) faults.push('is not white on a transparent background');
  return faults;
};
