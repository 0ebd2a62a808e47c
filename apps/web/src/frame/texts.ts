/**
 * Every text that a page shows stands in a `texts.ts` beside it, in all languages at once: `texts(english, german)` is
 * complete by its type, `t().title` reads it where it is shown, so that it follows the choice of the reader.
 */
export { texts } from "@headwater/ui/format";
