// Runs before the page is drawn, so that a remembered choice of colours does not flash.
"use strict";
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem("kqlift-theme");
  } catch (e) {
    // Storage may be forbidden; the system's choice holds then.
  }
  if (chosen === "dark" || chosen === "light") {
    document.documentElement.dataset.theme = chosen;
  }
  document.documentElement.classList.add("js");
})();
