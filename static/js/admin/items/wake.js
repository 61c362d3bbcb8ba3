// Makes the editors and autocompletes of an item when it is opened: see asleep.js.

import { createEditor } from "django-prose-editor/configurable";
import { startAutocompletes } from "items/autocompletes";

const MARKED = "textarea[data-asleep], textarea[data-django-prose-editor-configurable]";
const awake = new WeakSet();

export const wake = (item) => {
  if (awake.has(item)) {
    return;
  }
  awake.add(item);
  for (const textarea of item.querySelectorAll(MARKED)) {
    createEditor(textarea, JSON.parse(textarea.dataset.asleep ?? textarea.dataset.djangoProseEditorConfigurable));
  }
  startAutocompletes(item);
};

/** Wake items when they come near what is in sight. */
export const wakeInSight = (() => {
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) {
          watcher.unobserve(target);
          wake(target);
        }
      }
    },
    { rootMargin: "800px" },
  );
  return (item) => watcher.observe(item);
})();
