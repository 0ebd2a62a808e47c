import { AfterAWhile, Skeleton } from "@headwater/ui/components";

/** As high as what comes, so that nothing moves when it is there. */
export function Waiting() {
  return (
    <div class="fund-wait">
      <AfterAWhile>
        <Skeleton as="sentence" />
        <Skeleton as="sentence" />
      </AfterAWhile>
    </div>
  );
}
