/** The demo that the local desk is filled with: an invented regency in the middle of its election night. */
@NullMarked
package id.deskpemilu.demo;

import org.jspecify.annotations.NullMarked;
