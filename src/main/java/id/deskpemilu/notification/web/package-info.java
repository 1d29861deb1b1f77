/** The doors of this module: for the script that asks to push, and for Meta's reports of delivery. */
@NullMarked
package id.deskpemilu.notification.web;

import org.jspecify.annotations.NullMarked;
