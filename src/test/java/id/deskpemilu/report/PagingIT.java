package id.deskpemilu.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.identity.usecase.ListPeople;
import id.deskpemilu.shared.RegionCode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A page that nobody has is an empty page. */
class PagingIT extends RunningDesk {

    @Autowired
    private ListPeople listPeople;

    @Test
    void a_page_far_behind_the_last_one_is_empty_and_one_before_the_first_is_the_first() {
        TestElection election = testElections.running(ContestType.BUPATI, 1);
        testElections.staff(election);
        post("admin", election.contest("bupati") + "/open", null);
        for (String path : List.of(election.contest("bupati") + "/reports?page=", "/inbox?page=")) {
            Answer far = get("verifikator.satu", path + Integer.MAX_VALUE);
            assertThat(far.status()).as("%s", far.body()).isEqualTo(200);
            assertThat(get("verifikator.satu", path + "-1").status()).isEqualTo(200);
            assertThat(get("verifikator.satu", path + "satu").code()).isEqualTo("REQUEST_INVALID");
        }
        assertThat(get("verifikator.satu", election.contest("bupati") + "/reports?page=" + Integer.MAX_VALUE)
                        .at("reports"))
                .isEmpty();
        RegionCode region = new RegionCode(election.regency());
        Actor admin = new Actor("admin", "Admin", Set.of(Role.ADMIN), List.of(new Actor.Scope(Role.ADMIN, region)));
        assertThat(listPeople.execute(admin, "", null, Integer.MAX_VALUE).people())
                .isEmpty();
    }
}
