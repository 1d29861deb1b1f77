/** What people can have done to the recap. */
@NullMarked
package id.deskpemilu.recap.usecase;

import org.jspecify.annotations.NullMarked;
