import { audit } from "./routers/audit.ts";
import { components } from "./routers/components.ts";
import { contributions } from "./routers/contributions.ts";
import { demo } from "./routers/demo.ts";
import { donations } from "./routers/donations.ts";
import { giving } from "./routers/giving.ts";
import { keys } from "./routers/keys.ts";
import { mapping } from "./routers/mapping.ts";
import { members } from "./routers/members.ts";
import { money } from "./routers/money.ts";
import { needs } from "./routers/needs.ts";
import { organization } from "./routers/organization.ts";
import { people } from "./routers/people.ts";
import { periods } from "./routers/periods.ts";
import { products } from "./routers/products.ts";
import { projects } from "./routers/projects.ts";
import { ratios } from "./routers/ratios.ts";
import { reports } from "./routers/reports.ts";
import { rounds } from "./routers/rounds.ts";
import { search } from "./routers/search.ts";
import { teams } from "./routers/teams.ts";
import { uploads } from "./routers/uploads.ts";
import { views } from "./routers/views.ts";
import { router } from "./trpc.ts";

/** What the screens may ask, noun by noun. The web app sees its type and nothing else of the server. */
export const appRouter = router({
  audit,
  components,
  contributions,
  demo,
  donations,
  giving,
  keys,
  mapping,
  members,
  money,
  needs,
  organization,
  people,
  periods,
  products,
  projects,
  ratios,
  reports,
  rounds,
  search,
  teams,
  uploads,
  views,
});

export type AppRouter = typeof appRouter;
