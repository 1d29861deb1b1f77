/** One adapter for each provider of messages, and the choice among them. */
@NullMarked
package id.deskpemilu.notification.channel;

import org.jspecify.annotations.NullMarked;
