// Preloaded into the server (`node --import`): the process takes the present for the day of SCREENSHOT_INSTANT, so that the
// pictures of today and of next year are the same. It goes on running from there.
import { screenshotInstant } from "../env.ts";

const RealDate = Date;
const shiftMillis = RealDate.parse(screenshotInstant ?? "") - RealDate.now();

if (!Number.isNaN(shiftMillis))
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, made) =>
      Reflect.construct(target, given.length === 0 ? [target.now() + shiftMillis] : given, made),
    get: (target, name, receiver) =>
      name === "now" ? () => target.now() + shiftMillis : Reflect.get(target, name, receiver),
  });
