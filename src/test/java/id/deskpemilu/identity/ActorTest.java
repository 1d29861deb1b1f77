package id.deskpemilu.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A role counts only where the token carries it and an assignment in force names the region. */
class ActorTest {

    private static final StationCode STATION = StationCode.of("3517182001001");

    private static Actor actor(Set<Role> roles, Actor.Scope... scopes) {
        return new Actor("satu", "Satu", roles, List.of(scopes));
    }

    private static Actor.Scope scope(Role role, String region) {
        return new Actor.Scope(role, RegionCode.of(region));
    }

    @Test
    void the_role_of_the_token_and_the_region_of_the_table_both_count() {
        Actor actor = actor(Set.of(Role.VERIFIER), scope(Role.VERIFIER, "351718"), scope(Role.ADMIN, "3517"));
        assertThat(actor.may(Role.VERIFIER, STATION)).isTrue();
        assertThat(actor.may(Role.VERIFIER, RegionCode.of("3517"))).isFalse();
        assertThat(actor.may(Role.ADMIN, STATION)).isFalse();
        assertThat(actor.maySee(STATION)).isTrue();
        assertThat(actor.maySee(RegionCode.of("3517"))).isFalse();
        assertThat(code(() -> actor.require(Role.ADMIN, STATION))).isEqualTo("ROLE_MISSING");
        assertThat(code(() -> actor.require(Role.VERIFIER, StationCode.of("3517192001001"))))
                .isEqualTo("REGION_FOREIGN");
        assertThatCode(() -> actor.require(Role.VERIFIER, STATION)).doesNotThrowAnyException();
    }

    @Test
    void an_assignment_of_one_role_does_not_serve_another() {
        Actor actor = actor(Set.of(Role.OPERATOR, Role.VERIFIER), scope(Role.OPERATOR, "3517182001"));
        assertThat(actor.may(Role.OPERATOR, STATION)).isTrue();
        assertThat(code(() -> actor.require(Role.VERIFIER, STATION))).isEqualTo("REGION_FOREIGN");
        assertThat(code(() -> actor.requireAnywhere(Role.VERIFIER))).isEqualTo("ROLE_MISSING");
    }

    @Test
    void without_any_role_nothing_is_seen() {
        Actor nobody = actor(Set.of(), scope(Role.OPERATOR, "3517182001"));
        assertThat(nobody.maySee(STATION)).isFalse();
        assertThat(nobody.scopes()).isEmpty();
        assertThat(code(() -> nobody.requireSight(STATION))).isEqualTo("REGION_FOREIGN");
    }

    @Test
    void regions_inside_one_another_count_once() {
        Actor actor = actor(
                Set.of(Role.VERIFIER, Role.SUPERVISOR),
                scope(Role.VERIFIER, "351718"),
                scope(Role.SUPERVISOR, "3517"),
                scope(Role.VERIFIER, "351801"),
                scope(Role.ADMIN, "12"));
        assertThat(actor.scopes()).containsExactly(RegionCode.of("3517"), RegionCode.of("351801"));
        assertThat(actor.scopes(Role.VERIFIER)).containsExactly(RegionCode.of("351718"), RegionCode.of("351801"));
        assertThat(actor.scopes(Role.ADMIN)).isEmpty();
    }

    private static String code(ThrowingCallable act) {
        return catchThrowableOfType(Refusal.class, act).code();
    }
}
