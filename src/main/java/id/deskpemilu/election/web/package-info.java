/** The desk's set-up: elections, contests and imports. */
@NullMarked
package id.deskpemilu.election.web;

import org.jspecify.annotations.NullMarked;
