/** An OKLCH colour: lightness 0 to 1, chroma, hue in degrees. */
export interface Oklch {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

export interface Ink {
  readonly light: Oklch;
  readonly dark: Oklch;
}

/** The opaque tokens of the style sheet by name, without the leading dashes. */
export function readInks(css: string): ReadonlyMap<string, Ink> {
  const inks = new Map<string, Ink>();
  const pair = /--([\w-]+):\s*light-dark\(oklch\(([\d. ]+)\),\s*oklch\(([\d. ]+)\)\)/g;
  for (const [, name = "", light = "", dark = ""] of css.matchAll(pair)) {
    inks.set(name, { light: readOklch(light), dark: readOklch(dark) });
  }
  return inks;
}

/** Contrast of two colours by WCAG 2.2, 1 to 21, computed as the screen shows them (sRGB, clipped to its gamut). */
export function contrast(one: Oklch, other: Oklch): number {
  const a = relativeLuminance(one);
  const b = relativeLuminance(other);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function readOklch(text: string): Oklch {
  const [lightness = 0, chroma = 0, hue = 0] = text.trim().split(/\s+/).map(Number);
  return { lightness, chroma, hue };
}

/** WCAG relative luminance: linear sRGB weighted 0.2126, 0.7152, 0.0722. */
function relativeLuminance(colour: Oklch): number {
  const [red, green, blue] = linearSrgb(colour);
  return 0.2126 * toGamut(red) + 0.7152 * toGamut(green) + 0.0722 * toGamut(blue);
}

function toGamut(channel: number): number {
  return Math.min(1, Math.max(0, channel));
}

/** Björn Ottosson's Oklab to linear sRGB, https://bottosson.github.io/posts/oklab/ */
function linearSrgb({ lightness, chroma, hue }: Oklch): [number, number, number] {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
}
