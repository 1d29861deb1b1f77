/* Desk Pemilu: shows what is pushed to this browser while no page of the desk is open. */
'use strict';

self.addEventListener('push', event => {
  const told = event.data ? event.data.json() : {};
  event.waitUntil(self.registration.showNotification(told.title || 'Desk Pemilu', {
    body: told.text || '',
    tag: told.tag,
    lang: 'id',
    data: { link: told.link || '/' }
  }));
});

self.addEventListener('notificationclick', event => {
  event.notification.close();
  const page = new URL(event.notification.data.link, self.location.origin);
  if (page.origin !== self.location.origin) return;
  event.waitUntil((async () => {
    const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const same = open.find(one => one.url === page.href);
    /* a page that is open may hold what somebody is typing: it is left alone */
    if (same) await same.focus(); else await self.clients.openWindow(page.href);
  })());
});
