import { cardinal } from "@headwater/ui/format";
import { texts } from "../../frame/texts.ts";

/**
 * The verdict's words. A sentence is `before`, a link to what was given, `between`, a link to the projects, `after`;
 * German closes its first clause with the verb before it goes on.
 */
export const verdictWords = texts(
  {
    partial: (sentence: string) => `Partial: ${uncapital(sentence)}`,
    gave: "We gave ",
    nothing: "nothing",
    ofTarget: (share: string) => `${share} of our target`,
    withoutTarget: (amount: string) => amount,
    alone: ".",
    noTarget: " and have set no target.",
    unknownUse: ", and do not know yet whom we stand on.",
    nothingKnown: "Nothing is known yet of what we use and what we give.",
    someNothing: (nothing: number, most: number) => ({
      between: ", and ",
      projects:
        most === 1
          ? "the one project"
          : nothing === most
            ? `none of the ${cardinal(most)} projects`
            : `${cardinal(nothing)} of the ${cardinal(most)} projects`,
      after:
        most === 1
          ? " we stand on got nothing."
          : nothing === most
            ? " we stand on most got anything."
            : " we stand on most got nothing.",
    }),
    allSomething: (most: number) => ({
      between: ", and ",
      projects: most === 1 ? "the one project" : `each of the ${cardinal(most)} projects`,
      after: most === 1 ? " we stand on got something." : " we stand on most got something.",
    }),
  },
  {
    partial: (sentence) => `Unvollständig: ${sentence}`,
    gave: "Wir haben ",
    nothing: "nichts",
    ofTarget: (share) => `${share} unseres Ziels`,
    withoutTarget: (amount) => amount,
    alone: " gegeben.",
    noTarget: " gegeben und kein Ziel gesetzt.",
    unknownUse: " gegeben und wissen noch nicht, auf wem wir stehen.",
    nothingKnown: "Noch ist nicht bekannt, was wir nutzen und was wir geben.",
    someNothing: (nothing, most) => ({
      between: " gegeben, und ",
      projects:
        most === 1
          ? "das eine Projekt"
          : nothing === most
            ? `keines der ${cardinal(most)} Projekte`
            : nothing === 1
              ? `eines der ${cardinal(most)} Projekte`
              : `${cardinal(nothing)} der ${cardinal(most)} Projekte`,
      after:
        most === 1
          ? ", auf dem wir stehen, bekam nichts."
          : nothing === most
            ? ", auf denen wir am meisten stehen, bekam etwas."
            : `, auf denen wir am meisten stehen, ${nothing === 1 ? "bekam" : "bekamen"} nichts.`,
    }),
    allSomething: (most) => ({
      between: " gegeben, und ",
      projects: most === 1 ? "das eine Projekt" : `jedes der ${cardinal(most)} Projekte`,
      after:
        most === 1 ? ", auf dem wir stehen, bekam etwas." : ", auf denen wir am meisten stehen, bekam etwas.",
    }),
  },
);

function uncapital(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1);
}
