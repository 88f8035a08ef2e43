// What needs a script on any page: dialogs, copying, printing. Reading works without it.
"use strict";
(() => {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-open], [data-copy], [data-print]");
    if (!button) return;
    const { open, copy } = button.dataset;
    if (open) document.getElementById(open)?.showModal();
    else if (copy) copied(button, document.getElementById(copy));
    else window.print();
  });

  async function copied(button, from) {
    const said = button.parentElement.querySelector("[data-copied]");
    try {
      await navigator.clipboard.writeText(from.textContent.trim());
      said.textContent = "copied";
    } catch {
      window.getSelection().selectAllChildren(from);
      said.textContent = "selected: copy it with your keyboard";
    }
  }

  // a node of a network lights its edges
  for (const kind of ["mouseover", "focusin", "mouseout", "focusout"]) {
    document.addEventListener(kind, (event) => {
      const node = event.target.closest?.("[data-node]");
      if (!node) return;
      const lit = kind === "mouseover" || kind === "focusin";
      for (const line of node.ownerSVGElement.querySelectorAll("line")) {
        const its = [line.dataset.from, line.dataset.to].includes(node.dataset.node);
        line.classList.toggle("lit", lit && its);
      }
    });
  }

  document.addEventListener("htmx:configRequest", (event) => {
    const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value;
    if (event.detail.verb !== "get" && token) event.detail.headers["X-CSRFToken"] = token;
  });
})();
