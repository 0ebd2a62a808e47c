import { texts } from "../../frame/texts.ts";
import { english } from "./english.ts";
import { german } from "./german.ts";

export const t = texts(english, german);
