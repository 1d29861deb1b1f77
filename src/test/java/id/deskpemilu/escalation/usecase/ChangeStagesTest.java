package id.deskpemilu.escalation.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.election.ElectionMother;
import id.deskpemilu.election.StationsInMemory;
import id.deskpemilu.escalation.DeadlineProcess;
import id.deskpemilu.escalation.Stage;
import id.deskpemilu.escalation.Stage.Kind;
import id.deskpemilu.escalation.usecase.ChangeStages.Entry;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangeStagesTest {

    private static final Actor ADMIN = EveningDesk.actor("admin", Role.ADMIN, new RegionCode("9801"));

    private final EveningDesk desk = new EveningDesk();

    ChangeStagesTest() {
        desk.stages.with("16:00", Kind.REMINDER).with("18:30", Kind.KECAMATAN).with("19:30", Kind.KABUPATEN);
    }

    @Test
    void stages_take_the_place_of_those_before_and_those_that_stay_are_the_same_ones() {
        UUID running = desk.deadline().id();
        Stage stays = desk.stages.all().get(1);
        List<Stage> stages = change(ADMIN, List.of(entry("18:30", Kind.KECAMATAN), entry("21:00", Kind.CUTOFF)));
        assertThat(stages).containsExactly(stays, new Stage(4, LocalTime.parse("21:00"), false, Kind.CUTOFF));
        assertThat(desk.replanned).containsExactly(running);
        assertThat(desk.log.lines())
                .containsExactly(new RecordingLog.Line(
                        "admin",
                        "election:uji",
                        "StagesChanged",
                        Map.of(
                                "old",
                                List.of(
                                        entry("16:00", Kind.REMINDER),
                                        entry("18:30", Kind.KECAMATAN),
                                        entry("19:30", Kind.KABUPATEN)),
                                "new",
                                List.of(entry("18:30", Kind.KECAMATAN), entry("21:00", Kind.CUTOFF)))));
    }

    @Test
    void the_same_stages_again_stay_the_same_though_some_have_passed() {
        desk.deadline();
        List<Stage> before = desk.stages.all();
        List<Stage> after = change(ADMIN, before.stream().map(Entry::of).toList());
        assertThat(after).isEqualTo(before);
    }

    @Test
    void there_is_at_least_one_and_not_more_than_people_heed() {
        desk.refuses("STAGES_INVALID", () -> change(ADMIN, List.of()));
        List<Entry> many = new ArrayList<>();
        for (int n = 0; n < 13; n++) {
            many.add(new Entry(LocalTime.of(18, n), false, Kind.REMINDER));
        }
        desk.refuses("STAGES_INVALID", () -> change(ADMIN, many));
        assertThat(change(ADMIN, many.subList(0, 12))).hasSize(12);
    }

    @Test
    void no_two_are_at_the_same_hour_of_the_same_day() {
        Entry evening = entry("20:00", Kind.KABUPATEN);
        desk.refuses("STAGES_INVALID", () -> change(ADMIN, List.of(evening, entry("20:00", Kind.CUTOFF))));
        Entry morrow = new Entry(LocalTime.parse("20:00"), true, Kind.CUTOFF);
        assertThat(change(ADMIN, List.of(evening, morrow)))
                .extracting(Stage::nextDay)
                .containsExactly(false, true);
    }

    @Test
    void once_it_runs_no_stage_is_set_to_an_hour_that_is_over() {
        desk.deadline();
        desk.refuses("STAGE_PASSED", () -> change(ADMIN, List.of(entry("16:59", Kind.REMINDER))));
        change(ADMIN, List.of(entry("17:00", Kind.REMINDER)));
    }

    @Test
    void before_it_runs_every_hour_can_be_set() {
        change(ADMIN, List.of(entry("06:00", Kind.REMINDER)));
        assertThat(desk.replanned).isEmpty();
        assertThat(desk.stages.all()).hasSize(1);
    }

    @Test
    void only_an_administrator_of_the_whole_election_changes_them() {
        List<Entry> wanted = List.of(entry("21:00", Kind.CUTOFF));
        for (Role role : Role.values()) {
            if (role != Role.ADMIN) {
                Actor other = EveningDesk.actor("orang.lain", role, new RegionCode("98"));
                desk.refuses("ROLE_MISSING", () -> change(other, wanted));
            }
        }
        Actor part = EveningDesk.actor("camat", Role.ADMIN, EveningDesk.DISTRICT);
        desk.refuses("ELECTION_SHARED", () -> change(part, wanted));
    }

    @Test
    void an_election_that_there_is_not_has_no_stages() {
        desk.refuses("ELECTION_UNKNOWN", () -> useCase().execute(ADMIN, "lain", List.of(entry("21:00", Kind.CUTOFF))));
    }

    private static Entry entry(String at, Kind kind) {
        return new Entry(LocalTime.parse(at), false, kind);
    }

    private List<Stage> change(Actor actor, List<Entry> wanted) {
        return useCase().execute(actor, "uji", wanted);
    }

    private ChangeStages useCase() {
        DeadlineProcess calendar = new DeadlineProcess() {
            @Override
            public void begin(Collection<UUID> deadlines) {
                throw new IllegalStateException("nothing begins");
            }

            @Override
            public void replan(Collection<UUID> deadlines) {
                desk.replanned.addAll(deadlines);
            }
        };
        var stations = new StationsInMemory(new StationCode("9801012001001"), new StationCode("9801022001001"));
        return new ChangeStages(
                desk.elections,
                ElectionMother.jurisdiction(stations),
                desk.stages,
                desk.deadlines,
                calendar,
                desk.clocks,
                desk.regions,
                desk.log);
    }
}
