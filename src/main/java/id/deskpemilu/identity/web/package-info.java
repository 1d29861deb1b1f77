/** The people of the desk and the page about oneself. */
@NullMarked
package id.deskpemilu.identity.web;

import org.jspecify.annotations.NullMarked;
