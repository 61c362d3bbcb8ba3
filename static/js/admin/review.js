// The review of an import, in place: buttons change the draft without losing the place on the page, and keys
// do what the buttons beside a piece do. Without this script each button sends the form.

const $ = django.jQuery;
const form = document.getElementById("import-form");
const review = () => document.getElementById("review");
const DEEDS = { s: "split", m: "merge", d: "discard", u: "undo" };
const FIELDS = "input:not([type=hidden]), select, textarea, button, a";

const wake = (select) => {
  select.classList.replace("asleep", "admin-autocomplete");
  $(select).djangoAdminSelect2();
};

const watcher = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) {
        watcher.unobserve(target);
        wake(target.querySelector("select"));
      }
    }
  },
  { rootMargin: "600px" },
);

const start = () => {
  document.querySelector(".import-keys").hidden = false;
  document.querySelectorAll(".import-regions").forEach((box) => watcher.observe(box));
};

/** Where the focus goes once the page is drawn anew: to the piece that was changed, else to the same button. */
const placeOf = (button) => {
  const piece = button.closest?.(".piece")?.id;
  const again = button.value?.split(":")[1];
  return () => {
    const same = [...review().querySelectorAll("button")].find(
      ({ value }) => value === button.value || (again && value.split(":")[1] === again && !piece),
    );
    const target = piece ? document.querySelector(`#${piece} input`) : same;
    target?.focus({ preventScroll: !piece });
  };
};

const scrolls = () => [".import-draft", ".import-warnings ol"].map((one) => document.querySelector(one)?.scrollTop ?? 0);

const draw = (page, focus) => {
  const tops = scrolls();
  const top = window.scrollY;
  watcher.disconnect();
  review().replaceWith(document.adoptNode(page.getElementById("review")));
  start();
  [".import-draft", ".import-warnings ol"].forEach((one, place) => {
    document.querySelector(one)?.scrollTo(0, tops[place]);
  });
  window.scrollTo(0, top);
  focus();
  document.dispatchEvent(new CustomEvent("items:changed"));
};

let busy = false;

const change = async (deed, focus) => {
  if (busy) {
    return;
  }
  busy = true;
  const fields = new FormData(form);
  fields.set("do", deed);
  try {
    const answer = await fetch(form.action, { method: "POST", body: fields });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.getElementById("review")) {
      throw new Error("no review");
    }
    draw(page, focus);
  } catch {
    document.querySelector(".bar-counts").textContent =
      "The draft could not be drawn anew: is the connection down, or the session over? Nothing is lost; try again.";
  } finally {
    busy = false;
  }
};

// Before the form's own listeners: this is no save, after which the buttons sleep.
document.addEventListener(
  "submit",
  (event) => {
    if (event.target === form && event.submitter?.name === "do") {
      event.preventDefault();
      event.stopPropagation();
      change(event.submitter.value, placeOf(event.submitter));
    }
  },
  { capture: true },
);

const move = (piece, step) => {
  const next = step > 0 ? piece.nextElementSibling : piece.previousElementSibling;
  next?.querySelector("input").focus();
};

document.addEventListener("keydown", (event) => {
  const piece = event.target.closest?.(".piece");
  if (!piece || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const deed = DEEDS[event.key.toLowerCase()];
  if (step) {
    event.preventDefault();
    move(piece, step);
  } else if (deed) {
    event.preventDefault();
    change(`${deed}:${piece.id.replace("piece-", "")}`, placeOf(piece.querySelector(FIELDS)));
  }
});

$(start);
