// The order of chosen rows counts (the first region is the one that an item is filed under): a form sends
// them in the order of the options, so the one just chosen goes to the end.
"use strict";
{
  const $ = django.jQuery;

  // Known topics are proposed before what was typed as a new one: told before autocompletes are made, which is
  // when the page is read, and after their script, which stands before or behind this one.
  const proposeKnownFirst = () => $.fn.select2?.defaults.set("insertTag", (known, typed) => known.push(typed));
  proposeKnownFirst();
  $(proposeKnownFirst);
  $(document).on("select2:select", "select.admin-autocomplete[multiple]", (event) => {
    const value = String(event.params.data.id);
    const option = [...event.target.options].find((candidate) => candidate.value === value);
    if (option && option !== event.target.lastElementChild) {
      event.target.append(option);
      $(event.target).trigger("change");
    }
  });
}
