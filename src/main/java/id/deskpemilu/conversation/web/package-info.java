/** Messages, broadcasts and threads on pages and in the API. */
@NullMarked
package id.deskpemilu.conversation.web;

import org.jspecify.annotations.NullMarked;
