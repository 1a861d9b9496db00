/* A little comfort for those who have scripts on; every page works without. */
"use strict";

/* A click on # copies the address of the place; the link itself still leads there. */
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.permalink");
  if (!link || !navigator.clipboard) return;
  navigator.clipboard.writeText(link.href).then(() => {
    link.textContent = "✓";
    setTimeout(() => { link.textContent = "#"; }, 1200);
  }, () => {});
});

/* The choice between printed and corrected letters holds for all pages of the edition. */
const choices = document.querySelectorAll('input[name="reading"]');
try {
  const chosen = localStorage.getItem("reading");
  for (const one of choices) {
    if (one.id === chosen) one.checked = true;
    one.addEventListener("change", () => localStorage.setItem("reading", one.id));
  }
} catch { /* storage may be forbidden: then each page begins with both */ }
