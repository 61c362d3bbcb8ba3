// Editors and autocompletes of items are made when an item is first opened (wake.js): sixty items at once
// would keep the page busy for seconds. This script runs before those that make them, and hides them.
"use strict";
for (const textarea of document.querySelectorAll(".items-list [data-django-prose-editor-configurable]")) {
  textarea.dataset.asleep = textarea.dataset.djangoProseEditorConfigurable;
  textarea.removeAttribute("data-django-prose-editor-configurable");
}
for (const select of document.querySelectorAll(".items-list .admin-autocomplete")) {
  select.classList.replace("admin-autocomplete", "asleep");
}
