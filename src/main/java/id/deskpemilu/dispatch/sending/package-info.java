/** The roads upwards: another desk, e-mail, SFTP. */
@NullMarked
package id.deskpemilu.dispatch.sending;

import org.jspecify.annotations.NullMarked;
