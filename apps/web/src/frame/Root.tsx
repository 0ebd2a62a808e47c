import { Toasts } from "@headwater/ui/components";
import { Outlet } from "@tanstack/solid-router";
import "./frame.css";

/** What every page has, also those outside the sign-in. */
export function Root() {
  return (
    <>
      <Outlet />
      <Toasts />
    </>
  );
}
