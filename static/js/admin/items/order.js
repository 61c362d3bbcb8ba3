// Moves an item by one place.

import { say } from "items/announce";
import { changed, placeOf, titleOf } from "items/list";

export const sayPlace = (item) => say(`${titleOf(item)} moved to ${placeOf(item)}`);

/** Move an item up (-1) or down (1). */
export const move = (item, step) => {
  const neighbour = step < 0 ? item.previousElementSibling : item.nextElementSibling;
  if (!neighbour) {
    say(`${titleOf(item)} is the ${step < 0 ? "first" : "last"} already`);
    return;
  }
  // The neighbour is what moves: an element that is taken out of the page loses the focus.
  if (step < 0) {
    item.after(neighbour);
  } else {
    item.before(neighbour);
  }
  changed();
  item.querySelector(".item-head").scrollIntoView({ block: "nearest" });
  sayPlace(item);
};
