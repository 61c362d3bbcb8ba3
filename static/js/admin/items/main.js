// The items of a digest: what each button does.

import * as collapse from "items/collapse";
import { watchCounts } from "items/counts";
import { watchDrags } from "items/drag";
import { add, duplicate } from "items/insert";
import { watchIssuers } from "items/issuers";
import { watchKeys } from "items/keys";
import { renumber, watchLines } from "items/lines";
import { items, list } from "items/list";
import { move } from "items/order";
import { remove, restore } from "items/removal";
import { watchReturn } from "items/return";

const DEEDS = {
  toggle: collapse.toggle,
  up: (item) => move(item, -1),
  down: (item) => move(item, 1),
  duplicate,
  delete: remove,
  restore,
  insert: add,
  "insert-first": () => add(null),
  add: () => add(items().at(-1) ?? null),
  "expand-all": collapse.openAll,
  "collapse-all": collapse.closeAll,
};

if (list) {
  list.closest(".items").addEventListener("click", (event) => {
    const button = event.target.closest("button[data-do]");
    if (button) {
      DEEDS[button.dataset.do](button.closest(".item"));
    }
  });
  watchLines();
  watchKeys();
  watchDrags();
  watchIssuers();
  watchCounts();
  collapse.wakeOpen();
  renumber();
  watchReturn();
  performance.mark("items-ready");
}
