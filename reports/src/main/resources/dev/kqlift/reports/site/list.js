// The list of rules on the first page: search, filters, order, pages. Its data come in scripts that call kqlift.add, because a
// page opened from a folder may load scripts and nothing else.
"use strict";
var kqlift = (function () {
  var SLUG = 0, TITLE = 1, PLACE = 2, ID = 3, KIND = 4, SEVERITY = 5, TACTICS = 6, TECHNIQUES = 7, TABLES = 8, FIDELITY = 9,
    ERRORS = 10, WARNINGS = 11, NOTES = 12;
  var PAGE = 50;
  var pieces = {};
  var waiting = {};

  /** Called by the data scripts. */
  function add(name, value) {
    pieces[name] = value;
    (waiting[name] || []).forEach(function (done) {
      done(value);
    });
    delete waiting[name];
  }

  function load(name) {
    if (Object.prototype.hasOwnProperty.call(pieces, name)) {
      return Promise.resolve(pieces[name]);
    }
    return new Promise(function (done, failed) {
      if (waiting[name]) {
        waiting[name].push(done);
        return;
      }
      waiting[name] = [done];
      var script = document.createElement("script");
      script.src = "search/" + name + ".js";
      script.onerror = failed;
      document.head.appendChild(script);
    });
  }

  var start;
  var rules = [];
  var state = { q: "", sort: "", down: false, page: 0, filters: {} };
  var form = document.querySelector("[data-find]");
  var list = document.querySelector("[data-list]");
  var found = document.getElementById("found");
  var jump = document.querySelector("[data-jump]");
  var search = form.querySelector("input[type=search]");
  var turn = 0;

  function element(tag, attributes, children) {
    var made = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) {
      made.setAttribute(name, attributes[name]);
    });
    (children || []).forEach(function (child) {
      made.append(child);
    });
    return made;
  }

  // Filters.
  function filters() {
    var made = [
      { key: "severity", label: "Severity", options: start.severities, holds: function (r, n) { return r[SEVERITY] === n; } },
      { key: "kind", label: "Kind", options: start.kinds, holds: function (r, n) { return r[KIND] === n; } },
      { key: "tactic", label: "Tactic", options: start.tactics, holds: function (r, n) { return r[TACTICS].includes(n); } },
      { key: "table", label: "Table", options: start.tables, holds: function (r, n) { return r[TABLES].includes(n); } },
      {
        key: "findings", label: "Findings", options: ["error", "warning", "note", "none"],
        holds: function (r, n) {
          return n < 3 ? r[ERRORS + n] > 0 : r[ERRORS] + r[WARNINGS] + r[NOTES] === 0;
        }
      }
    ];
    start.targets.forEach(function (target, i) {
      made.push({
        key: target, label: target, options: start.fidelities,
        holds: function (r, n) { return r[FIDELITY][i] === n; }
      });
    });
    return made.filter(function (filter) {
      return filter.options.length > 0;
    });
  }

  var allFilters = [];

  function showFilters() {
    var box = form.querySelector("[data-filters]");
    allFilters.forEach(function (filter) {
      var select = element("select", { name: filter.key });
      select.append(element("option", { value: "" }, ["any"]));
      filter.options.forEach(function (option) {
        select.append(element("option", { value: option }, [option]));
      });
      select.value = state.filters[filter.key] || "";
      select.addEventListener("change", function () {
        state.filters[filter.key] = select.value;
        state.page = 0;
        changed();
      });
      box.append(element("label", {}, [element("span", {}, [filter.label]), select]));
    });
    var reset = element("button", { type: "button", class: "small", "data-reset": "" }, ["Clear"]);
    reset.addEventListener("click", function () {
      state.filters = {};
      state.q = "";
      state.page = 0;
      search.value = "";
      Array.prototype.forEach.call(form.querySelectorAll("select"), function (select) {
        select.value = "";
      });
      changed();
    });
    box.append(reset);
  }

  // The address holds the state, so that a view can be linked to.
  function read() {
    var given = new URLSearchParams(location.hash.slice(1));
    state.q = given.get("q") || "";
    state.sort = given.get("sort") || "";
    state.down = given.get("down") === "1";
    state.filters = {};
    allFilters.forEach(function (filter) {
      if (filter.options.includes(given.get(filter.key))) {
        state.filters[filter.key] = given.get(filter.key);
      }
    });
    search.value = state.q;
  }

  function write() {
    var given = new URLSearchParams();
    if (state.q) {
      given.set("q", state.q);
    }
    allFilters.forEach(function (filter) {
      if (state.filters[filter.key]) {
        given.set(filter.key, state.filters[filter.key]);
      }
    });
    if (state.sort) {
      given.set("sort", state.sort);
      if (state.down) {
        given.set("down", "1");
      }
    }
    var text = given.toString();
    try {
      history.replaceState(null, "", text ? "#" + text : location.pathname + location.search);
    } catch (e) {
      // A browser may forbid it for files; the list works without.
    }
  }

  // Search. Words are cut as WordIndex.java cuts them.
  function words(text) {
    return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) || []).map(function (word) {
      return word.slice(0, 40);
    });
  }

  function plain(c) {
    return c && /[a-z0-9]/.test(c) ? c : "_";
  }

  function byWord(word) {
    var key = plain(word[0]) + plain(word[1]);
    if (!start.words.includes(key)) {
      return Promise.resolve(new Set());
    }
    return load("words-" + key).then(function (index) {
      var hits = new Set();
      Object.keys(index).forEach(function (known) {
        if (word.length > 1 ? known.startsWith(word) : known === word) {
          index[known].forEach(function (rule) {
            hits.add(rule);
          });
        }
      });
      return hits;
    });
  }

  /** The rules that one part of the search finds: in what the list knows, or by all its words in fields and values. */
  function byPart(part) {
    var lower = part.toLowerCase();
    var cut = words(part);
    return Promise.all(cut.map(byWord)).then(function (sets) {
      var hits = new Set();
      rules.forEach(function (rule, i) {
        var inWords = sets.length > 0 && sets.every(function (set) {
          return set.has(i);
        });
        if (inWords || rule.text.includes(lower)) {
          hits.add(i);
        }
      });
      return hits;
    });
  }

  function select() {
    var parts = state.q.trim().split(/\s+/).filter(Boolean);
    return Promise.all(parts.map(byPart)).then(function (sets) {
      var chosen = [];
      var active = allFilters.filter(function (filter) {
        return state.filters[filter.key];
      });
      rules.forEach(function (rule, i) {
        var holds = sets.every(function (set) {
          return set.has(i);
        }) && active.every(function (filter) {
          return filter.holds(rule, filter.options.indexOf(state.filters[filter.key]));
        });
        if (holds) {
          chosen.push(i);
        }
      });
      return sorted(chosen);
    });
  }

  function rank(rule, column) {
    switch (column) {
      case "severity":
        return rule[SEVERITY] < 0 ? 99 : rule[SEVERITY];
      case "kind":
        return rule[KIND];
      case "techniques":
        return rule[TECHNIQUES][0] || "~";
      case "tables":
        return rule[TABLES].length ? start.tables[rule[TABLES][0]].toLowerCase() : "~";
      case "findings":
        return -(rule[ERRORS] * 1e6 + rule[WARNINGS] * 1e3 + rule[NOTES]);
      default:
        return rule[TITLE].toLowerCase();
    }
  }

  function sorted(chosen) {
    if (!state.sort) {
      return chosen;
    }
    var keys = chosen.map(function (i) {
      return [rank(rules[i], state.sort), i];
    });
    keys.sort(function (a, b) {
      var order = a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1];
      return state.down ? -order : order;
    });
    return keys.map(function (key) {
      return key[1];
    });
  }

  // Drawing.
  var COLUMNS = [["rule", "Rule"], ["severity", "Severity"], ["kind", "Kind"], ["techniques", "Techniques"], ["tables", "Tables"],
    ["findings", "Findings"]];

  function head() {
    return COLUMNS.map(function (column) {
      var button = element("button", { type: "button", class: "sort" }, [column[1]]);
      var cell = element("th", { scope: "col" }, [button]);
      if (state.sort === column[0]) {
        cell.setAttribute("aria-sort", state.down ? "descending" : "ascending");
      }
      button.addEventListener("click", function () {
        state.down = state.sort === column[0] ? !state.down : false;
        state.sort = column[0];
        state.page = 0;
        changed().then(function () {
          var again = list.querySelectorAll("button.sort")[COLUMNS.indexOf(column)];
          if (again) {
            again.focus();
          }
        });
      });
      return cell;
    });
  }

  function some(names) {
    var shown = names.slice(0, 6);
    if (names.length > 6) {
      shown.push("+" + (names.length - 6));
    }
    return shown.join(" ");
  }

  function severityLook(word) {
    var lower = word.toLowerCase();
    return ["high", "medium", "low", "informational"].includes(lower) ? "sev-" + lower : "sev-other";
  }

  function row(rule) {
    var severity = rule[SEVERITY] < 0 ? [] : [element("span", {
      class: "badge " + severityLook(start.severities[rule[SEVERITY]])
    }, [start.severities[rule[SEVERITY]]])];
    var counts = [];
    [["✕", "is-error", ERRORS], ["▲", "is-warning", WARNINGS], ["●", "is-note", NOTES]].forEach(function (kind) {
      if (rule[kind[2]] > 0) {
        counts.push(element("span", { class: kind[1] }, [kind[0] + " " + rule[kind[2]]]), " ");
      }
    });
    return element("tr", {}, [
      element("td", {}, [
        element("a", { class: "main", href: "rules/" + rule[SLUG] + ".html" }, [rule[TITLE]]),
        element("span", { class: "sub" }, [rule[PLACE]])
      ]),
      element("td", {}, severity),
      element("td", {}, [start.kinds[rule[KIND]]]),
      element("td", { class: "ids" }, [some(rule[TECHNIQUES])]),
      element("td", { class: "ids" }, [some(rule[TABLES].map(function (n) { return start.tables[n]; }))]),
      element("td", { class: "counts" }, counts)
    ]);
  }

  function pager(count) {
    var last = Math.max(0, Math.ceil(count / PAGE) - 1);
    function go(label, page, allowed) {
      var button = element("button", { type: "button", class: "small" }, [label]);
      button.disabled = !allowed;
      button.addEventListener("click", function () {
        state.page = page;
        changed().then(function () {
          document.getElementById("find").scrollIntoView();
        });
      });
      return button;
    }
    var first = state.page * PAGE;
    var text = (first + 1).toLocaleString("en") + "–" + Math.min(count, first + PAGE).toLocaleString("en") + " of "
      + count.toLocaleString("en");
    return element("nav", { class: "pager", "aria-label": "Pages" }, [
      go("← Previous", state.page - 1, state.page > 0), element("span", {}, [text]),
      go("Next →", state.page + 1, state.page < last)
    ]);
  }

  function draw(chosen) {
    var number = chosen.length.toLocaleString("en");
    found.textContent = number + (chosen.length === 1 ? " rule" : " rules")
      + (chosen.length < rules.length ? " of " + rules.length.toLocaleString("en") : "");
    list.replaceChildren();
    if (chosen.length === 0) {
      list.append(element("p", { class: "empty" }, ["No rule fits. Take away a filter or a word."]));
      return;
    }
    var body = element("tbody", {}, chosen.slice(state.page * PAGE, (state.page + 1) * PAGE).map(function (i) {
      return row(rules[i]);
    }));
    list.append(element("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Rules" }, [
      element("table", { class: "list" }, [element("thead", {}, [element("tr", {}, head())]), body])
    ]));
    if (chosen.length > PAGE) {
      list.append(pager(chosen.length));
    }
  }

  /** Pages of fields, tables and techniques whose names hold the search. */
  function drawJump(own) {
    var lower = state.q.trim().toLowerCase();
    if (lower.length < 2) {
      jump.hidden = true;
      return;
    }
    load("names").then(function (names) {
      if (own !== turn) {
        return;
      }
      var hits = names.filter(function (name) {
        return name[1].toLowerCase().includes(lower);
      });
      hits.sort(function (a, b) {
        var exact = (b[1].toLowerCase() === lower) - (a[1].toLowerCase() === lower);
        return exact || b[3] - a[3];
      });
      jump.replaceChildren();
      hits.slice(0, 8).forEach(function (hit) {
        jump.append(element("a", { href: hit[2] }, [
          element("span", { class: "quiet" }, [hit[0] + " "]), hit[1], element("span", { class: "n" }, [String(hit[3])])
        ]));
      });
      jump.hidden = hits.length === 0;
    });
  }

  function changed() {
    var own = ++turn;
    write();
    drawJump(own);
    return select().then(function (chosen) {
      // A slower answer to an earlier question must not replace that to a later one.
      if (own === turn) {
        state.page = Math.min(state.page, Math.max(0, Math.ceil(chosen.length / PAGE) - 1));
        draw(chosen);
      }
    });
  }

  function begin(value) {
    start = value;
    allFilters = filters();
    read();
    showFilters();
    form.hidden = false;
    var loads = [];
    for (var i = 0; i * start.piece < start.rules; i++) {
      loads.push(load("rules-" + i));
    }
    return Promise.all(loads).then(function (loaded) {
      loaded.forEach(function (piece) {
        piece.forEach(function (rule) {
          rule.text = [rule[TITLE], rule[ID], rule[PLACE], rule[TECHNIQUES].join(" "), rule[TABLES].map(function (n) {
            return start.tables[n];
          }).join(" ")].join("\n").toLowerCase();
          rules.push(rule);
        });
      });
      return changed();
    });
  }

  var timer;
  search.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(function () {
      state.q = search.value;
      state.page = 0;
      changed();
    }, 120);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  var wanted = location.hash === "#find";
  setTimeout(function () {
    load("start").then(begin).then(function () {
      document.documentElement.dataset.ready = "true";
      if (wanted) {
        search.focus();
      }
    });
  }, 0);
  return { add: add };
})();
