/** What can be done with messages, one class each. */
@NullMarked
package id.deskpemilu.conversation.usecase;

import org.jspecify.annotations.NullMarked;
