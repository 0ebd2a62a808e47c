import { Button, Dialog, Drawer, Kbd, Menu, SectionHead, showToast } from "@headwater/ui/components";
import { createSignal, For } from "solid-js";
import { t } from "./texts.ts";

/** What lies over the page or beside it. */
export function OverlaysExample() {
  const [open, setOpen] = createSignal<"dialog" | "drawer" | null>(null);
  const close = () => setOpen(null);
  const did = (what: string) => () => showToast({ said: what });
  return (
    <section>
      <SectionHead title={t().overlays} />
      <div class="dev-row">
        <Button onClick={() => setOpen("dialog")}>{t().openDialog}</Button>
        <Button onClick={() => setOpen("drawer")}>{t().openDrawer}</Button>
        <Menu
          entries={[
            { name: t().copyLink, onChoose: did(t().copyLink), keys: "Mod C" },
            { name: t().editRow, onChoose: did(t().editRow), keys: "E" },
            "rule",
            { name: t().closePeriod, onChoose: did(t().closePeriod), refused: t().onlyFinance },
            { name: t().reverseRow, onChoose: did(t().reverseRow), destructive: true },
          ]}
        >
          {t().actions}
        </Menu>
      </div>
      <Dialog
        open={open() === "dialog"}
        onClose={close}
        title={t().reverseTitle}
        actions={
          <>
            <Button kind="destructive" onClick={close}>
              {t().reverseRow}
            </Button>
            <Button kind="quiet" onClick={close}>
              {t().keep}
            </Button>
          </>
        }
      >
        <p class="note">{t().reverseSentence}</p>
      </Dialog>
      <Drawer open={open() === "drawer"} onClose={close} title={t().whyTitle}>
        <WhyText />
      </Drawer>
    </section>
  );
}

/** The reasons of a figure as they stand in the drawer: figure, sentence, ledger of inputs, links to rows. */
export function WhyExample() {
  return (
    <section>
      <SectionHead title={t().whySection} />
      <div class="dev-why">
        <p class="byline">{t().whyTitle}</p>
        <WhyText />
      </div>
    </section>
  );
}

function WhyText() {
  return (
    <>
      <p class="dev-why-figure">{t().whyFigure}</p>
      <p class="dev-why-sentence">{t().whySentence}</p>
      <dl class="dev-why-inputs">
        <For each={t().whyInputs}>
          {([name, figure]) => (
            <div>
              <dt>{name}</dt>
              <dd>{figure}</dd>
            </div>
          )}
        </For>
      </dl>
      <p class="note">
        <a class="link" href="#why">
          {t().whyRows}
        </a>{" "}
        ·{" "}
        <a class="link" href="#why">
          {t().whyFormula}
        </a>{" "}
        ·{" "}
        <a class="link" href="#why">
          {t().copyLink}
        </a>{" "}
        <Kbd keys="W" />
      </p>
    </>
  );
}
