import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCommonPassword } from "./index.ts";

const known = ["Jane Doe", "jane.doe@rivermill.example", "Headwater"];

describe("a password that many people have", () => {
  it.each([
    "password1234",
    "Password2026!",
    "P@ssw0rd1234",
    "p4$$w0rd!!!!",
    "passwordpassword",
    "123456789012",
    "1234567890123456",
    "qwertyuiop123",
    "1q2w3e4r5t6y",
    "1qaz2wsx3edc",
    "asdfghjkl123",
    "iloveyou1234",
    "iloveyouforever",
    "letmeinplease",
    "welcome-to-2026",
    "Summer2026!!",
    "aaaaaaaaaaaa",
    "abcabcabcabcabc",
    "xyqxyqxyqxyqxyq",
    "trustno1trustno1",
    "starwars1977",
    "changeme1234",
    "ADMINISTRATOR",
    "zyxwvutsrqponm",
  ])("is refused: %s", (password) => {
    expect(isCommonPassword(password, [])).toBe(true);
  });

  it.each(["janedoe123456", "rivermill2026", "Headwater-1234", "JaneJaneJane", "DoeRivermill12"])(
    "is refused to whom it names: %s",
    (password) => {
      expect([isCommonPassword(password, known), isCommonPassword("glacier-otter-tuba", known)]).toEqual([
        true,
        false,
      ]);
    },
  );

  it.each([
    "correct horse battery",
    "correct-horse-battery",
    "glacier otter tuba",
    "the password of my canoe",
    "830174926518",
    "ßöæ 雨 лодка ñandú",
    "kW9#vTq2!mZx",
    "                    a tent by the lake",
  ])("is not what %s is, whatever its characters", (password) => {
    expect(isCommonPassword(password, known)).toBe(false);
  });

  it("is never what was drawn at random", () => {
    const characters = fc.constantFrom(
      ..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-".split(""),
    );
    const drawn = fc.array(characters, { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(drawn, (password) => {
        fc.pre(new Set(password).size > 12);
        expect(isCommonPassword(password.join(""), known)).toBe(false);
      }),
    );
  });

  it("is told of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 256 }), fc.array(fc.string()), (password, words) => {
        expect(typeof isCommonPassword(password, words)).toBe("boolean");
      }),
    );
  });
});
