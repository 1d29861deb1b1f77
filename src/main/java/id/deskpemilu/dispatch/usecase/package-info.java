/** What people and the process do with a letter. */
@NullMarked
package id.deskpemilu.dispatch.usecase;

import org.jspecify.annotations.NullMarked;
