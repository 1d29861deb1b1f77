/** The pictures of the processes, as the pages show them. */
@NullMarked
package id.deskpemilu.workflow.web;

import org.jspecify.annotations.NullMarked;
