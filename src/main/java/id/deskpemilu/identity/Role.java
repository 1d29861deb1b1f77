package id.deskpemilu.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a person does at the desk; the realm has a role of the same name in lower case. */
public enum Role {
    /** Enters the C.Hasil forms of a desa and confirms corrections. */
    OPERATOR,
    /** Checks reports against the form, approves, requests and applies corrections. */
    VERIFIER,
    /** Calls the desa of a kecamatan that have not reported, and enters a form for an operator who cannot. */
    COORDINATOR,
    /** Watches the board and sees every report of the region. */
    SUPERVISOR,
    /** Sets elections up: imports, operators, opening and closing of contests. */
    ADMIN,
    /** Sees everything of the region and changes nothing. */
    AUDITOR,
    /** The program of the tier below, which sends the letters of its region here; no person, and it sees nothing else. */
    SENDER;

    /** The roles of people. */
    public static final Set<Role> OF_PEOPLE = Set.copyOf(EnumSet.complementOf(EnumSet.of(SENDER)));

    /** The name of the role in the realm, in the process models and in the API. */
    public String realmName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> ofRealmName(String name) {
        return Arrays.stream(values())
                .filter(role -> role.realmName().equals(name))
                .findFirst();
    }
}
