package id.deskpemilu.report.usecase;

import static id.deskpemilu.report.ReportMother.STATION;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every use case that takes a report in hand refuses: see {@link ReportsInHand#take}. */
interface InHandContract {

    /** A desk on which the use case could be done. */
    ReportDesk ready();

    /** The roles any of which the use case takes. */
    Set<Role> roles();

    /** Does it. */
    void act(ReportDesk desk, Actor actor, ReportAddress address, @Nullable Integer version);

    @Test
    default void whoever_has_another_role_is_refused() {
        for (Role role : EnumSet.complementOf(EnumSet.copyOf(roles()))) {
            ReportDesk desk = ready();
            Actor other = People.person("orang.lain", role, STATION.village());
            desk.refuses("ROLE_MISSING", () -> act(desk, other, desk.address(), null));
        }
    }

    @Test
    default void whoever_acts_for_another_region_is_refused() {
        for (Role role : roles()) {
            ReportDesk desk = ready();
            Actor neighbour = People.person("tetangga", role, new RegionCode("9801012002"));
            desk.refuses("REGION_FOREIGN", () -> act(desk, neighbour, desk.address(), null));
        }
    }

    @Test
    default void a_station_without_a_case_is_refused() {
        ReportDesk desk = ready();
        ReportAddress other = new ReportAddress("uji", "bupati", new StationCode("9801012001002"));
        desk.refuses("REPORT_UNKNOWN", () -> act(desk, everybody(), other, null));
    }

    @Test
    default void a_round_that_the_station_does_not_have_is_refused() {
        ReportDesk desk = ready();
        ReportAddress second = new ReportAddress("uji", "bupati", STATION, 2);
        desk.refuses("ROUND_UNKNOWN", () -> act(desk, everybody(), second, null));
    }

    @Test
    default void a_contest_that_there_is_not_is_refused() {
        ReportDesk desk = ready();
        desk.refuses("CONTEST_UNKNOWN", () -> act(desk, everybody(), new ReportAddress("uji", "ppwp", STATION), null));
        desk.refuses(
                "CONTEST_UNKNOWN", () -> act(desk, everybody(), new ReportAddress("lain", "bupati", STATION), null));
    }

    @Test
    default void nothing_moves_when_the_election_is_over() {
        ReportDesk desk = ready().locked();
        desk.refuses("PHASE_NOT_RUNNING", () -> act(desk, everybody(), desk.address(), null));
    }

    @Test
    default void a_report_that_has_given_way_to_a_later_round_is_refused() {
        ReportDesk desk = ready().superseded();
        ReportAddress first = new ReportAddress("uji", "bupati", STATION, 1);
        desk.refuses("SUPERSEDED", () -> act(desk, everybody(), first, null));
    }

    /** A person who has not touched the report and has every role. */
    static Actor everybody() {
        return new Actor(
                "serba.bisa",
                "serba bisa",
                Role.OF_PEOPLE,
                Role.OF_PEOPLE.stream()
                        .map(role -> new Actor.Scope(role, STATION.village()))
                        .toList());
    }

    /** The same for use cases that carry the version of the page on which somebody acts. */
    interface WithVersion extends InHandContract {

        @Test
        default void a_page_that_shows_the_report_as_it_was_is_refused() {
            ReportDesk desk = ready();
            desk.reports.save(desk.report); // a colleague has changed it
            desk.refuses("STALE", () -> act(desk, everybody(), desk.address(), desk.report.version() - 1));
        }
    }
}
