/** Larkfield Freight and everybody in it are invented. */
export const demoCompany = {
  name: "Larkfield Freight",
  currency: "USD",
  timeZone: "Europe/Amsterdam",
  owner: { name: "Ada Moss", email: "ada.moss@larkfield.example" },
} as const;

export const demoTeams = [
  { slug: "platform", name: "Platform" },
  { slug: "shipper", name: "Shipper Products" },
  { slug: "network", name: "Network and Rates" },
] as const;

export type TeamSlug = (typeof demoTeams)[number]["slug"];

export interface DemoPerson {
  readonly name: string;
  readonly team: TeamSlug;
  readonly roleFamily: "engineer" | "principal";
  readonly region: "Europe" | "Americas" | "Asia";
  /** Null: nobody has linked an identity of theirs. */
  readonly handle: string | null;
}

export const demoPeople: readonly DemoPerson[] = [
  person("Ines Okafor", "platform", "principal", "Europe", "inesokafor-lf"),
  person("Tomasz Brandt", "platform", "engineer", "Europe", "tbrandt-lf"),
  person("Priya Raman", "platform", "engineer", "Asia", "priyaraman-lf"),
  person("Callum Wright", "platform", "engineer", "Americas", "cwright-lf"),
  person("Yuki Tanabe", "platform", "engineer", "Asia", "ytanabe-lf"),
  person("Sofia Lindqvist", "platform", "principal", "Europe", "slindqvist-lf"),
  person("Marek Novotny", "platform", "engineer", "Europe", null),
  person("Leila Haddad", "shipper", "principal", "Americas", "leilahaddad-lf"),
  person("Jonas Keller", "shipper", "engineer", "Europe", "jkeller-lf"),
  person("Aisha Bello", "shipper", "engineer", "Europe", "abello-lf"),
  person("Pieter de Vries", "shipper", "engineer", "Europe", "pdevries-lf"),
  person("Grace Muller", "shipper", "engineer", "Americas", null),
  person("Oscar Nilsson", "shipper", "engineer", "Europe", "onilsson-lf"),
  person("Hana Kovac", "shipper", "engineer", "Europe", "hkovac-lf"),
  person("Rafael Costa", "network", "principal", "Americas", "rcosta-lf"),
  person("Mei Zhang", "network", "engineer", "Asia", "meizhang-lf"),
  person("Dmitri Volkov", "network", "engineer", "Europe", "dvolkov-lf"),
  person("Amara Diallo", "network", "engineer", "Europe", "adiallo-lf"),
  person("Ben Fletcher", "network", "engineer", "Americas", null),
  person("Nadia Rossi", "network", "engineer", "Europe", "nrossi-lf"),
];

export function emailOf(name: string): string {
  return `${name.toLowerCase().replaceAll(" ", ".")}@larkfield.example`;
}

function person(
  name: string,
  team: TeamSlug,
  roleFamily: DemoPerson["roleFamily"],
  region: DemoPerson["region"],
  handle: string | null,
): DemoPerson {
  return { name, team, roleFamily, region, handle };
}
