// The autocompletes of an item. Earlier steps of the policy are looked for in the item's own regions first.

import { field } from "items/list";

const $ = django.jQuery;

const question = (select, term, page) => ({
  term,
  page,
  app_label: select.dataset.appLabel,
  model_name: select.dataset.modelName,
  field_name: select.dataset.fieldName,
});

const startEarlierSteps = (item, select) => {
  const known = () => ({
    region: [...field(item, "filed_under").selectedOptions].map((option) => option.value),
    item: field(item, "id").value || undefined,
  });
  $(select).select2({
    ajax: {
      traditional: true,
      data: ({ term, page }) => ({ ...question(select, term, page), ...known() }),
    },
  });
};

export const startAutocompletes = (item) => {
  for (const select of item.querySelectorAll("select.asleep, select.admin-autocomplete")) {
    select.classList.replace("asleep", "admin-autocomplete");
    if (select === field(item, "continues")) {
      startEarlierSteps(item, select);
    } else {
      $(select).djangoAdminSelect2();
    }
  }
};
