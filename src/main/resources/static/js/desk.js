/* Desk Pemilu: what a page gains with JavaScript. Every page works without it. */
(function () {
  'use strict';

  const body = document.body;
  const text = name => body.dataset[name] || '';
  const $ = (selector, root) => (root || document).querySelector(selector);
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const meta = name => { const tag = $('meta[name="' + name + '"]'); return tag ? tag.content : null; };
  const say = message => { $('#status').textContent = message; };
  const number = value => (/^\d{1,3}$/.test(value.trim()) ? Number(value.trim()) : null);

  const store = {
    get(key) { try { return JSON.parse(localStorage.getItem(key)); } catch (e) { return null; } },
    set(key, value) { try { localStorage.setItem(key, JSON.stringify(value)); return true; } catch (e) { return false; } },
    drop(key) { try { localStorage.removeItem(key); } catch (e) { /* nothing was kept */ } },
    keys() { try { return Object.keys(localStorage).filter(key => key.startsWith('draft:')); } catch (e) { return []; } }
  };

  /* --- htmx: the token of this session goes with every post --- */
  document.addEventListener('htmx:configRequest', event => {
    const header = meta('csrf-header');
    if (header && event.detail.verb !== 'get') event.detail.headers[header] = meta('csrf-token');
  });
  document.addEventListener('htmx:sendError', () => say(text('offline')));
  document.addEventListener('htmx:beforeSwap', event => {
    /* a refusal is a page of its own: show it whole */
    if (event.detail.xhr.status >= 400) window.location.reload();
  });

  /* --- the clock runs on by the server's time --- */
  const clock = $('[data-clock]');
  if (clock) {
    const [, hour, minute, second] = /T(\d\d):(\d\d):(\d\d)/.exec(clock.dateTime) || [0, 0, 0, 0];
    const start = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
    const loaded = performance.now();
    const speed = Number(clock.dataset.speed || 1);
    const two = value => String(value).padStart(2, '0');
    setInterval(() => {
      const at = Math.floor(start + (performance.now() - loaded) / 1000 * speed) % 86400;
      const shown = two(Math.floor(at / 3600)) + '.' + two(Math.floor(at / 60) % 60);
      const digits = $('b', clock);
      if (digits.textContent !== shown) digits.textContent = shown;
    }, 1000);
  }

  /* --- one press is enough --- */
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method !== 'post' || form.hasAttribute('hx-post')) return;
    if (form.dataset.sending) { event.preventDefault(); return; }
    form.dataset.sending = 'yes';
    const button = event.submitter;
    if (button) { button.classList.add('busy'); button.setAttribute('aria-disabled', 'true'); say(text('waiting')); }
  });
  window.addEventListener('pageshow', event => {
    if (event.persisted) all('form[data-sending]').forEach(form => {
      delete form.dataset.sending;
      all('.busy', form).forEach(button => { button.classList.remove('busy'); button.removeAttribute('aria-disabled'); });
    });
  });

  /* --- a draft: the desk keeps what is typed; this phone keeps what the desk has not got yet --- */
  const kept = $('[data-kept]');
  const draftForm = kept && kept.closest('form');
  if (draftForm) {
    const key = draftForm.dataset.draft;
    const saved = $('[data-saved-at]', kept);
    const trouble = $('[data-trouble]', kept);
    const fields = all('[data-keep]', draftForm);
    const page = $('[data-clock]');
    /* the desk's clock, since phones have their own opinion of the time */
    const skew = page ? (Date.parse(page.dataset.real) || Date.now()) - Date.now() : 0;
    const RETRY = 15000;
    let known = Number(kept.dataset.at);
    let timer = 0;
    let flight = null;

    const waiting = store.get(key) || {};
    const pending = { figures: waiting.figures || waiting.values || {}, explanations: waiting.explanations || {}, at: waiting.at || 0, base: waiting.base || 0 };
    const groups = ['figures', 'explanations'];
    const anything = () => groups.some(group => Object.keys(pending[group]).length > 0);
    const write = () => { if (anything()) return store.set(key, pending); store.drop(key); return true; };
    const nameOf = field => field.name.replace(/^explanation_/, '');
    const clock = at => { const time = new Date(at); return String(time.getHours()).padStart(2, '0') + '.' + String(time.getMinutes()).padStart(2, '0'); };
    const tell = (where, message, login) => {
      saved.textContent = where === saved ? message : '';
      trouble.hidden = where !== trouble;
      $('span', trouble).textContent = where === trouble ? message : '';
      $('a', trouble).hidden = !login;
    };
    let local = true;
    const onlyHere = () => tell(trouble, local ? kept.dataset.local.replace('{0}', clock(Date.now())) : kept.dataset.gone, false);

    const plan = delay => { clearTimeout(timer); timer = setTimeout(send, delay); };
    const send = leaving => {
      clearTimeout(timer);
      if (!anything()) return;
      if (flight) { if (leaving !== true) return; flight.abort(); }
      const mine = flight = new AbortController();
      const body = { key: draftForm.elements.namedItem('idempotencyKey').value };
      groups.forEach(group => { body[group] = Object.assign({}, pending[group]); });
      const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
      if (meta('csrf-header')) headers[meta('csrf-header')] = meta('csrf-token');
      fetch(kept.dataset.url, { method: 'PUT', headers: headers, body: JSON.stringify(body), keepalive: true, redirect: 'manual', credentials: 'same-origin', signal: mine.signal })
        .then(async answer => {
          const json = /json/.test(answer.headers.get('Content-Type') || '');
          const told = json ? await answer.json() : {};
          if (mine.signal.aborted) return;
          flight = null;
          if (answer.ok && json) {
            known = told.at;
            groups.forEach(group => Object.keys(body[group]).forEach(name => {
              if (pending[group][name] === body[group][name]) delete pending[group][name];
            }));
            pending.base = known;
            write();
            if (anything()) plan(0); else tell(saved, kept.dataset.saved.replace('{0}', told.time), false);
          } else if (json && told.field && groups.some(group => told.field in pending[group]) && !fields.some(field => nameOf(field) === told.field)) {
            /* kept here for a form that has changed since: it must not hold up the rest */
            groups.forEach(group => { delete pending[group][told.field]; });
            write();
            plan(0);
          } else if (json && told.detail && told.code !== 'FORBIDDEN') {
            tell(trouble, kept.dataset.refused.replace('{0}', told.detail), false);
          } else if (answer.status >= 500) {
            onlyHere();
            plan(RETRY);
          } else {
            /* sent to the sign-in, or refused with the token of a session that is over */
            tell(trouble, kept.dataset.expired, true);
          }
        })
        .catch(() => {
          if (mine.signal.aborted) return;
          flight = null;
          onlyHere();
          plan(RETRY);
        });
    };

    /* what was typed here and did not arrive: the newer one wins, and an empty box takes either */
    const newer = anything() && (pending.base >= known || pending.at > known);
    fields.forEach(field => {
      const group = pending[field.dataset.keep];
      const name = nameOf(field);
      if (group[name] === undefined) return;
      if (newer || field.value === '') field.value = group[name]; else delete group[name];
    });
    write();
    if (anything()) plan(0);

    draftForm.addEventListener('input', event => {
      const field = event.target;
      if (!field.dataset.keep) return;
      pending[field.dataset.keep][nameOf(field)] = field.value;
      pending.at = Date.now() + skew;
      pending.base = known;
      local = write();
      saved.textContent = '';
      plan(1000);
    });
    const leave = () => { if (!draftForm.dataset.sending) send(true); };
    document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') leave(); });
    window.addEventListener('pagehide', leave);
    window.addEventListener('online', () => plan(0));
  }

  /* --- entry: numbers, sums, the next box --- */
  const entry = $('form[data-entry]');
  if (entry) {
    const boxes = all('input[data-box]', entry);
    const elsewhere = {};
    (entry.dataset.known || '').split(' ').filter(Boolean).forEach(pair => { const [name, value] = pair.split('='); elsewhere[name] = value; });
    const valueOf = name => { const box = entry.elements.namedItem(name); return box ? box.value : elsewhere[name] || ''; };

    const sums = () => boxes.forEach(box => {
      if (!box.dataset.sumOf) return;
      const note = document.getElementById(box.id + '-sum');
      const known = box.dataset.sumOf.split(' ').map(name => number(valueOf(name)));
      const typed = number(box.value);
      const whole = known.every(part => part !== null);
      const some = known.some(part => part !== null);
      const sum = known.reduce((total, part) => total + (part || 0), 0);
      box.placeholder = whole ? String(sum) : '';
      const differs = whole && typed !== null && typed !== sum;
      if (note) {
        note.textContent = differs ? text('differs').replace('{0}', sum) : (some ? text('sum').replace('{0}', sum) : '');
        note.classList.toggle('differs', differs);
        note.classList.toggle('agrees', whole && typed === sum);
      }
      box.closest('.digits').classList.toggle('differs', differs);
    });

    const running = () => {
      const out = $('[data-running]', entry);
      if (!out) return;
      const others = Object.keys(elsewhere).reduce((total, name) => total + (number(elsewhere[name]) || 0), 0);
      out.textContent = boxes.filter(box => /^suara_\d+$/.test(box.name))
        .reduce((total, box) => total + (number(box.value) || 0), others).toLocaleString(document.documentElement.lang);
    };

    /* a party without votes: the empty boxes get their 0 here, without a way to the server and back */
    const zeros = $('[data-zeros]', entry);
    const zeroed = $('[data-zeroed]', entry);
    const put = (box, value, mark) => {
      box.value = value;
      box.closest('.box').classList.toggle('zeroed', mark);
      box.dispatchEvent(new Event('input', { bubbles: true }));
    };
    let filled = all('.box.zeroed input[data-box]', entry);
    const showZeros = () => {
      if (zeros) zeros.hidden = filled.length > 0 || boxes.every(box => box.value !== '');
      if (zeroed) zeroed.hidden = filled.length === 0;
    };
    if (zeros) zeros.addEventListener('click', event => {
      const button = event.target.closest('button');
      if (!button) return;
      event.preventDefault();
      filled = boxes.filter(box => box.value.trim() === '');
      filled.forEach(box => put(box, '0', true));
      $('span', zeroed).textContent = zeroed.dataset.text.replace('{0}', filled.length);
      showZeros();
    });
    if (zeroed) zeroed.addEventListener('click', event => {
      if (!event.target.closest('button')) return;
      event.preventDefault();
      const undone = filled.filter(box => box.value === '0');
      filled = [];
      undone.forEach(box => put(box, '', false));
      all('.box.zeroed', entry).forEach(box => box.classList.remove('zeroed'));
      showZeros();
      const first = undone[0] || boxes[0];
      first.focus();
    });

    /* how far this step is, in the same shapes and words that the server gives to all */
    const states = $('template[data-states]', entry);
    const far = $('[data-filled]', entry);
    const showState = () => {
      if (!states) return;
      const typed = boxes.filter(box => box.value.trim() !== '');
      const state = typed.some(box => number(box.value) === null) ? 'wrong'
        : $('.digits.differs', entry) ? 'differs'
        : typed.length === 0 ? 'empty' : typed.length < boxes.length ? 'part' : 'full';
      all('.jump [aria-current] .state-of, .one-party > header .state-of', entry).forEach(old => {
        if (!old.classList.contains('is-' + state)) old.replaceWith($('.is-' + state, states.content).cloneNode(true));
      });
      far.textContent = far.dataset.text.replace('{0}', Number(far.dataset.others) + typed.length);
    };

    entry.addEventListener('input', event => {
      if (!event.target.matches('input[data-box]')) return;
      sums();
      running();
      showState();
      showZeros();
    });
    boxes.forEach(box => box.addEventListener('focus', () => box.select()));
    entry.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || !event.target.matches('input[data-box]')) return;
      event.preventDefault();
      const next = boxes[boxes.indexOf(event.target) + 1];
      (next || $('.send button[type=submit]', entry)).focus();
    });
    sums();
    running();
    showState();
    showZeros();
  }

  /* --- photos --- */
  /* sending: smaller first, then in pieces; a lost network only costs the piece under way */
  const album = $('form[data-photos]');
  if (album && window.createImageBitmap && window.crypto && window.crypto.subtle) {
    const LONGEST = 2000, QUALITY = 0.8, ATTEMPTS = 12;
    const words = album.dataset;
    const queue = $('[data-photo-queue]');
    const choice = album.elements.namedItem('page');
    let line = Promise.resolve(), open = 0, failed = 0;
    album.classList.add('scripted');

    const pause = seconds => new Promise(done => { setTimeout(done, seconds * 1000); window.addEventListener('online', done, { once: true }); });
    const request = async (row, method, path, body, headers) => {
      for (let attempt = 0; ; attempt++) {
        let answer = null, told = null;
        try {
          answer = await fetch(words.photos + path, { method: method, body: body, redirect: 'manual', credentials: 'same-origin', headers: Object.assign({ [meta('csrf-header')]: meta('csrf-token') }, headers) });
          if (answer.type !== 'opaqueredirect') told = await answer.json();
        } catch (e) { /* no network, or no answer of ours */ }
        if (told && answer.ok) return told;
        if (answer && answer.type === 'opaqueredirect') throw { detail: words.signedOut };
        if (answer && answer.status >= 400 && answer.status < 500) throw told || { detail: words.signedOut };
        if (attempt === ATTEMPTS) throw { detail: told ? told.detail : words.failed };
        row.say(told ? told.detail : words.waiting);
        await pause(Math.min(30, Math.pow(2, attempt) / 2));
      }
    };
    const smaller = async file => {
      let picture;
      try { picture = await createImageBitmap(file, { imageOrientation: 'from-image' }); } catch (e) { return file; } /* the server says why not */
      const factor = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(picture.width * factor);
      canvas.height = Math.round(picture.height * factor);
      const pen = canvas.getContext('2d');
      pen.fillStyle = '#fff';
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
      picture.close();
      return new Promise(done => canvas.toBlob(blob => done(blob || file), 'image/jpeg', QUALITY));
    };
    const send = async (row, file, page) => {
      row.say(words.scaling);
      const photo = await smaller(file);
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await photo.arrayBuffer()));
      const announced = JSON.stringify({ page: page, size: photo.size, sha256: Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('') });
      const begin = () => request(row, 'POST', '/uploads', announced, { 'Content-Type': 'application/json' });
      let state = await begin(), anew = 0;
      while (!state.photo) {
        row.at(state.offset / photo.size);
        try {
          state = await request(row, 'PATCH', '/uploads/' + state.upload, photo.slice(state.offset, state.offset + state.piece), { 'Upload-Offset': state.offset, 'Content-Type': 'application/octet-stream' });
          row.say(Math.round(100 * state.offset / photo.size) + ' %');
        } catch (problem) { /* an answer that got lost: the server knows how far it is */
          if (problem.code === 'UPLOAD_OFFSET') state.offset = problem.offset;
          else if (problem.code === 'UPLOAD_UNKNOWN' && anew++ < 2) state = await begin();
          else throw problem;
        }
      }
      row.at(1);
      row.say(words.done);
    };
    const add = (file, page) => {
      const item = queue.appendChild(document.createElement('li'));
      const name = item.appendChild(document.createElement('b'));
      name.textContent = words.sending.replace('{0}', page);
      const bar = item.appendChild(document.createElement('progress'));
      bar.max = 1; bar.value = 0; bar.setAttribute('aria-label', name.textContent);
      const note = item.appendChild(document.createElement('p'));
      const row = { at: part => { bar.value = part; }, say: message => { note.textContent = message; } };
      const go = () => {
        open++;
        line = line.then(() => send(row, file, page)).catch(problem => {
          failed++;
          row.say([problem.detail || words.failed, problem.next || ''].join(' '));
          note.className = 'error';
          const again = item.appendChild(document.createElement('button'));
          again.type = 'button'; again.className = 'btn quiet'; again.textContent = words.again;
          again.addEventListener('click', () => { failed--; again.remove(); note.className = ''; go(); });
        }).then(() => { open--; if (!open && !failed) { say(words.done); window.location.replace(words.photos); } });
      };
      go();
    };
    all('input[type=file]', album).forEach(input => input.addEventListener('change', () => {
      Array.from(input.files).forEach(file => {
        const page = Number(choice.value);
        add(file, page);
        if (!Array.from(choice.options).some(option => option.value === String(page + 1))) choice.add(new Option(page + 1));
        choice.value = String(page + 1);
      });
      input.value = '';
    }));
    window.addEventListener('beforeunload', event => { if (open) event.preventDefault(); });
  }

  /* looking: zoom, move, turn, page */
  const viewer = $('[data-photo-viewer]');
  const stage = viewer && $('[data-photo-stage]', viewer);
  if (stage) {
    const picture = $('img', stage), tools = $('[data-photo-tools]', viewer), pages = all('a[data-photo]', viewer);
    let at = 0, zoom = 1, turn = 0, x = 0, y = 0;
    const fingers = new Map();
    const draw = () => {
      const w = stage.clientWidth, h = stage.clientHeight, nw = picture.naturalWidth || w, nh = picture.naturalHeight || h;
      const fit = turn % 180 ? Math.min(w / nh, h / nw) / Math.min(w / nw, h / nh) : 1;
      const reach = [w, h].map(side => Math.max(0, zoom - 0.5) * side);
      x = Math.min(reach[0], Math.max(-reach[0], x));
      y = Math.min(reach[1], Math.max(-reach[1], y));
      picture.style.transform = 'translate(' + x + 'px,' + y + 'px) rotate(' + turn + 'deg) scale(' + zoom * fit + ')';
      stage.style.touchAction = zoom > 1 ? 'none' : 'pan-y';
    };
    /* the point under the finger or pointer stays where it is */
    const scale = (factor, left, top) => {
      const to = Math.min(8, Math.max(1, zoom * factor)), box = stage.getBoundingClientRect();
      const px = left === undefined ? 0 : left - box.left - box.width / 2, py = top === undefined ? 0 : top - box.top - box.height / 2;
      x = px - (px - x) * to / zoom; y = py - (py - y) * to / zoom; zoom = to;
      if (zoom === 1) { x = 0; y = 0; }
      draw();
    };
    const show = number => {
      at = (number + pages.length) % pages.length;
      zoom = 1; turn = 0; x = 0; y = 0;
      picture.src = pages[at].href;
      picture.alt = pages[at].dataset.name;
      $('[data-photo-at]', tools).textContent = pages[at].dataset.name;
      pages.forEach((page, i) => { if (i === at) page.setAttribute('aria-current', 'true'); else page.removeAttribute('aria-current'); });
      draw();
    };
    const acts = {
      previous: () => show(at - 1), next: () => show(at + 1), in: () => scale(1.5), out: () => scale(1 / 1.5),
      turn: () => { turn = (turn + 90) % 360; draw(); }, fit: () => { zoom = 1; x = 0; y = 0; draw(); }
    };
    const keys = { '[': 'previous', ']': 'next', '+': 'in', '=': 'in', '-': 'out', r: 'turn' };
    tools.hidden = false; stage.hidden = false;
    picture.addEventListener('load', draw);
    window.addEventListener('resize', draw);
    tools.addEventListener('click', event => { const button = event.target.closest('[data-photo-do]'); if (button) acts[button.dataset.photoDo](); });
    pages.forEach((page, i) => page.addEventListener('click', event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault(); show(i); stage.focus({ preventScroll: true }); stage.scrollIntoView({ block: 'nearest' });
    }));
    document.addEventListener('keydown', event => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, textarea, select') || !keys[event.key]) return;
      event.preventDefault();
      acts[keys[event.key]]();
    });
    stage.addEventListener('wheel', event => { event.preventDefault(); scale(event.deltaY < 0 ? 1.2 : 1 / 1.2, event.clientX, event.clientY); }, { passive: false });
    stage.addEventListener('dblclick', event => scale(zoom > 1 ? 1 / zoom : 2.5, event.clientX, event.clientY));
    stage.addEventListener('pointerdown', event => { stage.setPointerCapture(event.pointerId); fingers.set(event.pointerId, event); });
    stage.addEventListener('pointermove', event => {
      const before = fingers.get(event.pointerId);
      if (!before) return;
      const other = Array.from(fingers.values()).find(finger => finger.pointerId !== event.pointerId);
      if (other) {
        const far = finger => Math.hypot(finger.clientX - other.clientX, finger.clientY - other.clientY);
        scale(far(event) / Math.max(1, far(before)), (event.clientX + other.clientX) / 2, (event.clientY + other.clientY) / 2);
      } else if (zoom > 1) { x += event.clientX - before.clientX; y += event.clientY - before.clientY; draw(); }
      fingers.set(event.pointerId, event);
    });
    ['pointerup', 'pointercancel'].forEach(name => stage.addEventListener(name, event => fingers.delete(event.pointerId)));

    /* a part of a photo, in thousandths of it: marked by a verifier, shown to the operator */
    const box = stage.appendChild(document.createElement('div'));
    box.className = 'spot';
    box.hidden = true;
    let marked = null;
    const paper = () => { /* where the picture lies inside the stage, not turned */
      const frame = picture.getBoundingClientRect(), outer = stage.getBoundingClientRect();
      const s = Math.min(frame.width / (picture.naturalWidth || 1), frame.height / (picture.naturalHeight || 1));
      const w = picture.naturalWidth * s, h = picture.naturalHeight * s;
      return { left: frame.left - outer.left + (frame.width - w) / 2, top: frame.top - outer.top + (frame.height - h) / 2, w: w, h: h, outer: outer };
    };
    const frameSpot = () => {
      box.hidden = !marked || turn !== 0 || pages[at].dataset.id !== marked.photo;
      if (box.hidden) return;
      const p = paper();
      box.style.left = p.left + p.w * marked.x / 1000 + 'px';
      box.style.top = p.top + p.h * marked.y / 1000 + 'px';
      box.style.width = p.w * marked.width / 1000 + 'px';
      box.style.height = p.h * marked.height / 1000 + 'px';
    };
    new MutationObserver(frameSpot).observe(picture, { attributes: true, attributeFilter: ['style', 'src'] });
    picture.addEventListener('load', frameSpot);
    const marker = $('[data-spot-mark]');
    if (marker) {
      const field = $('input', marker), button = $('button', marker), note = $('p', marker);
      let from = null;
      const point = event => {
        const p = paper(), part = (value, size) => Math.min(1000, Math.max(0, Math.round(1000 * value / size)));
        return { x: part(event.clientX - p.outer.left - p.left, p.w), y: part(event.clientY - p.outer.top - p.top, p.h) };
      };
      const marking = on => { stage.classList.toggle('marking', on); button.setAttribute('aria-pressed', String(on)); };
      marker.hidden = false;
      button.addEventListener('click', () => {
        const on = !stage.classList.contains('marking');
        if (on) { turn = 0; draw(); stage.scrollIntoView({ block: 'nearest' }); }
        marking(on);
      });
      stage.addEventListener('pointerdown', event => {
        if (!stage.classList.contains('marking')) return;
        event.stopImmediatePropagation();
        event.preventDefault();
        stage.setPointerCapture(event.pointerId);
        from = point(event);
      }, true);
      stage.addEventListener('pointermove', event => {
        if (!from) return;
        event.stopImmediatePropagation();
        const to = point(event);
        marked = { photo: pages[at].dataset.id, x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.max(1, Math.abs(to.x - from.x)), height: Math.max(1, Math.abs(to.y - from.y)) };
        marked.x = Math.min(marked.x, 1000 - marked.width);
        marked.y = Math.min(marked.y, 1000 - marked.height);
        frameSpot();
      }, true);
      stage.addEventListener('pointerup', event => {
        if (!from) return;
        event.stopImmediatePropagation();
        from = null;
        marking(false);
        if (!marked) return;
        field.value = [marked.photo, marked.x, marked.y, marked.width, marked.height].join(',');
        note.textContent = note.dataset.marked;
      }, true);
    }
    all('[data-spot]').forEach(button => {
      button.hidden = false;
      button.addEventListener('click', () => {
        const [photo, px, py, w, h] = button.dataset.spot.split(',');
        const page = pages.findIndex(one => one.dataset.id === photo);
        if (page < 0) return;
        marked = { photo: photo, x: +px, y: +py, width: +w, height: +h };
        show(page);
        frameSpot();
        stage.scrollIntoView({ block: 'nearest' });
      });
    });
    show(0);
  }

  /* --- the check beside the photo --- */

  /* --- drafts elsewhere: the home shows them, a receipt and a log-out clear them --- */
  all('[data-draft-of]').forEach(link => { if (store.get(link.dataset.draftOf)) link.classList.add('has-draft'); });
  all('[data-draft-done]').forEach(mark => store.drop(mark.dataset.draftDone));
  document.addEventListener('submit', event => {
    if (event.target.matches('[data-drafts-clear]')) store.keys().forEach(key => store.drop(key));
  });

  /* --- error summary and page focus --- */
  const summary = $('.error-summary');
  if (summary) summary.focus();

  /* --- inbox: j, k, Enter, ? --- */
  const rows = () => all('[data-rows] [data-row]');
  const move = step => {
    const list = rows();
    if (!list.length) return;
    const here = list.findIndex(row => row.contains(document.activeElement));
    const there = list[Math.min(Math.max(here + step, 0), list.length - 1)];
    $('a[data-open]', there).focus();
    there.scrollIntoView({ block: 'nearest' });
  };
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, textarea, select')) return;
    const keys = document.getElementById('keys');
    if (event.key === '?' && keys) { event.preventDefault(); if (keys.open) keys.close(); else keys.showModal(); return; }
    if (!$('[data-rows]')) return;
    if (event.key === 'j') { event.preventDefault(); move(rows().some(row => row.contains(document.activeElement)) ? 1 : 0); }
    if (event.key === 'k') { event.preventDefault(); move(-1); }
  });
  document.addEventListener('click', event => {
    const opener = event.target.closest('[data-dialog]');
    if (opener) { event.preventDefault(); document.getElementById(opener.dataset.dialog).showModal(); return; }
    if (event.target.closest('[data-print]')) window.print();
    const copy = event.target.closest('[data-copy]');
    if (copy && navigator.clipboard) navigator.clipboard.writeText(copy.dataset.copy).then(() => say(copy.dataset.copied));
  });
  document.addEventListener('change', event => {
    if (event.target.matches('form[data-auto] select') && !window.htmx) event.target.form.submit();
  });

  /* --- the picture of the process: the step where the case stands, which the picture knows, comes into sight --- */
  all('.process').forEach(picture => {
    const show = async () => {
      const answer = await fetch(picture.src, { credentials: 'same-origin', redirect: 'manual' });
      const here = / data-here="([^"]+)"/.exec(await answer.text());
      if (!here) return;
      const box = picture.parentElement;
      box.scrollLeft = here[1] * picture.clientWidth / picture.naturalWidth - box.clientWidth / 2;
    };
    if (picture.complete && picture.naturalWidth) show(); else picture.addEventListener('load', show, { once: true });
  });

  /* --- pushes: the page "me" asks the person, then the browser, then the desk --- */
  const push = $('[data-push]');
  const mayPush = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  const tell = (method, body) => fetch('/me/push', {
    method, credentials: 'same-origin', redirect: 'manual', keepalive: method === 'DELETE', body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', [meta('csrf-header')]: meta('csrf-token') }
  }).then(answer => { if (!answer.ok) throw new Error(String(answer.status)); });
  const bytes = key => Uint8Array.from(atob(key.replace(/-/g, '+').replace(/_/g, '/')), one => one.charCodeAt(0));
  const subscription = async () => {
    const worker = await navigator.serviceWorker.getRegistration('/');
    return worker ? worker.pushManager.getSubscription() : null;
  };
  const forgetPush = async () => {
    const known = await subscription();
    if (!known) return;
    await Promise.allSettled([tell('DELETE', { endpoint: known.endpoint }), known.unsubscribe()]);
  };
  if (push && mayPush) {
    const states = ['off', 'on', 'denied', 'failed'];
    const show = (...wanted) => states.forEach(state =>
      all('[data-push-' + state + ']', push).forEach(part => { part.hidden = !wanted.includes(state); }));
    const allow = async key => {
      await navigator.serviceWorker.register('/push.js');
      const worker = await navigator.serviceWorker.ready;
      const options = { userVisibleOnly: true, applicationServerKey: bytes(key) };
      let made;
      try {
        made = await worker.pushManager.subscribe(options);
      } catch (e) {
        /* allowed for a key that this desk no longer has */
        const old = await worker.pushManager.getSubscription();
        if (!old) throw e;
        await old.unsubscribe();
        made = await worker.pushManager.subscribe(options);
      }
      const told = made.toJSON();
      await tell('POST', { endpoint: told.endpoint, p256dh: told.keys.p256dh, auth: told.keys.auth });
    };
    const begin = async () => {
      const answer = await fetch('/me/push', { credentials: 'same-origin', redirect: 'manual', headers: { Accept: 'application/json' } });
      const offer = answer.ok ? await answer.json() : { open: false };
      if (!offer.open) return;
      /* without a way to its push service a browser may say nothing for ever */
      const limit = () => new Promise((done, fail) => { setTimeout(() => fail(new Error('no answer')), 15000); });
      const button = $('[data-push-allow]', push);
      const attempt = async () => {
        button.classList.add('busy');
        say(text('waiting'));
        try { await Promise.race([allow(offer.key), limit()]); show('on'); } catch (e) { show('off', 'failed'); }
        button.classList.remove('busy');
        say('');
      };
      push.hidden = false;
      if (Notification.permission === 'denied') { show('denied'); return; }
      /* known to the browser: let the desk know it too, it may have forgotten */
      if (Notification.permission === 'granted' && await subscription()) await attempt(); else show('off');
      button.addEventListener('click', async () => {
        const said = await Notification.requestPermission();
        if (said === 'granted') await attempt(); else show(said === 'denied' ? 'denied' : 'off');
      });
      $('[data-push-stop]', push).addEventListener('click', async () => { await forgetPush(); show('off'); });
    };
    begin().catch(() => { push.hidden = true; });
  }
  /* whoever signs out of a shared telephone is not told on it any more */
  document.addEventListener('submit', event => {
    if (mayPush && event.target.matches('[data-push-end]')) forgetPush().catch(() => {});
  });

  /* --- the live board --- */
  /* brings what is shown to what the server has now, node by node: what did not change is not touched, so that focus,
     scroll, opened folds and marked text stay where they are */
  const morph = (() => {
    const keyOf = node => node.nodeType === 1 ? node.id || node.dataset.key || '' : '';
    const kind = node => node.nodeType + node.nodeName;
    const marked = node => { const chosen = getSelection(); return chosen && !chosen.isCollapsed && chosen.containsNode(node, true); };
    const blink = node => {
      const number = node.parentElement && node.parentElement.closest('[data-n]');
      if (!number) return;
      number.classList.add('changed');
      clearTimeout(number.blinking);
      number.blinking = setTimeout(() => number.classList.remove('changed'), 2500);
    };
    const attributes = (old, next) => {
      for (const { name } of Array.from(old.attributes)) {
        if (!next.hasAttribute(name) && !(name === 'open' && old.matches('details')) && name !== 'class') old.removeAttribute(name);
      }
      for (const { name, value } of Array.from(next.attributes)) {
        if (name !== 'class' && !(name === 'open' && old.matches('details')) && old.getAttribute(name) !== value) old.setAttribute(name, value);
      }
      const mine = ['changed', 'is-live'].filter(word => old.classList.contains(word));
      const theirs = next.getAttribute('class') || '';
      const both = (theirs + ' ' + mine.join(' ')).trim();
      if ((old.getAttribute('class') || '') !== both) { if (both) old.setAttribute('class', both); else old.removeAttribute('class'); }
    };
    const run = (old, next, held) => {
      if (old.nodeType !== 1) {
        if (old.nodeValue !== next.nodeValue && !marked(old)) { const words = old.nodeValue.trim(); old.nodeValue = next.nodeValue; if (words) blink(old); }
        return;
      }
      if (old.hasAttribute('data-live-words')) return;
      attributes(old, next);
      const keyed = new Map();
      for (const child of old.childNodes) if (keyOf(child)) keyed.set(keyOf(child), child);
      const rows = Array.from(next.children).map(keyOf).join(' ');
      if (old.hasAttribute('data-list') && rows !== Array.from(old.children).map(keyOf).join(' ')
          && (old.matches(':hover') || old.contains(document.activeElement))) {
        /* somebody is reading or pointing here: the rows stay in their places until they are asked to move */
        for (const child of next.children) if (keyed.has(keyOf(child))) run(keyed.get(keyOf(child)), child, held);
        held.push(old);
        return;
      }
      let at = old.firstChild;
      for (const child of Array.from(next.childNodes)) {
        const key = keyOf(child);
        const match = key ? keyed.get(key) : at && !keyOf(at) && kind(at) === kind(child) ? at : null;
        if (match && kind(match) === kind(child)) {
          keyed.delete(key);
          if (match === at) at = at.nextSibling; else old.insertBefore(match, at);
          run(match, child, held);
        } else {
          old.insertBefore(document.importNode(child, true), at);
        }
      }
      while (at) { const after = at.nextSibling; at.remove(); at = after; }
      keyed.forEach(gone => gone.remove());
    };
    return (old, next) => { const held = []; run(old, next, held); return held; };
  })();

  const board = $('#board[data-live]');
  if (board && window.fetch) {
    const POLL = 15000, AGAIN = 60000;
    const words = $('[data-live-words]', board);
    const fresh = $('.fresh');
    let source = null, polling = 0, flight = null, planned = 0, dirty = false;
    const state = name => {
      const told = words.dataset[name] || '';
      if (words.textContent !== told) words.textContent = told;
      board.classList.toggle('is-live', name === 'connected');
    };
    /* the hours left run on by the clock of the election */
    let told = null, since = 0;
    const countdown = () => {
      const left = $('[data-left]', board);
      if (!left) return;
      if (left.dataset.left + board.dataset.live !== told) { told = left.dataset.left + board.dataset.live; since = performance.now(); }
      const seconds = Math.max(0, Math.round(Number(left.dataset.left) - (performance.now() - since) / 1000 * Number(left.dataset.speed)));
      const two = value => String(value).padStart(2, '0');
      const shown = two(Math.floor(seconds / 3600)) + '.' + two(Math.floor(seconds / 60) % 60) + '.' + two(seconds % 60);
      if (left.textContent !== shown) left.textContent = shown;
    };
    setInterval(countdown, 1000);

    const renew = force => {
      if (flight) { dirty = true; return; }
      flight = fetch(location.href, { headers: { 'HX-Request': 'true' }, credentials: 'same-origin', redirect: 'manual', cache: 'no-store' })
        .then(async answer => {
          if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) { location.reload(); return; }
          if (!answer.ok) throw new Error(String(answer.status));
          const next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('board');
          if (!next) return;
          if (force && document.activeElement && document.activeElement.closest('[data-list]')) document.activeElement.blur();
          const held = morph(board, next);
          fresh.hidden = held.length === 0;
          countdown();
        })
        .catch(() => { if (!source) state('trying'); })
        .finally(() => { flight = null; if (dirty) { dirty = false; soon(); } });
    };
    const soon = () => { clearTimeout(planned); planned = setTimeout(renew, 200); };
    fresh.addEventListener('click', () => renew(true));
    document.addEventListener('focusout', event => { if (!fresh.hidden && event.target.closest && event.target.closest('[data-list]')) setTimeout(() => { if (!document.activeElement.closest('[data-list]')) soon(); }, 300); });

    const ask = () => fetch(board.dataset.poll, { credentials: 'same-origin', redirect: 'manual', headers: { Accept: 'application/json' } })
      .then(async answer => {
        if (answer.type === 'opaqueredirect') { location.reload(); return; }
        if (!answer.ok) throw new Error(String(answer.status));
        const version = (await answer.json()).version;
        state('polling');
        if (version !== board.dataset.live) renew();
      }).catch(() => state('trying'));
    const poll = () => {
      if (polling) return;
      ask();
      polling = setInterval(ask, POLL);
      setTimeout(connect, AGAIN);
    };
    const connect = () => {
      if (source || !window.EventSource || document.hidden) return;
      const mine = source = new EventSource(board.dataset.events + '&known=' + encodeURIComponent(board.dataset.live));
      mine.addEventListener('open', () => { clearInterval(polling); polling = 0; state('connected'); });
      mine.addEventListener('board', event => { state('connected'); if (event.data !== board.dataset.live) soon(); });
      mine.addEventListener('error', () => {
        state('trying');
        if (mine.readyState === EventSource.CLOSED && source === mine) { source = null; poll(); }
      });
    };
    /* a page that nobody looks at gives its line back */
    const leave = () => { if (source) { source.close(); source = null; } clearInterval(polling); polling = 0; };
    document.addEventListener('visibilitychange', () => { if (document.hidden) leave(); else { if (window.EventSource) connect(); else poll(); renew(); } });
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', event => { if (event.persisted) { connect(); renew(); } });
    state('trying');
    if (window.EventSource) connect(); else poll();
  }

  /* --- letters: how much room is left, and patience while a service signs --- */
  all('[data-letter-count]').forEach(left => {
    const box = $('textarea', left.closest('.field'));
    const show = () => { left.textContent = left.dataset.words.replace('{0}', (Number(left.dataset.letterCount) - box.value.length).toLocaleString(document.documentElement.lang)); };
    box.addEventListener('input', show);
    show();
  });
  all('[data-letter-sign]').forEach(form => form.addEventListener('submit', () => { $('[data-letter-wait]', form).hidden = false; }));
  all('.letter-choose').forEach(form => {
    $('button', form).hidden = true;
    $('select', form).addEventListener('change', () => form.requestSubmit());
  });

  /* --- the wall: the server says which slide it is --- */
  const stay = Number(body.dataset.wall || 0);
  if (stay > 0) {
    const look = () => fetch(location.href, { redirect: 'manual', cache: 'no-store', referrerPolicy: 'no-referrer' })
      .then(async answer => {
        if (answer.status === 404 || answer.status === 410) { location.reload(); return; }
        if (!answer.ok) throw new Error(String(answer.status));
        const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
        $('.wall-foot .status', next).textContent = '';
        morph(body, next.body);
      })
      .catch(() => say(text('lost')));
    setInterval(look, Math.max(3, Math.floor(stay / 3)) * 1000);
  }
})();
