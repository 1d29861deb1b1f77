/** Pushes to browsers: who allowed them, how they are encrypted (RFC 8291), and by whom push services know us (RFC 8292). */
@NullMarked
package id.deskpemilu.notification.push;

import org.jspecify.annotations.NullMarked;
