/**
 * What people type first when they are asked for a password, written together here from general knowledge.
 * It is no copy of a list of leaked passwords: leaked ones of twelve characters and more are nearly all made of these.
 */
const COMMON_WORDS = `
  headwater password passwort passwd passphrase pass motdepasse contrasena contraseña senha parola haslo heslo wachtwoord kennwort
  admin administrator root login logon signin user username guest default test testing tester demo temp temporary
  secret private secure security access account system server computer internet office work company business
  changeme change letmein openup opensesame welcome willkommen bienvenue hello hallo bonjour hola goodbye please thankyou
  whatever nothing something anything forever never always trustno1 trust nobody enter master boss king queen
  qwerty qwertz azerty asdf zxcvbn iloveyou ilove loveyou loveme love lover loves liebe amour teamo sweetheart darling
  baby babygirl babyboy honey angel angels princess prince princesa beautiful pretty sunshine sunflower flower butterfly
  monkey dragon tiger lion eagle falcon shadow wolf bear horse pony puppy kitty kitten cat dog fish bird
  football baseball basketball soccer hockey tennis golf sports player winner champion liverpool chelsea arsenal barcelona
  realmadrid juventus manchester united yankees cowboys lakers steelers
  superman batman spiderman ironman starwars startrek pokemon pikachu naruto minecraft fortnite matrix gandalf
  michael michelle jennifer jessica ashley amanda daniel andrew joshua matthew robert thomas charlie george jordan
  anthony nicole samantha elizabeth alexander alexandra christopher stephanie william james john david maria anna
  summer winter spring autumn fall january february march april june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday birthday christmas
  freedom liberty peace happy lucky smile star stars money dollar rich success power magic music rock metal guitar
  coffee chocolate cookie banana orange apple cherry cheese pepper purple yellow blue green silver golden diamond black
  white red mustang ferrari porsche mercedes corvette harley jesus christ jesuschrist god godbless heaven blessed
  america canada england france germany deutschland india london paris berlin newyork california texas
  google facebook instagram twitter youtube linkedin microsoft windows apple samsung android iphone github gitlab
  killer hunter ranger soldier ninja pirate warrior wizard legend hacker gamer fuckyou fuck shit asshole
  family friend friends mother father mommy daddy sister brother school student teacher college
  mine mylife myself my the you me and is it not for 4ever 4life 123 1234 abc xyz
`;

const KEYBOARD_RUNS = [
  "1234567890",
  "qwertyuiop",
  "qwertzuiop",
  "azertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "yxcvbnm",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "1qazxsw23edcvfr45tgbnhy67ujm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "qazwsxedcrfvtgbyhnujmikolp",
  "abcdefghijklmnopqrstuvwxyz",
].flatMap((run) => [run, run.split("").toReversed().join("")]);

const SHORTEST_RUN = 3;
/** So many characters at least have to be neither common nor known of the person. */
const FEWEST_OF_ONES_OWN = 4;

const LOOKALIKES: Readonly<Record<string, string>> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "i",
  "!": "i",
  "0": "o",
  $: "s",
  "5": "s",
  "7": "t",
};

const commonWords: readonly string[] = byLength(COMMON_WORDS.trim().split(/\s+/));

/**
 * Whether a password is one that many people have, or that whoever knows the person would try: all of it but three
 * characters is common words, runs of the keyboard, years, repetition, or words from `known` (names, addresses).
 * Any composition of characters is welcome otherwise.
 */
export function isCommonPassword(password: string, known: readonly string[]): boolean {
  const words = byLength([...commonWords, ...known.flatMap(wordsIn)]);
  const plain = unrepeated(password.normalize("NFKC").toLowerCase());
  const spelled = plain
    .split("")
    .map((character) => LOOKALIKES[character] ?? character)
    .join("");
  let own = 0;
  for (let at = 0; at < plain.length;) {
    const taken = Math.max(commonAt(plain, at, words), commonAt(spelled, at, words));
    if (taken === 0 && /[\p{L}\p{N}]/u.test(plain[at] ?? "")) own += 1;
    at += Math.max(taken, 1);
  }
  return own < FEWEST_OF_ONES_OWN;
}

/** How many characters from here on are common: the longest word, year, repetition or run of the keyboard. */
function commonAt(text: string, at: number, words: readonly string[]): number {
  const word = words.find((one) => text.startsWith(one, at))?.length ?? 0;
  const year = /^(?:19|20)\d\d/.test(text.slice(at, at + 4)) ? 4 : 0;
  const same = /^(.)\1{2,}/su.exec(text.slice(at))?.[0].length ?? 0;
  return Math.max(word, year, same, keyboardRunAt(text, at));
}

function keyboardRunAt(text: string, at: number): number {
  let longest = 0;
  for (const run of KEYBOARD_RUNS)
    for (let from = run.indexOf(text[at] ?? ""); from !== -1; from = run.indexOf(text[at] ?? "", from + 1)) {
      let length = 0;
      while (from + length < run.length && run[from + length] === text[at + length]) length += 1;
      longest = Math.max(longest, length);
    }
  return longest < SHORTEST_RUN ? 0 : longest;
}

/** `abcabcabc` is no better than `abc`. */
function unrepeated(text: string): string {
  const unit = /^(.+?)\1+$/su.exec(text)?.[1];
  return unit ?? text;
}

/** Of `jane.doe@example.com` jane, doe and example; words of one or two letters say nothing. */
function wordsIn(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3);
}

function byLength(words: readonly string[]): readonly string[] {
  return [...new Set(words)].toSorted((one, other) => other.length - one.length);
}
