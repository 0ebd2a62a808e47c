import { createContext, useContext } from "solid-js";

/** What a chart says at its reading mark, which the pointer and the arrow keys move. */
export interface Reading {
  /** What is read, for who hears the page: `Read the months`. */
  readonly name: string;
  /** The value at one place, in words: `May 2026: usage 1.08 %, given USD 165, estimated`. */
  readonly at: (index: number) => string;
}

/** Where the words at the reading mark are printed: the caption of the figure. Outside of a figure, nowhere. */
export const CaptionLine = createContext<(words: string | null) => void>(() => undefined);

export function useCaptionLine(): (words: string | null) => void {
  return useContext(CaptionLine);
}
