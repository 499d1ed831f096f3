// What every page can do with JavaScript; every page can be read without.
"use strict";
(function () {
  var root = document.documentElement;

  function each(selector, action) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), action);
  }

  // Colours.
  function isDark() {
    return root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function toggleTheme() {
    var theme = isDark() ? "light" : "dark";
    root.dataset.theme = theme;
    try {
      localStorage.setItem("kqlift-theme", theme);
    } catch (e) {
      // The choice holds for this page then.
    }
    showTheme();
  }

  function showTheme() {
    each("[data-theme-toggle]", function (button) {
      button.setAttribute("aria-pressed", String(isDark()));
    });
  }

  each("[data-theme-toggle]", function (button) {
    button.hidden = false;
    button.addEventListener("click", toggleTheme);
  });
  showTheme();
  each("[data-tools], [data-keys], [data-copy-code]", function (element) {
    element.hidden = false;
  });

  // Copying and saving.
  function fallbackCopy(text) {
    var area = document.createElement("textarea");
    area.value = text;
    area.className = "vh";
    document.body.appendChild(area);
    area.select();
    var done = document.execCommand("copy");
    area.remove();
    return done;
  }

  function copy(text, button) {
    function say(done) {
      var label = button.dataset.label || button.textContent;
      button.dataset.label = label;
      button.textContent = done ? "Copied" : "Not copied";
      setTimeout(function () {
        button.textContent = label;
      }, 1500);
    }
    if (navigator.clipboard && navigator.clipboard.writeText) {
      navigator.clipboard.writeText(text).then(
        function () {
          say(true);
        },
        function () {
          say(fallbackCopy(text));
        }
      );
    } else {
      say(fallbackCopy(text));
    }
  }

  function emitted(button) {
    return button.closest(".emitted").querySelector("pre").textContent;
  }

  each("[data-copy]", function (button) {
    button.addEventListener("click", function () {
      copy(emitted(button), button);
    });
  });

  each("[data-copy-code]", function (button) {
    button.addEventListener("click", function () {
      var lines = [];
      Array.prototype.forEach.call(button.closest("section").querySelectorAll(".line > code"), function (code) {
        lines.push(code.textContent);
      });
      copy(lines.join("\n"), button);
    });
  });

  each("[data-download]", function (button) {
    button.addEventListener("click", function () {
      var address = URL.createObjectURL(new Blob([emitted(button)], { type: "text/plain;charset=utf-8" }));
      var link = document.createElement("a");
      link.href = address;
      link.download = button.dataset.download;
      link.click();
      setTimeout(function () {
        URL.revokeObjectURL(address);
      }, 1000);
    });
  });

  // A link to something behind a fold opens the fold.
  function unfold() {
    var target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    for (var fold = target; fold; fold = fold.parentElement) {
      if (fold.tagName === "DETAILS") {
        fold.open = true;
      }
    }
  }
  addEventListener("hashchange", unfold);
  unfold();

  // Keys.
  function rows() {
    return Array.prototype.filter.call(document.querySelectorAll("main table.list a.main"), function (link) {
      return link.offsetParent !== null;
    });
  }

  function step(by) {
    var links = rows();
    var at = links.indexOf(document.activeElement);
    var next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by];
    if (next) {
      next.focus();
      next.scrollIntoView({ block: "nearest" });
    }
  }

  function isTyping(element) {
    return element && (/^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName) || element.isContentEditable);
  }

  addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    var active = document.activeElement;
    if (event.key === "Escape" && active && active !== document.body) {
      if (active.type === "search" && active.value) {
        return;
      }
      active.blur();
      return;
    }
    if (isTyping(active)) {
      return;
    }
    if (event.key === "/") {
      var search = document.querySelector("input[type=search]");
      event.preventDefault();
      if (search) {
        search.focus();
        search.select();
      } else {
        location.href = document.querySelector("[data-search-link]").href;
      }
    } else if (event.key === "j") {
      step(1);
    } else if (event.key === "k") {
      step(-1);
    } else if (event.key === "t") {
      toggleTheme();
    }
  });
})();
