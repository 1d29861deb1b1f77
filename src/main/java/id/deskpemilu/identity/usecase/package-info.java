/** What can be done with the people of the desk. */
@NullMarked
package id.deskpemilu.identity.usecase;

import org.jspecify.annotations.NullMarked;
