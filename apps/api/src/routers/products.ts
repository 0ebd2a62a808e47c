import { changeProduct } from "@headwater/operations/products/change";
import { createProduct } from "@headwater/operations/products/create";
import { readInventory } from "@headwater/operations/products/inventory";
import { listProducts } from "@headwater/operations/products/list";
import { listSnapshotChanges } from "@headwater/operations/products/list-changes";
import { listProductProjects } from "@headwater/operations/products/list-projects";
import { readProduct } from "@headwater/operations/products/read";
import { readSnapshotChange } from "@headwater/operations/products/read-change";
import { retireProduct } from "@headwater/operations/products/retire";
import { mutation, query, router } from "../trpc.ts";

export const products = router({
  list: query(listProducts),
  read: query(readProduct),
  create: mutation(createProduct),
  change: mutation(changeProduct),
  retire: mutation(retireProduct),
  inventory: query(readInventory),
  listProjects: query(listProductProjects),
  listChanges: query(listSnapshotChanges),
  readChange: query(readSnapshotChange),
});
