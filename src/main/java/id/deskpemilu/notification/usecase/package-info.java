/** What people can have done about messages to them. */
@NullMarked
package id.deskpemilu.notification.usecase;

import org.jspecify.annotations.NullMarked;
