// After y, n or h the reason has the focus, so that a decision needs the keyboard alone.
"use strict";
document.addEventListener("change", (event) => {
  if (event.target.name === "says") document.getElementById("why")?.focus();
});
