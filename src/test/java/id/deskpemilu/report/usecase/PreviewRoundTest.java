package id.deskpemilu.report.usecase;

import static id.deskpemilu.report.ReportMother.STATION;
import static id.deskpemilu.report.ReportMother.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ElectionMother;
import id.deskpemilu.election.Phase;
import id.deskpemilu.election.RoundKind;
import id.deskpemilu.election.StationsInMemory;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewRoundTest {

    private static final Actor ADMIN = People.person("admin", Role.ADMIN, new RegionCode("9801"));
    private static final RoundOrder ORDER = new RoundOrder(
            RoundKind.PSU, LocalDate.of(2024, 12, 1), "putusan", List.of(STATION.digits()), List.of(), List.of());
    private static final RoundPlan PLAN =
            new RoundPlan(RoundKind.PSU, LocalDate.of(2024, 12, 1), "putusan", List.of(STATION), 1, 0, 1);

    private final ReportDesk desk = ReportDesk.with(aReport().locked());

    @Test
    void what_an_order_comes_to_is_shown_and_nothing_happens() {
        assertThat(preview(ADMIN)).isEqualTo(PLAN);
        assertThat(desk.reports.saved()).isEmpty();
        assertThat(desk.rounds.of(desk.contest())).hasSize(1);
        assertThat(desk.log.lines()).isEmpty();
    }

    @Test
    void an_order_that_cannot_be_is_refused() {
        desk.refuses("ROUND_INVALID", () -> useCase(true).execute(ADMIN, "uji", "bupati", ORDER));
    }

    @Test
    void only_an_administrator_of_all_its_stations_sees_it() {
        for (Role role : Role.values()) {
            if (role != Role.ADMIN) {
                desk.refuses("ROLE_MISSING", () -> preview(People.person("lain", role, new RegionCode("98"))));
            }
        }
        desk.refuses("REGION_FOREIGN", () -> preview(People.person("tetangga", Role.ADMIN, new RegionCode("9802"))));
    }

    @Test
    void a_round_is_of_an_open_contest_in_a_running_election() {
        desk.contest().close();
        desk.refuses("CONTEST_NOT_OPEN", () -> preview(ADMIN));
        desk.contest().election().enter(Phase.LOCKED);
        desk.refuses("PHASE_NOT_RUNNING", () -> preview(ADMIN));
    }

    @Test
    void a_contest_that_there_is_not_has_no_rounds() {
        desk.refuses("CONTEST_UNKNOWN", () -> useCase(false).execute(ADMIN, "uji", "ppwp", ORDER));
    }

    private RoundPlan preview(Actor admin) {
        return useCase(false).execute(admin, "uji", "bupati", ORDER);
    }

    private PreviewRound useCase(boolean impossible) {
        RoundPlans plans = new RoundPlans(null, desk.rounds, null) {
            @Override
            RoundPlan check(Contest contest, RoundOrder order) {
                if (impossible) {
                    throw Refusal.invalid("ROUND_INVALID", 1);
                }
                return PLAN;
            }
        };
        return new PreviewRound(desk.contests, ElectionMother.jurisdiction(new StationsInMemory(STATION)), plans);
    }
}
