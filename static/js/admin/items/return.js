// After "Save and continue" the editor finds the page as it was: the same items open, the same part in sight.

import { isOpen, open } from "items/collapse";
import { kept, list } from "items/list";

const KEY = `policytracker:items:${window.location.pathname}`;
const HASTE = 60_000; // milliseconds after which somebody comes back rather than goes on

// Editors are made by and by, and the page grows with them: a place in it is a part and its height in the window.
const parts = () => [...document.querySelectorAll("#article_form .module, .items-list > .item")];
const heightOf = (part) => part.getBoundingClientRect().top;

const leave = () => {
  const seen = parts().findIndex((part) => part.getBoundingClientRect().bottom > 0);
  const place = { opened: kept().map(isOpen), seen, height: heightOf(parts()[seen]), at: Date.now() };
  sessionStorage.setItem(KEY, JSON.stringify(place));
};

const comeBack = ({ opened, seen, height }) => {
  kept().forEach((item, index) => opened[index] && open(item));
  const part = parts()[seen];
  if (part && !document.querySelector(".errornote, .conflict, .typed-back")) {
    window.scrollBy(0, heightOf(part) - height);
  }
};

export const watchReturn = () => {
  const left = JSON.parse(sessionStorage.getItem(KEY));
  sessionStorage.removeItem(KEY);
  if (left && Date.now() - left.at < HASTE) {
    comeBack(left);
  }
  list.closest("form").addEventListener("submit", leave);
};
