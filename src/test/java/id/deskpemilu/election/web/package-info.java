/** The administrator's pages. */
@NullMarked
package id.deskpemilu.election.web;

import org.jspecify.annotations.NullMarked;
