package id.deskpemilu.report;

import id.deskpemilu.identity.Role;

/**
 * The mark of a report that somebody else entered than the operator of the desa.
 *
 * @param as in which role
 * @param reason why the operator could not
 */
public record OnBehalf(Role as, String reason) {}
