// The fields of a form as it would be sent, and forms made of such fields.

const CSRF = "csrfmiddlewaretoken";
const MARKS = new Set([CSRF, "save_token", "submission_key"]);

export const fieldsOf = (form) =>
  [...new FormData(form)].filter(([name, value]) => name !== CSRF && typeof value === "string");

/** What tells one state of a form from another: what was typed, without the marks of this very page. */
export const stateOf = (fields) => JSON.stringify(fields.filter(([name]) => !MARKS.has(name)));

const hidden = (name, value) => {
  const input = document.createElement("textarea"); // keeps line ends, as an input would not
  input.name = name;
  input.value = value;
  return input;
};

/** Send fields in place of those of the form, to get a page that holds them. */
export const sendInstead = (form, fields, flag) => {
  const other = document.createElement("form");
  other.method = "post";
  other.hidden = true;
  const csrf = form.querySelector(`[name=${CSRF}]`).value;
  for (const [name, value] of [...fields, [CSRF, csrf], [flag, "1"]]) {
    other.append(hidden(name, value));
  }
  document.body.append(other);
  other.submit();
};
