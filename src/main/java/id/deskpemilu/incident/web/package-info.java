/** The pages and the API of incidents and openings. */
@NullMarked
package id.deskpemilu.incident.web;

import org.jspecify.annotations.NullMarked;
