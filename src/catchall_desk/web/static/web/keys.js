// Keys. Nothing happens while somebody writes in a field, or with Ctrl, Alt or Meta held.
"use strict";
(() => {
  let begun = false;
  const rows = () => [...document.querySelectorAll("[data-row]")];
  const here = () => document.querySelector("[data-row].here");
  const writing = (at) => at.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");

  function step(by) {
    const all = rows();
    if (!all.length) return;
    const at = all.indexOf(here());
    const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
    here()?.classList.remove("here");
    next.classList.add("here");
    next.querySelector("[data-open-row]")?.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }

  const does = {
    "/": () => document.getElementById("find")?.focus(),
    "?": () => document.getElementById("help")?.showModal(),
    g: () => { begun = true; },
    j: () => step(1),
    k: () => step(-1),
    Enter: () => here()?.querySelector("[data-open-row]")?.click(),
    x: () => here()?.querySelector("input[type=checkbox]")?.click(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || writing(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "Enter" && event.target.closest("a, button, summary")) return;
    const goes = begun ? document.querySelector(`[data-go="${CSS.escape(event.key)}"]`) : null;
    const judges = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    begun = false;
    const act = goes ? () => goes.click() : judges ? () => judges.click() : does[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  document.documentElement.dataset.keys = "on";
})();
