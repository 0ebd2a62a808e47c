import {
  ChartFigure,
  type HeldVersions,
  VersionCell,
  VersionHead,
  VersionLines,
  WeekStrip,
} from "@headwater/ui/charts";
import { duration } from "@headwater/ui/format";
import { products, versions, week, weekDays } from "./charts-data.ts";
import { t } from "./charts-texts.ts";

/** Names of the versions of a product that are in force, or were. */
function named(held: HeldVersions, inForce: boolean): string | null {
  if (held === null) return null;
  return held
    .flatMap((one) => (one.inForce === inForce ? (versions[one.version]?.name ?? "") : []))
    .join(", ");
}

export function VersionsChart() {
  const words = () => t().versions;
  const now = (held: HeldVersions) => {
    const name = named(held, true);
    if (name === null) return t().behind.unknown;
    return name === "" ? words().notFound : words().inForce(name);
  };
  return (
    <>
      <ChartFigure
        ruled
        title={words().title}
        summary={words().summary}
        words={t().behind}
        table={{
          columns: [
            { name: words().columns.product },
            { name: words().columns.now },
            { name: words().columns.before },
          ],
          rows: products.map(({ name, held }) => [name, named(held, true), named(held, false)]),
        }}
      >
        <VersionLines
          versions={versions}
          rows={products}
          label={words().label}
          reading={{
            name: words().reading,
            at: (index) => words().read(products[index]?.name ?? "", now(products[index]?.held ?? null)),
          }}
        />
      </ChartFigure>
      <div class="dev-version-cells">
        <VersionHead versions={versions} label={words().names} />
        <VersionCell versions={versions} held={products[2]?.held ?? null} label={words().cell} />
        <VersionCell versions={versions} held={null} label={words().unknownCell} />
      </div>
    </>
  );
}

export function WeekChart() {
  const words = () => t().week;
  const days = () =>
    week.map((day, index) => ({ ...day, name: `${words().days[index] ?? ""} ${weekDays[index] ?? ""}` }));
  const said = (index: number) => {
    const day = days()[index];
    const parts = (day?.parts ?? []).map(({ project, minutes, proposed }) =>
      [project, duration(minutes), proposed === true ? words().proposed : ""].join(" ").trim(),
    );
    return `${day?.name ?? ""}: ${parts.length > 0 ? parts.join(", ") : duration(0)}`;
  };
  return (
    <ChartFigure
      ruled
      title={words().title}
      summary={words().summary}
      words={t().behind}
      table={{
        columns: [
          { name: words().columns.day },
          { name: words().columns.project },
          { name: words().columns.time, unit: "h:mm", figures: true },
        ],
        rows: days().flatMap(({ name, parts }) =>
          parts.map(({ project, minutes }) => [name, project, duration(minutes)]),
        ),
      }}
    >
      <WeekStrip days={days()} label={words().label} reading={{ name: words().reading, at: said }} />
    </ChartFigure>
  );
}
