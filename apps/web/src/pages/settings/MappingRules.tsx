import { buttonClass } from "@headwater/ui/components";
import { Link } from "@tanstack/solid-router";
import { t } from "./texts.ts";

/** Rules are set where packages are reconciled. */
export function MappingRules() {
  return (
    <>
      <p class="settings-lede">{t().mapping.lede}</p>
      <Link to="/reconcile" search={{ tab: "rules" }} class={buttonClass()}>
        {t().mapping.open}
      </Link>
    </>
  );
}
