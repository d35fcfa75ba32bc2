// Asks the index that publishing/search/ writes. What comes from the index is shown as text, never as HTML.
(() => {
"use strict";
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = Uint8Array.from({length: 128}, (_, code) => DIGITS.indexOf(String.fromCharCode(code)));
const DROPPED = /[《》〈〉“”‘’「」『』"'\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]/gu;
const RUN = /[a-z0-9]+|(?:(?![a-z0-9])[\p{L}\p{N}])+/gu;
// What people say around the matter: left out where nothing holds every word.
const FILLING = /请问|我想要?|我要|怎么样?|如何|怎样|哪里|在哪儿?|需要|什么|多少|可以|能不能|申请|办理|[办吗呢的了]/g;
const LONGEST = 3, LONGEST_WORD = 32, LONGEST_QUERY = 60, MOST_TERMS = 6, MOST_KEYS = 8, MOST_READINGS = 8, MOST_NEAR = 30, PAGE = 10;
const FACETS = ["group", "theme", "item", "place"];
// Body, title, names: the order in which a key lists its documents.
const WEIGHTS = [1, 8, 4], TITLE = 1;

// Radical → the ideograph that is meant; each stands before it.
const meanings = (pairs) => new Map(parts(Array.from(pairs), 2).filter((_, i) => i % 2 === 0));
// The words and runs of a query; terms.py does the same to texts.
const runs = (text, meant) => Array.from(text.replace(DROPPED, "")).slice(0, LONGEST_QUERY).map((each) => meant.get(each) || each).join("")
  .normalize("NFKC").toLowerCase().match(RUN) || [];
const latin = (run) => /^[a-z0-9]/.test(run);

const parts = (units, size) => {
  const all = [];
  for (let i = 0; i + size <= units.length; i++) all.push(units.slice(i, i + size));
  return all;
};
// Of a long term some keys, evenly spread, are enough.
const few = (keys) => keys.length <= MOST_KEYS ? keys :
  Array.from({length: MOST_KEYS}, (_, i) => keys[Math.round(i * (keys.length - 1) / (MOST_KEYS - 1))]);

// All ways to read letters as syllables; where there is none, the longest beginning.
const readings = (word, syllables) => {
  const whole = [];
  let longest = [];
  const read = (rest, done) => {
    if (whole.length >= MOST_READINGS) return;
    if (!rest) { whole.push(done); return; }
    let further = false;
    for (let size = Math.min(6, rest.length); size; size--) {
      if (syllables.has(rest.slice(0, size))) { further = true; read(rest.slice(size), [...done, rest.slice(0, size)]); }
    }
    if (!further && done.length > longest.length) longest = done;
  };
  read(word, []);
  return whole.length ? whole : longest.length > 1 ? [longest] : [];
};

// A term as alternatives, each a list of keys that a document must hold together.
const alternatives = (term, syllables) => {
  if (!latin(term)) {
    const letters = Array.from(term);
    return [few(parts(letters, Math.min(LONGEST, letters.length)).map((part) => part.join("")))];
  }
  const found = [[term.slice(0, LONGEST_WORD)]];
  if (/^[a-z]{2,}$/.test(term)) {
    for (const read of readings(term, syllables)) {
      found.push(few(parts(read, Math.min(LONGEST, read.length)).map((part) => "~" + part.join(" "))));
    }
    if (!/[iuv]/.test(term)) found.push(few(parts(term, Math.min(LONGEST, term.length)).map((part) => "^" + part)));
  }
  return found;
};

// The documents of a posting, in order; postings.py writes them.
const listed = (posting, size) => {
  const found = [];
  if (posting[0] === ".") {
    for (let i = 1, d = 0; i < posting.length; i++) {
      const bits = VALUES[posting.charCodeAt(i)];
      for (let bit = 32; bit; bit >>= 1, d++) if (bits & bit && d < size) found.push(d);
    }
    return found;
  }
  for (let i = 0, d = -1; i < posting.length;) {
    let gap = 0, scale = 1, digit = 32;
    while (digit >= 32 && i < posting.length) { digit = VALUES[posting.charCodeAt(i++)]; gap += (digit & 31) * scale; scale *= 32; }
    d += gap + 1;
    if (d < size) found.push(d);
  }
  return found;
};
// The same as one byte a document.
const decoded = (posting, size) => {
  const held = new Uint8Array(size);
  for (const d of listed(posting, size)) held[d] = 1;
  return held;
};

// An index; `load` gives what one of its files holds.
const open = async (load) => {
  const files = new Map(), keys = new Map();
  const file = (name) => {
    if (!files.has(name)) files.set(name, load(name));
    return files.get(name);
  };
  const head = await file("head.json");
  const size = head.documents, national = head.national, syllables = new Set(head.syllables), meant = meanings(head.radicals);
  const specimens = decoded(head.specimens, size);
  // Facet → its values, and the numbers of those that each document has; made at the first search.
  let known = null;
  const facetsOf = () => known = known || Object.fromEntries(FACETS.map((name) => {
    const of = Array.from({length: size}, () => []);
    const values = head.facets[name].map(([id, said, posting], number) => {
      for (const d of listed(posting, size)) of[d].push(number);
      return {id, name: said};
    });
    return [name, {values, of}];
  }));

  const shard = (key) => {
    let number = 0;
    for (const character of key) number = (number * 31 + character.codePointAt(0)) % 65521;
    return `k/${number % head.shards}.json`;
  };
  const fetched = (wanted) => Promise.all(wanted.filter((key) => !keys.has(key)).map(async (key) => {
    const content = await file(shard(key));
    const own = Object.prototype.hasOwnProperty.call(content, key) ? content[key].split("|") : [];
    keys.set(key, WEIGHTS.map((_, kind) => own[kind] ? decoded(own[kind], size) : null));
  }));

  // How well each document answers one term; nothing where it does not hold it.
  const scored = (term, ways) => {
    const scores = new Float64Array(size);
    for (const way of ways) WEIGHTS.forEach((weight, kind) => {
      const held = way.map((key) => keys.get(key)[kind]);
      if (!held.length || held.includes(null)) return;
      const length = way[0][0] === "~" ? way.length + Math.min(LONGEST, way[0].split(" ").length) - 1 : Array.from(term).length;
      for (let d = 0; d < size; d++) {
        if (!held.every((each) => each[d])) continue;
        const share = kind === TITLE ? Math.min(1, length / Math.max(1, DIGITS.indexOf(head.lengths[d]))) : 0;
        scores[d] = Math.max(scores[d], weight * (1 + share));
      }
    });
    return scores;
  };

  const every = async (terms) => {
    const ways = terms.map((term) => alternatives(term, syllables));
    await fetched(ways.flat(2));
    const each = terms.map((term, i) => scored(term, ways[i]));
    const scores = new Float64Array(size);
    for (let d = 0; d < size; d++) if (each.every((of) => of[d])) scores[d] = each.reduce((sum, of) => sum + of[d], 0);
    return {scores, each};
  };

  // Nothing holds every word: what holds two pairs of characters in five, the rare ones counting more, and comes near the best.
  const near = async (query) => {
    const wanted = runs(query.replace(FILLING, " "), meant).flatMap((run) => {
      const letters = Array.from(run);
      return latin(run) ? [run.slice(0, LONGEST_WORD)] : parts(letters, Math.min(2, letters.length)).map((part) => part.join(""));
    });
    const pairs = few([...new Set(wanted)]), scores = new Float64Array(size), counts = new Uint8Array(size);
    await fetched(pairs);
    for (const pair of pairs) {
      const kinds = keys.get(pair);
      const best = (d) => kinds.reduce((most, held, kind) => held && held[d] ? Math.max(most, WEIGHTS[kind]) : most, 0);
      let held = 0;
      for (let d = 0; d < size; d++) if (best(d)) held++;
      for (let d = 0; d < size; d++) if (best(d)) { counts[d]++; scores[d] += Math.log(1 + size / held) * (1 + best(d) / 8); }
    }
    // those that are found at once and specimens each by themselves: a specimen must not push out what may be relied on
    const kept = new Set();
    for (const specimen of [0, 1]) {
      const ranked = Array.from(scores.keys()).filter((d) => specimens[d] === specimen && counts[d] && 5 * counts[d] >= 2 * pairs.length)
        .sort((a, b) => scores[b] - scores[a]);
      for (const d of ranked.slice(0, MOST_NEAR)) if (2 * scores[d] >= scores[ranked[0]]) kept.add(d);
    }
    return scores.map((score, d) => kept.has(d) ? score : 0);
  };

  // 吉首失业登记 is a place and a matter; where no page holds it in one piece, the longest name of a place is taken off.
  const apart = (term) => {
    const letters = Array.from(term);
    if (latin(term)) return [term];
    for (let size = letters.length - 2; size > 1; size--) {
      for (const [place, rest] of [[letters.slice(0, size), letters.slice(size)], [letters.slice(-size), letters.slice(0, -size)]]) {
        if (head.facets.place.some(([, name]) => name.includes(place.join("")))) return [place.join(""), rest.join("")];
      }
    }
    return [term];
  };

  // chosen: the facets and all, each an id or empty; all: with specimens.
  const find = async (query, chosen) => {
    let terms = [...new Set(runs(query, meant))].slice(0, MOST_TERMS);
    // the facets are made while the keys are on their way
    const answers = terms.length ? every(terms) : null, facets = facetsOf(), wanted = {};
    for (const name of FACETS) if (chosen[name]) wanted[name] = facets[name].values.findIndex(({id}) => id === chosen[name]);
    const narrowed = Object.keys(wanted);
    let {scores, each} = answers ? await answers : {scores: new Float64Array(size).fill(narrowed.length ? 1 : 0), each: []};
    let none = terms.length > 0 && !scores.some((score) => score);
    const split = none ? terms.flatMap(apart).slice(0, MOST_TERMS) : terms;
    if (split.length > terms.length) {
      ({scores, each} = await every(terms = split));
      none = !scores.some((score) => score);
    }
    if (none) scores = await near(query);
    scores = scores.map((score, d) => specimens[d] ? score / 2 : score);
    // What the nation says of a matter holds in every place; without a query only pages of the place itself are shown.
    const within = (d, but) => narrowed.every((name) => name === but || facets[name].of[d].includes(wanted[name]) || (name === "place" && terms.length && d < national));
    const inside = (d, but) => scores[d] > 0 && (chosen.all || !specimens[d]) && within(d, but);
    const all = Array.from(scores.keys());
    const hits = all.filter((d) => inside(d)).sort((a, b) => scores[b] - scores[a] || a - b);
    const count = (of) => of.reduce((sum, score, d) => sum + (score > 0 && !specimens[d] ? 1 : 0), 0);
    const options = {};
    for (const name of FACETS) {
      const {values, of} = facets[name], counts = new Uint32Array(values.length);
      for (const d of all) if (inside(d, name)) for (const number of of[d]) counts[number]++;
      options[name] = values.map((value, number) => ({...value, count: counts[number]}));
    }
    return {
      hits, options, near: none,
      // specimens that the chosen facets would show, and hits that they hide
      specimens: all.filter((d) => scores[d] > 0 && specimens[d] && within(d)).length,
      unfiltered: count(scores),
      alone: terms.length > 1 ? terms.map((term, i) => ({term, count: count(each[i])})).filter(({count}) => count) : [],
    };
  };

  const records = (hits) => Promise.all(hits.map(async (d) => {
    const [title, url, under, asOf, specimen] = (await file(`d/${Math.floor(d / head.records)}.json`))[d % head.records];
    return {title, url, under, asOf, specimen};
  }));
  return {find, records, words: head.words};
};

if (typeof module === "object") { module.exports = {open, runs, meanings, readings, decoded}; return; }

// ---- the page
const $ = (id) => document.getElementById(id);
const box = $("q");
let index, shown = 0, found, latest = 0;

const load = async (name) => {
  const answer = await fetch("search/" + name);
  if (!answer.ok) throw new Error(name);
  return answer.json();
};
const made = (tag, text, more) => Object.assign(document.createElement(tag), {textContent: text}, more);
const say = (word, values) => Object.keys(values || {}).reduce((text, name) => text.split(`{${name}}`).join(values[name]), index.words[word]);
const address = (query, chosen) => {
  const given = new URLSearchParams();
  if (query) given.set("q", query);
  for (const name of [...FACETS, "all"]) if (chosen[name]) given.set(name, chosen[name]);
  return "search.html" + (String(given) ? "?" + given : "");
};
const chosen = () => FACETS.reduce((now, name) => Object.assign(now, {[name]: $(name).value}), {all: $("all").checked ? "1" : ""});

const fill = (name, options, value) => {
  const select = $(name);
  const every = made("option", say("search_every"), {value: ""});
  const open = options.filter(({id, count}) => count || id === value);
  select.replaceChildren(every, ...open.map(({id, name: said, count}) => made("option", `${said}（${count}）`, {value: id})));
  select.value = value;
  select.parentNode.hidden = !options.length;
};

const more = async (focus) => {
  const mine = latest, records = await index.records(found.hits.slice(shown, shown + PAGE));
  if (mine !== latest) return;
  const rows = records.map(({title, url, under, asOf, specimen}) => {
    const row = document.createElement("li");
    row.append(made("a", title, {href: url}));
    if (under) row.append(made("p", under, {className: "small"}));
    if (specimen) row.append(made("p", say(specimen, {date: asOf}), {className: "notice small"}));
    return row;
  });
  $("hits").append(...rows);
  shown += rows.length;
  $("more").hidden = shown >= found.hits.length;
  if (focus && rows.length) rows[0].firstChild.focus();
};

// What else to try: links that lead to something.
const hints = (query, now, asked) => {
  const rows = [];
  const hint = (text, href) => { const row = document.createElement("li"); row.append(href ? made("a", text, {href}) : text); rows.push(row); };
  if (!now.all && found.specimens) hint(say("search_specimens", {n: found.specimens}), address(query, {...now, all: "1"}));
  if (asked && !found.hits.length) {
    if (FACETS.some((name) => now[name]) && found.unfiltered) hint(say("search_unfiltered", {n: found.unfiltered}), address(query, {}));
    for (const {term, count} of found.alone) hint(say("search_alone", {term, n: count}), address(term, {}));
    hint(say("search_other_words"));
    hint(say("search_browse"), "#browse");
  }
  $("hints").replaceChildren(...rows);
};

const run = async (now) => {
  const query = box.value.trim(), mine = ++latest;
  $("count").textContent = index.words.search_busy;
  $("hits").setAttribute("aria-busy", "true");
  const answer = await index.find(query, now);
  if (mine !== latest) return;
  found = answer;
  shown = 0;
  $("hits").replaceChildren();
  const rows = more();  // the facets are filled while the records are on their way
  for (const name of FACETS) fill(name, found.options[name], now[name]);
  $("all").checked = Boolean(now.all);
  const asked = query || FACETS.some((name) => now[name]);
  await rows;
  if (mine !== latest) return;
  const outcome = found.hits.length ? found.near ? "search_near" : "search_found" : found.specimens && !found.near ? "search_only_old" : "search_none";
  $("count").textContent = asked ? say(outcome, {n: found.hits.length}) : "";
  hints(query, now, asked);
  $("hits").setAttribute("aria-busy", "false");
  document.title = (query ? query.slice(0, 40) + " · " : "") + $("title").textContent;
};
const guarded = (work) => work.catch(() => { $("count").textContent = ""; $("failed").hidden = false; });
const again = () => { history.pushState(null, "", address(box.value.trim(), chosen())); guarded(run(chosen())); };
const start = () => {
  const given = new URLSearchParams(location.search), now = {};
  box.value = (given.get("q") || "").slice(0, 200);
  for (const name of [...FACETS, "all"]) now[name] = given.get(name) || "";
  return run(now);
};

guarded((async () => {
  index = await open(load);
  $("narrow").hidden = false;
  box.form.addEventListener("submit", (event) => { event.preventDefault(); again(); });
  $("narrow").addEventListener("change", again);
  $("narrow").addEventListener("submit", (event) => event.preventDefault());
  $("more").addEventListener("click", () => guarded(more(true)));
  addEventListener("popstate", () => guarded(start()));
  await start();
})());
})();
