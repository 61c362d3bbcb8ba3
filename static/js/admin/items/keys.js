// The keys of an item's line: Alt with an arrow moves the item, an arrow alone leads to the next line.

import { items, list } from "items/list";
import { move } from "items/order";

const STEPS = { ArrowUp: -1, ArrowDown: 1 };

const focusLine = (index) => {
  const all = items();
  all.at(Math.min(Math.max(index, 0), all.length - 1)).querySelector(".item-toggle").focus();
};

const press = (event, item) => {
  const step = STEPS[event.key];
  const index = items().indexOf(item);
  if (event.altKey && step) {
    move(item, step);
  } else if (step) {
    focusLine(index + step);
  } else if (event.key === "Home" || event.key === "End") {
    focusLine(event.key === "Home" ? 0 : Number.MAX_SAFE_INTEGER);
  } else {
    return;
  }
  event.preventDefault();
};

export const watchKeys = () => {
  list.addEventListener("keydown", (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (isPlain && event.target.closest(".item-head")) {
      press(event, event.target.closest(".item"));
    }
  });
};
