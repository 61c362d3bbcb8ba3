// The sub-points of a digest: a button that writes the next circled number (① to ⑳), and one that begins again.

import { Extension } from "django-prose-editor/editor";

const FIRST = "①".codePointAt(0);
const LAST = 20;
const CIRCLED = /[①-⑳]/gu;

const circled = (number) => String.fromCodePoint(FIRST + number - 1);

/** Return the number after the last one before the cursor; 1 where there is none, or no higher one. */
const next = ({ state }) => {
  const before = state.doc.textBetween(0, state.selection.from, " ");
  const last = before.match(CIRCLED)?.at(-1);
  return last ? ((last.codePointAt(0) - FIRST + 1) % LAST) + 1 : 1;
};

const write = (editor, number) => editor.chain().focus().insertContent(`${circled(number)} `).run();

const name = (button, text) => {
  button.textContent = text;
  button.title = `circled number ${text}`;
  button.setAttribute("aria-label", button.title);
};

export const CircledNumbers = Extension.create({
  name: "circledNumbers",

  addKeyboardShortcuts() {
    return { "Mod-Alt-o": ({ editor }) => write(editor, next(editor)) };
  },

  addMenuItems({ buttons, menu }) {
    const button = buttons.text(circled(1), `circled number ${circled(1)}`);
    menu.defineItem({
      name: "circled:next",
      groups: "circled",
      priority: 101,
      button,
      command: (editor) => write(editor, next(editor)),
      update: (editor) => name(button, circled(next(editor))),
    });
    menu.defineItem({
      name: "circled:first",
      groups: "circled",
      button: buttons.text(circled(1), `circled number ${circled(1)}`),
      command: (editor) => write(editor, 1),
      hidden: (editor) => next(editor) === 1,
    });
  },
});
