// The printed numbers of a digest's items: counted from their order, never typed. articles/numbering.py has
// the same rule; tests/numbering.json holds both to it.

/** Return the number of each item of { numbered, restarts_numbering, skip_before }, null for an unnumbered one. */
export const numbers = (items) => {
  let count = 0;
  return items.map((item) => {
    count = (item.restarts_numbering ? 0 : count) + item.skip_before;
    if (!item.numbered) {
      return null;
    }
    count += 1;
    return count;
  });
};

/** "05", as digests print it. */
export const printed = (number) => (number === null ? "" : String(number).padStart(2, "0"));
