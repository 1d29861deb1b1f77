/** What all pages and all answers of the API have in common. */
@NullMarked
package id.deskpemilu.shared.web;

import org.jspecify.annotations.NullMarked;
