/** A day of work cannot hold more than a day. */
export const MAX_MINUTES = 1_440;

/**
 * Minutes of `45m`, `30min`, `1h30`, `1h 30m`, `2h`, `1.5h`, `,75h`, `1:30`, `2h 30min`, `2 Std`, `1,5 Stunden`, and of a
 * bare `90`. Fractions of hours round to the nearest minute. Null for anything else, and outside of 1 to 1440 minutes.
 */
export function parseDuration(text: string): number | null {
  const written = text.trim().toLowerCase();
  const minutes = clock(written) ?? hoursAndMinutes(written) ?? fractionOfHours(written);
  return minutes !== null && minutes >= 1 && minutes <= MAX_MINUTES ? minutes : null;
}

/** `1:30` */
function clock(text: string): number | null {
  const match = /^(\d{1,2}):([0-5]\d)$/.exec(text);
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
}

/** `45m`, `90`, `2h`, `1h30`, `1h 30min` */
function hoursAndMinutes(text: string): number | null {
  const alone = /^(\d{1,4}) ?(?:m|mins?|minutes?|minuten?)?$/.exec(text);
  if (alone !== null) return Number(alone[1]);
  const both =
    /^(\d{1,2}) ?(?:h|hrs?|hours?|stdn?|stunden?)(?: ?([0-5]?\d) ?(?:m|mins?|minutes?|minuten?)?)?$/.exec(
      text,
    );
  return both === null ? null : Number(both[1]) * 60 + Number(both[2] ?? 0);
}

/** `1.5h`, `,75h`, in integers: a float would turn 1.005 hours into another minute than the text says. */
function fractionOfHours(text: string): number | null {
  const match = /^(\d{0,2})[.,](\d{1,4}) ?(?:h|hrs?|hours?|stdn?|stunden?)$/.exec(text);
  if (match === null) return null;
  const scale = 10 ** (match[2] ?? "").length;
  const tenThousandths = Number(`${match[1]}${match[2]}`) * 60;
  return Math.floor((2 * tenThousandths + scale) / (2 * scale));
}
