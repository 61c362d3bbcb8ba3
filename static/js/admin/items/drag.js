// Drags an item by its handle, with a mouse, a pen or a finger.

import { say } from "items/announce";
import { changed, list, titleOf } from "items/list";
import { sayPlace } from "items/order";

const EDGE = 70; // pixels at the edges of the window in which it scrolls
const PACE = 12; // pixels that it scrolls per frame

/** Fold all items (or unfold them again) without the dragged one leaving the pointer. */
const foldAll = (item, folded) => {
  const before = item.getBoundingClientRect().top;
  list.classList.toggle("items-dragged-in", folded);
  item.classList.toggle("item-dragged", folded);
  window.scrollBy(0, item.getBoundingClientRect().top - before);
};

const middle = (item) => {
  const box = item.getBoundingClientRect();
  return box.top + box.height / 2;
};

/** Let the others make room: the dragged item itself stays in the page, or it would lose the pointer. */
const follow = (item, y) => {
  while (item.previousElementSibling && y <= middle(item.previousElementSibling)) {
    item.after(item.previousElementSibling);
  }
  while (item.nextElementSibling && y >= middle(item.nextElementSibling)) {
    item.before(item.nextElementSibling);
  }
};

class Drag {
  constructor(item, y) {
    this.item = item;
    this.y = y;
    this.next = item.nextElementSibling;
    this.previous = item.previousElementSibling;
    foldAll(item, true);
    this.frame = requestAnimationFrame(() => this.scroll());
  }

  to(y) {
    this.y = y;
    follow(this.item, y);
  }

  scroll() {
    const bottom = window.innerHeight - (document.querySelector(".bar")?.offsetHeight ?? 0);
    const step = this.y < EDGE ? -PACE : this.y > bottom - EDGE ? PACE : 0;
    if (step) {
      window.scrollBy(0, step);
      follow(this.item, this.y);
    }
    this.frame = requestAnimationFrame(() => this.scroll());
  }

  end() {
    cancelAnimationFrame(this.frame);
    foldAll(this.item, false);
    if (this.previous !== this.item.previousElementSibling) {
      changed();
      sayPlace(this.item);
    }
  }

  cancel() {
    list.insertBefore(this.item, this.next);
    this.end();
    say(`${titleOf(this.item)} stays where it was`);
  }
}

export const watchDrags = () => {
  let drag = null;
  const finish = (how) => {
    const ended = drag;
    drag = null;
    ended?.[how]();
  };
  list.addEventListener("pointerdown", (event) => {
    const handle = event.target.closest(".item-handle");
    if (handle && event.button === 0 && !drag) {
      event.preventDefault();
      handle.setPointerCapture(event.pointerId);
      drag = new Drag(handle.closest(".item"), event.clientY);
    }
  });
  list.addEventListener("pointermove", (event) => drag?.to(event.clientY));
  list.addEventListener("pointerup", () => finish("end"));
  list.addEventListener("pointercancel", () => finish("cancel"));
  document.addEventListener("keydown", (event) => event.key === "Escape" && finish("cancel"));
};
