package id.deskpemilu.identity.web;

import id.deskpemilu.identity.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The roles in a token of the realm: the claim {@code realm_access.roles}. */
final class RealmRoles {

    private static final String PREFIX = "ROLE_";

    private RealmRoles() {}

    /** The desk's roles among those of the claim, as authorities. */
    static Set<GrantedAuthority> authorities(@Nullable Object realmAccess) {
        Set<GrantedAuthority> authorities = new java.util.LinkedHashSet<>();
        if (realmAccess instanceof Map<?, ?> access && access.get("roles") instanceof Collection<?> roles) {
            for (Object role : roles) {
                Role.ofRealmName(String.valueOf(role))
                        .ifPresent(known -> authorities.add(new SimpleGrantedAuthority(PREFIX + known.name())));
            }
        }
        return authorities;
    }

    /** The roles that the authorities stand for. */
    static Set<Role> roles(Collection<? extends GrantedAuthority> authorities) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (GrantedAuthority authority : authorities) {
            String name = authority.getAuthority();
            if (name.startsWith(PREFIX)) {
                Role.ofRealmName(name.substring(PREFIX.length()).toLowerCase(java.util.Locale.ROOT))
                        .ifPresent(roles::add);
            }
        }
        return roles;
    }
}
