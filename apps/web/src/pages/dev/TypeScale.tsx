import { SectionHead } from "@headwater/ui/components";
import { t } from "./texts.ts";

/** Three families, ten sizes, four weights. */
export function TypeScale() {
  return (
    <section class="dev-type">
      <SectionHead title={t().type} />
      <p class="dev-verdict">{t().verdict}</p>
      <p class="byline">{t().verdictType}</p>
      <p class="dev-title">{t().pageTitle}</p>
      <p class="byline">{t().pageTitleType}</p>
      <p class="dev-section">{t().sectionTitle}</p>
      <p class="byline">{t().sectionType}</p>
      <p class="lede">{t().ledeExample}</p>
      <p class="byline">{t().ledeType}</p>
      <p>
        {t().body} <b class="strong">{t().semibold}</b>, <i>{t().italic}</i>
      </p>
      <p class="byline">{t().bodyType}</p>
      <p class="code">pkg:deb/debian/liblzma5@5.4.5</p>
      <p class="byline">{t().codeType}</p>
    </section>
  );
}
