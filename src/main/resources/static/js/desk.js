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
    const two = value => String(value).padStart(2, '0');
    setInterval(() => {
      const at = Math.floor(start + (performance.now() - loaded) / 1000) % 86400;
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

  /* --- entry: numbers, sums, and nothing lost --- */
  const entry = $('form[data-entry]');
  if (entry) {
    const boxes = all('input[data-box]', entry);
    const byName = name => entry.elements.namedItem(name);
    const key = entry.dataset.draft;
    const saved = $('[data-saved-at]');

    const sums = () => boxes.forEach(box => {
      if (!box.dataset.sumOf) return;
      const note = document.getElementById(box.id + '-sum');
      const parts = box.dataset.sumOf.split(' ').map(name => { const part = byName(name); return part ? part.value : ''; });
      const known = parts.map(number);
      const typed = number(box.value);
      const whole = known.every(part => part !== null);
      const some = known.some(part => part !== null);
      const sum = known.reduce((total, part) => total + (part || 0), 0);
      box.placeholder = whole ? String(sum) : '';
      const differs = whole && typed !== null && typed !== sum;
      note.textContent = differs ? text('differs').replace('{0}', sum) : (some ? text('sum').replace('{0}', sum) : '');
      note.classList.toggle('differs', differs);
      note.classList.toggle('agrees', whole && typed === sum);
      box.closest('.digits').classList.toggle('differs', differs);
    });

    const running = () => {
      const out = $('[data-running]', entry);
      if (out) out.textContent = boxes.filter(box => /^suara_\d+$/.test(box.name))
        .reduce((total, box) => total + (number(box.value) || 0), 0).toLocaleString(document.documentElement.lang);
    };

    const keep = () => {
      const values = {};
      boxes.forEach(box => { if (box.value.trim() !== '') values[box.name] = box.value; });
      const at = new Date();
      if (Object.keys(values).length === 0) { store.drop(key); return; }
      if (store.set(key, { values: values, at: at.toISOString() }) && saved) {
        const time = String(at.getHours()).padStart(2, '0') + '.' + String(at.getMinutes()).padStart(2, '0');
        saved.textContent = text('saved').replace('{0}', time);
      }
    };

    const draft = store.get(key);
    if (draft && draft.values && boxes.every(box => box.value === '')) {
      boxes.forEach(box => { if (draft.values[box.name] !== undefined) box.value = draft.values[box.name]; });
      keep();
    }

    boxes.forEach(box => {
      box.addEventListener('input', () => { sums(); running(); keep(); });
      box.addEventListener('focus', () => box.select());
    });
    entry.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || !event.target.matches('input[data-box]')) return;
      event.preventDefault();
      const next = boxes[boxes.indexOf(event.target) + 1];
      (next || $('button[type=submit]', entry)).focus();
    });
    sums();
    running();
  }

  /* --- photos --- */

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

  /* --- the process diagram, only when it is looked at --- */
  const diagram = document.getElementById('process');
  if (diagram) {
    /* the viewer writes style attributes, which the page's policy refuses: they are set as properties, which it allows */
    const allowStyles = () => {
      const element = Element.prototype;
      const markup = Object.getOwnPropertyDescriptor(element, 'innerHTML');
      Object.defineProperty(element, 'innerHTML', Object.assign({}, markup, {
        set(html) {
          markup.set.call(this, String(html).replace(/ style="/g, ' data-style="'));
          all('[data-style]', this).forEach(part => { part.style.cssText = part.dataset.style; part.removeAttribute('data-style'); });
        }
      }));
      const attribute = element.setAttributeNS;
      element.setAttributeNS = function (space, name, value) {
        if (name === 'style') this.style.cssText = value; else attribute.call(this, space, name, value);
      };
    };
    const draw = async () => {
      allowStyles();
      const script = document.createElement('script');
      script.src = diagram.dataset.viewer;
      script.onload = async () => {
        const look = getComputedStyle(document.documentElement);
        const colour = name => look.getPropertyValue(name).trim();
        const viewer = new window.BpmnJS({
          container: diagram,
          bpmnRenderer: { defaultFillColor: colour('--ground'), defaultStrokeColor: colour('--ink') },
          textRenderer: { defaultStyle: { fontFamily: 'system-ui, sans-serif' } }
        });
        try {
          const answer = await fetch(diagram.dataset.model, { credentials: 'same-origin' });
          if (!answer.ok) throw new Error(String(answer.status));
          await viewer.importXML(await answer.text());
          const canvas = viewer.get('canvas');
          canvas.zoom('fit-viewport', 'auto');
          if (diagram.dataset.current && viewer.get('elementRegistry').get(diagram.dataset.current)) {
            canvas.addMarker(diagram.dataset.current, 'now');
            const here = $('.now', diagram).getBoundingClientRect();
            diagram.parentElement.scrollLeft += here.left + here.width / 2 - diagram.parentElement.getBoundingClientRect().left - diagram.parentElement.clientWidth / 2;
          }
          diagram.classList.add('drawn');
        } catch (e) {
          diagram.hidden = true;
        }
      };
      document.head.append(script);
    };
    const details = diagram.closest('details');
    if (details && !details.open) details.addEventListener('toggle', draw, { once: true });
    else new IntersectionObserver((seen, watch) => {
      if (seen.some(one => one.isIntersecting)) { watch.disconnect(); draw(); }
    }).observe(diagram.parentElement);
  }
})();
