import { Button, Icon, Mark } from "@headwater/ui/components";
import { count } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { Link, useLocation, useNavigate } from "@tanstack/solid-router";
import { createSignal, Show } from "solid-js";
import { productsQuery, sessionQuery } from "../queries.ts";
import { signOut } from "../session.ts";
import { applyTheme, chosenTheme, nextTheme } from "./theme.ts";

/** The rail: a table of contents. Words, counts at the right like page numbers, no icons. */
export function Contents(props: { readonly onClose?: () => void }) {
  const location = useLocation();
  const products = useQuery(() => productsQuery);
  const here = (path: string) => (location().pathname.startsWith(path) ? "page" : undefined);
  return (
    <>
      <div class="rail-mark">
        <Mark />
        <span>Headwater</span>
        <Show when={props.onClose}>
          {(close) => (
            <button type="button" class="head-button rail-close" aria-label="Close" onClick={() => close()()}>
              <Icon name="close" />
            </button>
          )}
        </Show>
      </div>
      <nav aria-label="Main">
        <ul class="contents">
          <li>
            <Link to="/projects" aria-current={here("/projects")}>
              <span>Projects</span>
            </Link>
          </li>
          <li>
            <Link to="/imports" aria-current={here("/imports")}>
              <span>Imports</span>
              <Show when={products.data?.items.length}>
                {(length) => (
                  <span class="contents-count">
                    {count(length())}
                    <span class="said"> products</span>
                  </span>
                )}
              </Show>
            </Link>
          </li>
        </ul>
      </nav>
      <RailFoot />
    </>
  );
}

const themeNames = { system: "as the system", light: "light", dark: "dark" } as const;

function RailFoot() {
  const session = useQuery(() => sessionQuery);
  const navigate = useNavigate();
  const [theme, setTheme] = createSignal(chosenTheme());
  const turn = () => applyTheme(setTheme(nextTheme(theme())));
  const leave = async () => {
    await signOut();
    await navigate({ to: "/sign-in" });
  };
  return (
    <div class="rail-foot">
      <Button kind="quiet" size="small" onClick={turn}>
        <Icon name="moon" />
        {`Theme: ${themeNames[theme()]}`}
      </Button>
      <p class="rail-person">
        <span class="strong">{session.data?.name ?? ""}</span>
        <span class="rail-email">{session.data?.email ?? ""}</span>
      </p>
      <Button kind="quiet" size="small" onClick={() => void leave()}>
        Sign out
      </Button>
    </div>
  );
}
