/* The search page. Each document has handed over its texts in search.js (see deliver/edition/search.py); MiniSearch makes
   an index of them here, in the browser, so that it works from a disk and without a network. */
"use strict";

(() => {
  const form = document.getElementById("page:search");
  const status = document.getElementById("page:status");
  const list = document.getElementById("page:results");
  const more = document.getElementById("page:more");
  const said = form.dataset;
  const fields = form.elements;
  const KINDS = ["speech", "resolution", "vote", "note", "text"];
  const AT_ONCE = 30;

  /* Words: runs of letters and digits. Scripts that put no spaces between words give pairs of characters instead. */
  const RUN = /[\p{L}\p{M}\p{N}]+/gu;
  const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]+|[^\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]+/gu;
  const IS_UNSPACED = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

  /* Without capitals and accents: "Rôle" is found as "role", "Ё" as "е". */
  const fold = (word) => word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  /* Yields [begin, end, term] of each word of a text. */
  function* words(text) {
    for (const run of text.matchAll(RUN)) {
      for (const part of run[0].matchAll(UNSPACED)) {
        const begin = run.index + part.index;
        if (!IS_UNSPACED.test(part[0])) {
          yield [begin, begin + part[0].length, fold(part[0])];
          continue;
        }
        const signs = [...part[0]];
        let at = begin;
        for (let i = 0; i < Math.max(signs.length - 1, 1); i++) {
          const pair = signs[i] + (signs[i + 1] ?? "");
          yield [at, at + pair.length, pair];
          at += signs[i].length;
        }
      }
    }
  }
  const terms = (text) => Array.from(words(text), (word) => word[2]);

  /* One text: its own words, and what it stands in. */
  const texts = [];
  const editions = [...(self.editions ?? [])].sort((a, b) => order(a) - order(b));
  function order(edition) {
    return [...fields.document.options].findIndex((option) => option.value === edition.folder);
  }
  for (const edition of editions) {
    for (const [anchor, page, part, kind, who, label, text, corrected] of edition.rows) {
      texts.push({
        id: texts.length, edition, text, label, pairs: corrected ?? [],
        corrected: (corrected ?? []).map((pair) => pair[1]).join(" "), kind: KINDS[kind], part: edition.parts[part],
        people: who.map((one) => edition.people[one]),
        href: `${edition.folder}/${encodeURI(edition.pages[page])}${anchor && "#" + anchor}`,
      });
    }
  }

  const index = new MiniSearch({
    fields: ["text", "corrected"],
    tokenize: terms,
    processTerm: (term) => term,
    autoVacuum: false,
  });
  const ready = index.addAllAsync(texts, { chunkSize: 500 });

  /* What can be chosen: names in the order of the alphabet, the rest as in the documents. */
  function fill(select, values) {
    for (const value of new Set(values)) {
      if (value) select.add(new Option(value, value));
    }
  }
  const alphabet = new Intl.Collator(document.documentElement.lang);
  const last = (name) => name.slice(name.lastIndexOf(" ") + 1);
  fill(fields.who, texts.flatMap((one) => one.people).sort((a, b) => alphabet.compare(last(a), last(b)) || alphabet.compare(a, b)));

  /* The parts are those of the documents that are chosen. */
  function fillParts() {
    const chosen = fields.part.value;
    while (fields.part.options.length > 1) fields.part.remove(1);
    const here = texts.filter((one) => !fields.document.value || one.edition.folder === fields.document.value);
    fill(fields.part, here.map((one) => one.part));
    fields.part.value = chosen;
    if (fields.part.selectedIndex < 0) fields.part.value = "";
  }

  /* What is asked: exact words between quotation marks, others anywhere, the last one perhaps not finished. */
  const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/gu;
  function asked(query) {
    const outside = query.replace(QUOTED, " ");
    const unspaced = (outside.match(UNSPACED) ?? []).filter((run) => IS_UNSPACED.test(run));
    const quoted = Array.from(query.matchAll(QUOTED), (match) => match[1]);
    return {
      exact: [...quoted, ...unspaced].map(terms).filter((row) => row.length > 1),
      loose: new Set(terms(outside).filter((term) => !IS_UNSPACED.test(term))),
      words: terms(query),
      begun: /[\p{L}\p{N}]$/u.test(query),
    };
  }

  const follows = (found, row) => found.some((_, at) => row.every((term, i) => found[at + i] === term));

  function find() {
    const { exact, loose, words, begun } = asked(fields.q.value);
    const matches = (one) =>
      (!fields.document.value || one.edition.folder === fields.document.value) &&
      (!fields.who.value || one.people.includes(fields.who.value)) &&
      (!fields.part.value || one.part === fields.part.value) &&
      (!fields.kind.value || one.kind === fields.kind.value) &&
      exact.every((row) => follows(terms(one.text), row));
    if (!words.length) {
      const chosen = fields.document.value || fields.who.value || fields.part.value || fields.kind.value;
      return chosen ? { found: texts.filter(matches).map((one) => [one, { hits: new Set(), exact, loose }]) } : {};
    }
    const look = (options) =>
      index.search(words.join(" "), { combineWith: "AND", tokenize: (text) => text.split(" "), ...options })
        .map((hit) => [texts[hit.id], { hits: new Set(hit.terms), exact, loose }]).filter(([one]) => matches(one));
    const found = look({ prefix: (term, i, all) => begun && i === all.length - 1 && !IS_UNSPACED.test(term) });
    if (found.length || exact.length) return { found };
    return { found: look({ fuzzy: (term) => (term.length > 3 && !IS_UNSPACED.test(term) ? 0.25 : 0) }), similar: true };
  }

  /* Where a text has what was found: [begin, end] of each place, in order, and where the most telling one begins. Words
     that were asked for only as part of exact words are shown only there; of a word that was corrected, what is printed. */
  function places(one, { hits, exact, loose }) {
    const found = [...words(one.text)];
    const marked = new Set();
    let telling = -1;
    found.forEach(([, , term], at) => {
      if (hits.has(term) && !(exact.length && !loose.has(term))) marked.add(at);
      for (const row of exact) {
        if (!row.every((part, i) => found[at + i]?.[2] === part)) continue;
        row.forEach((_, i) => marked.add(at + i));
        if (telling < 0) telling = found[at][0];
      }
    });
    const marks = [];
    for (const at of [...marked].sort((a, b) => a - b)) {
      const [begin, end] = found[at];
      if (marks.length && begin <= marks.at(-1)[1]) marks.at(-1)[1] = end;
      else marks.push([begin, end]);
    }
    for (const [printed, meant] of marks.length ? [] : one.pairs) {
      const at = one.text.indexOf(printed);
      if (at >= 0 && terms(meant).some((term) => hits.has(term))) marks.push([at, at + printed.length]);
    }
    marks.sort((a, b) => a[0] - b[0]);
    return [marks, telling < 0 ? marks[0]?.[0] ?? 0 : telling];
  }

  /* A piece of the text around the first place. */
  function excerpt(one, hits) {
    const text = one.text;
    const [marks, first] = places(one, hits);
    const begin = first < 100 ? 0 : Math.max(text.lastIndexOf(" ", first - 70) + 1, first - 100);
    const wished = begin + 320;
    const space = text.lastIndexOf(" ", wished);
    const end = text.length <= wished ? text.length : space > first + 100 ? space : wished;
    const piece = document.createElement("p");
    piece.lang = one.edition.lang;
    let at = begin;
    if (begin) piece.append("… ");
    for (const [from, to] of marks) {
      if (from < at || from >= end) continue;
      const mark = document.createElement("mark");
      mark.textContent = text.slice(from, Math.min(to, end));
      piece.append(text.slice(at, from), mark);
      at = Math.min(to, end);
    }
    piece.append(text.slice(at, end), end < text.length ? " …" : "");
    return piece;
  }

  function shown([one, hits]) {
    const entry = document.createElement("li");
    const link = document.createElement("a");
    link.href = one.href;
    link.textContent = one.kind === "speech" ? one.people.join(", ") || one.label || said.speech : said[one.kind];
    const head = document.createElement("p");
    head.className = "found";
    const about = [one.kind !== "speech" && one.people.join(", "), one.part, editions.length > 1 && one.edition.title];
    head.append(link, ...about.filter(Boolean).map((words) => ` · ${words}`));
    entry.append(head, excerpt(one, hits));
    return entry;
  }

  let results = [];
  function showMore() {
    const from = list.children.length;
    list.append(...results.slice(from, from + AT_ONCE).map(shown));
    more.hidden = list.children.length >= results.length;
    return list.children[from];
  }

  async function answer() {
    list.setAttribute("aria-busy", "true");
    await ready;
    const { found, similar } = find();
    results = found ?? [];
    list.replaceChildren();
    showMore();
    status.textContent = !found ? "" : !results.length ? said.none
      : `${similar ? said.similar + " " : ""}${said.found} ${results.length.toLocaleString(document.documentElement.lang)}`;
    list.removeAttribute("aria-busy");
    try {
      const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
      history.replaceState(null, "", String(chosen) ? `?${chosen}` : location.pathname);
    } catch { /* some browsers keep addresses of files as they are */ }
  }

  let timer = 0;
  form.addEventListener("input", (event) => {
    if (event.target === fields.document) fillParts();
    clearTimeout(timer);
    timer = setTimeout(answer, 200);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    answer();
  });
  more.addEventListener("click", () => showMore()?.querySelector("a").focus());

  fillParts();
  const address = new URLSearchParams(location.search);
  for (const [name, value] of address) if (fields[name]) fields[name].value = value;
  form.hidden = false;
  if (String(address)) answer();
})();
