/** What a letter says in figures, frozen in one moment: read, added up over regencies, written as JSON and CSV. */
@NullMarked
package id.deskpemilu.dispatch.snapshot;

import org.jspecify.annotations.NullMarked;
