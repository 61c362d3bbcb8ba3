// Nothing that an editor types gets lost: a copy in the browser, offered back after a crash, an expired
// session or a failed save; a question before the page is left; and one save for a double click.

import { fieldsOf, sendInstead, stateOf } from "typed/fields";
import { drop, keyOf, prune, read, write } from "typed/store";

const PAUSE = 800; // milliseconds without a change before a copy is made
const TIME = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

const place = document.getElementById("typed");
const form = place?.closest("form");

class Copies {
  constructor() {
    this.key = keyOf(place.dataset.user, window.location.pathname);
    this.offered = `${this.key}#offered`;
    this.saved = "unsaved" in place.dataset ? "" : stateOf(fieldsOf(form));
    this.sending = false;
    this.waiting = 0;
  }

  get dirty() {
    return stateOf(fieldsOf(form)) !== this.saved;
  }

  later() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.keep(), PAUSE);
  }

  keep() {
    clearTimeout(this.waiting);
    if (!this.dirty) {
      drop(this.key);
    } else if (!write(this.key, fieldsOf(form))) {
      place.querySelector(".typed-full").hidden = false;
    }
  }

  /** Put a copy that an earlier visit left aside, so that what is typed now does not overwrite it. */
  putAside() {
    const copy = read(this.key);
    if (copy && !("unsaved" in place.dataset)) {
      drop(this.key);
      if (stateOf(copy.fields) !== this.saved) {
        localStorage.setItem(this.offered, JSON.stringify(copy));
      }
    }
  }

  offer() {
    const copy = "unsaved" in place.dataset ? null : read(this.offered);
    const box = place.querySelector(".typed-offer");
    box.hidden = !copy;
    if (copy) {
      const time = box.querySelector("time");
      time.dateTime = new Date(copy.at).toISOString();
      time.textContent = TIME.format(copy.at);
    }
  }

  bringBack() {
    const { fields } = read(this.offered);
    write(this.key, fields);
    drop(this.offered);
    this.sending = true;
    sendInstead(form, fields, "_restore");
  }

  discard() {
    drop(this.offered);
    this.offer();
    form.querySelector("input:not([type=hidden]), select, textarea").focus();
  }

  /** One save for a double click: the buttons sleep once the form is on its way. */
  send(event) {
    if (this.sending) {
      event.preventDefault();
      return;
    }
    this.keep();
    this.sending = true;
    sessionStorage.setItem("policytracker:sent", this.key);
    setTimeout(() => this.disable(true)); // not before the form was read: it names the button
  }

  disable(disabled) {
    form.querySelectorAll("[type=submit]").forEach((button) => {
      button.disabled = disabled;
    });
  }

  awake() {
    this.sending = false;
    this.disable(false);
  }

  leave(event) {
    if (!this.sending) {
      this.keep();
      if (this.dirty) {
        event.preventDefault();
      }
    }
  }
}

const start = () => {
  const copies = new Copies();
  prune();
  copies.putAside();
  copies.offer();
  const later = () => copies.later();
  // jQuery, because select2 and the calendars tell of a choice through nothing else.
  django.jQuery(form).on("input change", later);
  for (const event of ["items:changed", "formset:added", "formset:removed"]) {
    document.addEventListener(event, later);
  }
  place.querySelector("[data-typed=restore]").addEventListener("click", () => copies.bringBack());
  place.querySelector("[data-typed=discard]").addEventListener("click", () => copies.discard());
  form.addEventListener("submit", (event) => copies.send(event));
  window.addEventListener("pageshow", (event) => event.persisted && copies.awake());
  window.addEventListener("beforeunload", (event) => copies.leave(event));
  document.documentElement.dataset.typed = "watched";
};

if (form) {
  if (document.readyState === "complete") {
    start();
  } else {
    window.addEventListener("load", start);
  }
}
