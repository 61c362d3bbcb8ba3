// Dates as exactly as they are known: "8 April 2020", "April 2020", "second quarter of 2020", "2020".

const QUARTERS = ["first", "second", "third", "fourth"];
const MONTH = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" });

/** Spell an ISO date by its precision: day, month, quarter or year. */
export const spelled = (iso, precision) => {
  const [year, month, day] = iso.split("-");
  if (!day) {
    return "";
  }
  const name = MONTH.format(new Date(Date.UTC(2000, month - 1, 1)));
  const spellings = {
    year,
    quarter: `${QUARTERS[Math.floor((month - 1) / 3)]} quarter of ${year}`,
    month: `${name} ${year}`,
  };
  return spellings[precision] ?? `${Number(day)} ${name} ${year}`;
};
