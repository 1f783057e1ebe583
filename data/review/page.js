// page.js - choosing, filtering and ordering the rows of a review page.
//
// All it knows it reads from the page: each tr[data-who] is a row, mark[data-of]
// the parts of its quotation. Text of the documents goes from node to node, never
// through markup. Nothing is stored and nothing is asked for.
'use strict';
(function () {
  const $ = (id) => document.getElementById(id);
  const rows = [];
  const byId = new Map();
  const speakers = new Map(); // data-who -> its button
  let order = [];             // rows in the order chosen, of the speaker chosen
  let chosen = null;          // a row
  let only = null;            // a data-who
  let shown = 30;             // rows in the list

  document.documentElement.classList.add('js');
  for (const tr of document.querySelectorAll('tr[data-who]')) {
    const row = { tr, id: tr.id.slice(4), who: tr.dataset.who, sure: +tr.dataset.sure,
      at: rows.length, parts: [] };
    rows.push(row);
    byId.set(row.id, row);
  }
  for (const part of document.querySelectorAll('mark[data-of]'))
    byId.get(part.dataset.of).parts.push(part);

  // Text for where no element keeps a mark of direction to itself.
  const tame = (text) => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '\ufffd');

  const cells = (row) => row.tr.children;
  const name = (row) => tame(cells(row)[1].querySelector('b').textContent);
  const look = (row) => cells(row)[1].querySelector('b').className;
  const words = (row) => tame(cells(row)[2].querySelector('.clip').textContent);
  const sureness = (row) => cells(row)[7].textContent.trim();
  const link = (row) => row.parts.length ? row.parts[0].querySelector('a') : cells(row)[0].firstChild;

  function make(tag, kind, text) {
    const made = document.createElement(tag);
    if (kind) made.className = kind;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  // -- mention, cue and evidence in the text

  function places(row) {
    const found = [];
    const word = row.tr.dataset.at.trim().split(' ');
    for (let i = 0; i + 2 < word.length; i += 3)
      found.push({ kind: word[i], begin: +word[i + 1], end: +word[i + 2] });
    return found;
  }

  // Wrap what stands at these places, counted in UTF-16 units of the text.
  function light(text, spans) {
    const last = Math.max(0, ...spans.map((span) => span.end));
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const nodes = [];
    for (let at = 0; at < last && walker.nextNode();) {
      const node = walker.currentNode;
      const from = at;
      at += node.length;
      if (node.parentNode !== text && spans.some((span) => span.begin < at && span.end > from))
        nodes.push([node, from]);
    }
    for (const [node, from] of nodes) {
      const cuts = new Set([0, node.length]);
      for (const span of spans)
        for (const cut of [span.begin - from, span.end - from])
          if (cut > 0 && cut < node.length) cuts.add(cut);
      const sorted = [...cuts].sort((a, b) => a - b);
      const whole = node.data;
      for (let i = 0; i + 1 < sorted.length; i++) {
        const kinds = spans.filter((span) => span.begin <= from + sorted[i] &&
          span.end >= from + sorted[i + 1]).map((span) => span.kind);
        const piece = whole.slice(sorted[i], sorted[i + 1]);
        const made = kinds.length ? make('span', 'lit ' + kinds.join(' '), piece)
          : document.createTextNode(piece);
        node.parentNode.insertBefore(made, node);
      }
      node.remove();
    }
  }

  function unlight() {
    for (const lit of document.querySelectorAll('span.lit')) {
      const parent = lit.parentNode;
      lit.replaceWith(...lit.childNodes);
      parent.normalize();
    }
  }

  // -- the panel

  function fillFacts(row) {
    const facts = $('facts');
    const heads = row.tr.closest('table').tHead.rows[0].cells;
    facts.replaceChildren();
    for (let i = 1; i < heads.length; i++) {
      const cell = cells(row)[i];
      const told = make('dd', cell.className);
      for (const child of cell.childNodes) told.append(child.cloneNode(true));
      if (!told.textContent.trim()) told.textContent = '\u2013';
      facts.append(make('dt', '', heads[i].textContent), told);
    }
    facts.append(make('dt', '', 'Document'),
      make('dd', '', tame(row.tr.closest('article').querySelector('h2').textContent)));
    facts.hidden = false;
  }

  function fillList() {
    const at = chosen ? order.indexOf(chosen) : 0;
    const from = Math.max(0, Math.min(at - 10, order.length - shown));
    const list = $('list');
    list.replaceChildren();
    for (const row of order.slice(from, from + shown)) {
      const item = make('li');
      const button = make('button');
      button.type = 'button';
      button.dataset.row = row.at;
      if (row === chosen) button.setAttribute('aria-current', 'true');
      button.append(make('span', 'n', row.at + 1), make('span', 'name ' + look(row), name(row)),
        make('span', 'sure', sureness(row)), make('span', 'say', words(row).slice(0, 120)));
      item.append(button);
      list.append(item);
    }
    if (from > 0 || from + shown < order.length)
      list.append(make('li', 'count', 'Rows ' + (from + 1) + ' to ' +
        Math.min(from + shown, order.length) + ' of ' + order.length));
  }

  function title(row) {
    const at = order.indexOf(row);
    return at < 0 ? 'Row ' + (row.at + 1) : (at + 1) + ' of ' + order.length +
      (order.length === rows.length && $('order').value === 'text' ? '' : ' (row ' + (row.at + 1) + ')');
  }

  function drop() {
    if (!chosen) return;
    unlight();
    for (const part of chosen.parts) part.classList.remove('on');
    chosen.tr.removeAttribute('aria-current');
    link(chosen).removeAttribute('aria-current');
    chosen = null;
  }

  // Choose a row. focus: 'text' goes there, 'list' to its button, '' stays.
  function choose(row, focus, still) {
    drop();
    chosen = row;
    for (const part of row.parts) part.classList.add('on');
    row.tr.setAttribute('aria-current', 'true');
    link(row).setAttribute('aria-current', 'true');
    const text = row.tr.closest('article').querySelector('.text');
    light(text, places(row));
    fillFacts(row);
    $('card-title').textContent = title(row);
    $('shut').hidden = false;
    $('said').textContent = '';
    fillList();
    buttons();
    if (!still) link(row).scrollIntoView({ block: 'center' });
    if (focus === 'text') link(row).focus({ preventScroll: true });
    const button = $('list').querySelector('[aria-current]');
    if (button) {
      if (focus === 'list') button.focus({ preventScroll: true });
      const panel = $('panel');
      if (panel.scrollHeight > panel.clientHeight && focus === 'list')
        button.scrollIntoView({ block: 'nearest' });
    }
    try {
      history.replaceState(null, '', '#' + row.id);
    } catch (e) { /* some viewers allow none */ }
  }

  function leave() {
    drop();
    $('facts').hidden = true;
    $('shut').hidden = true;
    $('card-title').textContent = 'No row is chosen';
    fillList();
    buttons();
  }

  function buttons() {
    const at = chosen ? order.indexOf(chosen) : -1;
    $('back').disabled = at <= 0;
    $('next').disabled = !order.length || at === order.length - 1;
  }

  function step(by, focus) {
    const at = chosen ? order.indexOf(chosen) : -1;
    const to = at < 0 ? 0 : at + by;
    if (to >= 0 && to < order.length) choose(order[to], focus);
  }

  // -- order and filter

  function arrange() {
    order = rows.filter((row) => only === null || row.who === only);
    if ($('order').value === 'doubt') {
      const last = (row) => row.who === 'other' ? 1 : 0;
      order.sort((a, b) => last(a) - last(b) || a.sure - b.sure || a.at - b.at);
    }
    if (chosen) $('card-title').textContent = title(chosen);
    fillList();
    buttons();
  }

  function filter(who) {
    only = who;
    for (const row of rows) {
      const off = only !== null && row.who !== only;
      row.tr.hidden = off;
      for (const part of row.parts) part.classList.toggle('off', off);
    }
    for (const [one, button] of speakers)
      button.setAttribute('aria-pressed', String(one === only));
    $('all').hidden = only === null;
    if (chosen && only !== null && chosen.who !== only) leave();
    arrange();
    $('said').textContent = only === null ? 'Rows of all speakers'
      : order.length + ' of ' + rows.length + ' rows: ' + tame(speakers.get(only).textContent);
  }

  function setUpSpeakers() {
    const list = $('speakers').querySelector('ul');
    const items = [...list.children];
    const count = (item) => parseInt(item.querySelector('.count').textContent, 10);
    const named = items.filter((item) => /^[0-9]/.test(item.dataset.who));
    named.sort((a, b) => count(b) - count(a));
    for (const item of named.reverse()) list.prepend(item);
    for (const item of items) {
      const old = item.firstElementChild;
      const button = make('button', old.className);
      button.type = 'button';
      button.setAttribute('aria-pressed', 'false');
      button.append(...old.childNodes);
      old.replaceWith(button);
      speakers.set(item.dataset.who, button);
      button.addEventListener('click', () => filter(only === item.dataset.who ? null : item.dataset.who));
    }
    if (items.length <= 12) return;
    const find = make('input');
    find.type = 'search';
    find.id = 'find';
    find.placeholder = 'Find a speaker';
    find.setAttribute('aria-label', 'Find a speaker');
    find.addEventListener('input', () => {
      const want = find.value.toLowerCase();
      for (const item of items)
        item.hidden = !item.firstElementChild.textContent.toLowerCase().includes(want);
    });
    list.before(find);
  }

  function setUpDocuments() {
    const heads = document.querySelectorAll('article > h2');
    if (heads.length) document.title = tame(heads[0].textContent) + ' \u2013 ' + document.title;
    if (heads.length < 2) return;
    heads.forEach((head, i) => {
      const option = make('option', '', tame(head.textContent));
      option.value = i;
      $('document').append(option);
    });
    $('jump').hidden = false;
    $('document').addEventListener('change', () => {
      const head = heads[$('document').value];
      head.tabIndex = -1;
      head.scrollIntoView();
      head.focus({ preventScroll: true });
    });
  }

  // -- mouse and keys

  function rowAt(node) {
    const part = node.closest('mark[data-of]');
    const tr = node.closest('tr[data-who]');
    return part ? byId.get(part.dataset.of) : tr ? byId.get(tr.id.slice(4)) : null;
  }

  function onClick(event) {
    const node = event.target;
    const button = node.closest('#list button');
    const away = node.closest('a');
    if (button) {
      choose(rows[button.dataset.row], 'list');
      return;
    }
    if (away && !away.matches('mark > a, th > a')) {
      const to = byId.get((away.getAttribute('href') || '').slice(1));
      if (away.hash && to && !away.target) {
        event.preventDefault();
        choose(to, 'text');
      }
      return;
    }
    const row = rowAt(node);
    if (!row || String(getSelection())) return;
    if (away) event.preventDefault();
    const still = node.closest('mark') !== null;
    choose(row, away && !still ? 'text' : '', still);
    if (away && event.detail === 0) $('card-title').focus({ preventScroll: true });
  }

  function onKey(event) {
    const node = event.target;
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (node.matches('input, select, textarea')) return;
    const inList = node.closest('#list') !== null;
    const focus = inList ? 'list' : 'text';
    const letters = $('letters').checked;
    const key = event.key;
    if (key === 'ArrowRight' || (key === 'j' && letters) || (key === 'ArrowDown' && inList)) step(1, focus);
    else if (key === 'ArrowLeft' || (key === 'k' && letters) || (key === 'ArrowUp' && inList)) step(-1, focus);
    else if (key === 'Enter' && node === document.body) {
      if (chosen) $('card-title').focus({ preventScroll: true });
      else step(1, 'text');
    } else if (key === 'Escape' && chosen) {
      if (node.closest('#panel')) link(chosen).focus({ preventScroll: true });
      else leave();
    } else return;
    event.preventDefault();
  }

  function fromHash() {
    const row = byId.get(decodeURIComponent(location.hash.slice(1)).replace(/^row-/, ''));
    if (row && row !== chosen) choose(row, '');
  }

  setUpSpeakers();
  setUpDocuments();
  if (rows.length) {
    $('card').hidden = false;
    $('rows-list').hidden = false;
    arrange();
    document.addEventListener('click', onClick);
    document.addEventListener('keydown', onKey);
    $('back').addEventListener('click', () => step(-1, ''));
    $('next').addEventListener('click', () => step(1, ''));
    $('shut').addEventListener('click', leave);
    $('all').addEventListener('click', () => filter(null));
    $('order').addEventListener('change', arrange);
    addEventListener('hashchange', fromHash);
    fromHash();
  }
}());
