package id.deskpemilu.report;

import static id.deskpemilu.report.Action.APPLY_CORRECTION;
import static id.deskpemilu.report.Action.APPROVE;
import static id.deskpemilu.report.Action.CHECK_BLIND;
import static id.deskpemilu.report.Action.CLAIM;
import static id.deskpemilu.report.Action.CLOSE_REOPENING;
import static id.deskpemilu.report.Action.CONFIRM_CORRECTION;
import static id.deskpemilu.report.Action.DECIDE_CORRECTION;
import static id.deskpemilu.report.Action.DECIDE_REOPENING;
import static id.deskpemilu.report.Action.DISPUTE_CORRECTION;
import static id.deskpemilu.report.Action.KEEP_AS_WRITTEN;
import static id.deskpemilu.report.Action.RELEASE;
import static id.deskpemilu.report.Action.REQUEST_CORRECTION;
import static id.deskpemilu.report.Action.REQUEST_REOPENING;
import static id.deskpemilu.report.Action.SUBMIT;
import static id.deskpemilu.report.Action.SUBMIT_ON_BEHALF;
import static id.deskpemilu.report.Action.TAKE_OVER;
import static id.deskpemilu.report.ReportMother.LATER;
import static id.deskpemilu.report.ReportMother.NOW;
import static id.deskpemilu.report.ReportMother.STATION;
import static id.deskpemilu.report.ReportMother.aReport;
import static id.deskpemilu.report.ReportStatus.APPROVED;
import static id.deskpemilu.report.ReportStatus.AWAITED;
import static id.deskpemilu.report.ReportStatus.CORRECTION_CONFIRMED;
import static id.deskpemilu.report.ReportStatus.CORRECTION_REQUESTED;
import static id.deskpemilu.report.ReportStatus.DISPUTED;
import static id.deskpemilu.report.ReportStatus.LOCKED;
import static id.deskpemilu.report.ReportStatus.RECHECK;
import static id.deskpemilu.report.ReportStatus.REOPENED;
import static id.deskpemilu.report.ReportStatus.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every status × every action × every person: what is not listed here is refused with its code. */
class ReportTransitionsTest {

    /** What may happen, and where it leads. */
    private static final Map<ReportStatus, Map<Action, ReportStatus>> TRANSITIONS = Map.of(
            AWAITED, Map.of(SUBMIT, SUBMITTED, SUBMIT_ON_BEHALF, SUBMITTED),
            SUBMITTED, Map.of(),
            LOCKED,
                    Map.of(
                            CLAIM, LOCKED,
                            RELEASE, LOCKED,
                            TAKE_OVER, LOCKED,
                            CHECK_BLIND, LOCKED,
                            APPROVE, APPROVED,
                            REQUEST_CORRECTION, CORRECTION_REQUESTED),
            CORRECTION_REQUESTED,
                    Map.of(
                            CONFIRM_CORRECTION, CORRECTION_CONFIRMED,
                            KEEP_AS_WRITTEN, RECHECK,
                            DISPUTE_CORRECTION, DISPUTED),
            DISPUTED, Map.of(DECIDE_CORRECTION, CORRECTION_CONFIRMED),
            CORRECTION_CONFIRMED,
                    Map.of(
                            CLAIM, CORRECTION_CONFIRMED,
                            RELEASE, CORRECTION_CONFIRMED,
                            TAKE_OVER, CORRECTION_CONFIRMED,
                            APPLY_CORRECTION, RECHECK),
            RECHECK,
                    Map.of(
                            CLAIM, RECHECK,
                            RELEASE, RECHECK,
                            TAKE_OVER, RECHECK,
                            CHECK_BLIND, RECHECK,
                            APPROVE, APPROVED,
                            REQUEST_CORRECTION, CORRECTION_REQUESTED),
            APPROVED, Map.of(REQUEST_REOPENING, APPROVED, DECIDE_REOPENING, REOPENED),
            REOPENED,
                    Map.of(
                            CLAIM, REOPENED,
                            RELEASE, REOPENED,
                            TAKE_OVER, REOPENED,
                            REQUEST_CORRECTION, CORRECTION_REQUESTED,
                            CLOSE_REOPENING, APPROVED));

    /** Who does an action: the operator, a supervisor, or a verifier that has not touched the report. */
    private static final Map<Action, Set<Role>> ROLES = Map.ofEntries(
            Map.entry(SUBMIT, Set.of(Role.OPERATOR)),
            Map.entry(SUBMIT_ON_BEHALF, Set.of(Role.COORDINATOR, Role.SUPERVISOR)),
            Map.entry(CLAIM, Set.of(Role.VERIFIER)),
            Map.entry(RELEASE, Set.of(Role.VERIFIER)),
            Map.entry(TAKE_OVER, Set.of(Role.VERIFIER)),
            Map.entry(CHECK_BLIND, Set.of(Role.VERIFIER)),
            Map.entry(APPROVE, Set.of(Role.VERIFIER)),
            Map.entry(REQUEST_CORRECTION, Set.of(Role.VERIFIER)),
            Map.entry(CONFIRM_CORRECTION, Set.of(Role.OPERATOR)),
            Map.entry(KEEP_AS_WRITTEN, Set.of(Role.OPERATOR)),
            Map.entry(DISPUTE_CORRECTION, Set.of(Role.OPERATOR)),
            Map.entry(DECIDE_CORRECTION, Set.of(Role.SUPERVISOR)),
            Map.entry(APPLY_CORRECTION, Set.of(Role.VERIFIER)),
            Map.entry(REQUEST_REOPENING, Set.of(Role.VERIFIER)),
            Map.entry(DECIDE_REOPENING, Set.of(Role.SUPERVISOR)),
            Map.entry(CLOSE_REOPENING, Set.of(Role.VERIFIER)));

    private static final Set<Action> SENDING = Set.of(SUBMIT, SUBMIT_ON_BEHALF);

    static Stream<Arguments> every_status_and_action() {
        return Stream.of(ReportStatus.values())
                .flatMap(status -> Stream.of(Action.values()).map(action -> Arguments.of(status, action)));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("every_status_and_action")
    void the_right_person_can_do_what_is_listed_and_nothing_else(ReportStatus status, Action action) {
        Report report = prepared(status, action);
        Actor right = right(action);
        ReportStatus next = TRANSITIONS.get(status).get(action);

        if (next == null) {
            assertThat(refusal(report, action, right).code())
                    .isEqualTo(SENDING.contains(action) ? locked(status) : "NOT_NOW");
            assertThat(report.status()).isEqualTo(status);
            assertThat(report.actionsFor(right)).doesNotContain(action);
        } else {
            assertThat(report.actionsFor(right)).contains(action);
            act(report, action, right);
            assertThat(report.status()).isEqualTo(next);
        }
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("every_status_and_action")
    void another_role_than_the_listed_one_can_do_nothing(ReportStatus status, Action action) {
        for (Role role : Role.values()) {
            if (!ROLES.get(action).contains(role)) {
                Report report = prepared(status, action);
                Actor wrong = People.person("orang.lain", role, new RegionCode("98"));
                assertThat(refusal(report, action, wrong).code()).isEqualTo("ROLE_MISSING");
                assertThat(report.status()).isEqualTo(status);
                assertThat(report.actionsFor(wrong)).doesNotContain(action);
            }
        }
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("every_status_and_action")
    void the_right_role_for_another_region_can_do_nothing(ReportStatus status, Action action) {
        for (String foreign : List.of("9801012002", "980102", "9802", "97")) {
            Report report = prepared(status, action);
            for (Role role : ROLES.get(action)) {
                Actor neighbour = People.person("tetangga", role, new RegionCode(foreign));
                assertThat(refusal(report, action, neighbour).code()).isEqualTo("REGION_FOREIGN");
                assertThat(report.status()).isEqualTo(status);
                assertThat(report.actionsFor(neighbour)).isEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("every_status_and_action")
    void a_role_without_an_assignment_can_do_nothing(ReportStatus status, Action action) {
        Actor unassigned = new Actor("baru", "baru", Set.of(Role.values()), List.of());
        assertThat(refusal(prepared(status, action), action, unassigned).code()).isEqualTo("REGION_FOREIGN");
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("every_status_and_action")
    void the_buttons_are_exactly_what_is_not_refused(ReportStatus status, Action action) {
        Actor everything = new Actor(
                "serba.bisa",
                "serba bisa",
                Set.of(Role.OPERATOR, Role.VERIFIER, Role.SUPERVISOR),
                List.of(
                        new Actor.Scope(Role.OPERATOR, STATION.village()),
                        new Actor.Scope(Role.VERIFIER, STATION.village()),
                        new Actor.Scope(Role.SUPERVISOR, STATION.village())));
        for (Actor person : List.of(
                People.OPERATOR,
                People.FIRST,
                People.SECOND,
                People.THIRD,
                People.COORDINATOR,
                People.SUPERVISOR,
                everything)) {
            for (Actor holder : holders(status)) {
                boolean offered = aReport()
                        .in(status)
                        .heldBy(holder)
                        .report()
                        .actionsFor(person)
                        .contains(action);
                Report report = aReport().in(status).heldBy(holder).report();
                boolean repetition = action == Action.CLAIM && person.equals(holder); // allowed, and no use
                assertThat(attempt(report, action, person) == null && !repetition)
                        .as("%s by %s, held by %s", action, person.username(), holder)
                        .isEqualTo(offered);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ReportStatus.class)
    void only_what_was_just_sent_is_locked(ReportStatus status) {
        Report report = aReport().in(status).report();
        if (status == SUBMITTED) {
            report.lock(NOW);
            assertThat(report.status()).isEqualTo(LOCKED);
            assertThat(report.lockedAt()).isEqualTo(NOW);
            assertThat(report.receipt()).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}");
        } else {
            assertThat(catchThrowableOfType(Refusal.class, () -> report.lock(NOW))
                            .code())
                    .isEqualTo("NOT_NOW");
        }
    }

    @Test
    void a_second_report_is_told_who_sent_the_first_and_when() {
        Refusal refusal = refusal(aReport().locked().report(), SUBMIT, People.OPERATOR);
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(refusal.details()).containsEntry("submittedBy", "melati").containsEntry("lockedAt", NOW);
    }

    @Test
    void the_operator_cannot_verify_its_own_report() {
        Actor both = new Actor(
                "melati",
                "melati",
                Set.of(Role.OPERATOR, Role.VERIFIER),
                List.of(
                        new Actor.Scope(Role.OPERATOR, STATION.village()),
                        new Actor.Scope(Role.VERIFIER, STATION.village())));
        for (Action action : List.of(CLAIM, APPROVE, REQUEST_CORRECTION)) {
            assertThat(refusal(aReport().locked().report(), action, both).code())
                    .isEqualTo("FOUR_EYES");
        }
        assertThat(refusal(aReport().locked().heldBy(People.FIRST).report(), TAKE_OVER, both)
                        .code())
                .isEqualTo("FOUR_EYES");
        for (Action action : List.of(CLAIM, APPLY_CORRECTION)) {
            assertThat(refusal(aReport().correctionConfirmed().report(), action, both)
                            .code())
                    .isEqualTo("FOUR_EYES");
        }
    }

    @Test
    void who_enters_a_report_in_the_place_of_the_operator_says_why_and_the_report_says_so() {
        for (Actor sender : List.of(People.COORDINATOR, People.SUPERVISOR)) {
            for (String reason : List.of("", " \n", "x".repeat(2001))) {
                Report report = aReport().report();
                assertThat(codeOf(() -> report.submitOnBehalf(
                                sender, reason, TallyMother.consistent(), List.of(), false, Map.of(), NOW)))
                        .isEqualTo(reason.isBlank() ? "ON_BEHALF_REASON_MISSING" : "TEXT_TOO_LONG");
                assertThat(report.status()).isEqualTo(AWAITED);
                assertThat(report.onBehalf()).isNull();
            }
            Report report = aReport().lockedOnBehalf(sender).report();
            assertThat(report.onBehalf())
                    .isEqualTo(new OnBehalf(sender.roles().iterator().next(), "operator sakit"));
            assertThat(report.submittedBy()).isEqualTo(sender.username());
            assertThat(report.current().author()).isEqualTo(sender.username());
        }
        assertThat(aReport().locked().report().onBehalf()).isNull();
    }

    @Test
    void who_entered_a_report_in_the_place_of_the_operator_never_verifies_it_nor_decides_about_it() {
        Actor coordinatorToo = new Actor(
                "koordinator",
                "koordinator",
                Set.of(Role.COORDINATOR, Role.VERIFIER, Role.SUPERVISOR),
                List.of(
                        new Actor.Scope(Role.COORDINATOR, STATION.village()),
                        new Actor.Scope(Role.VERIFIER, STATION.village()),
                        new Actor.Scope(Role.SUPERVISOR, STATION.village())));
        for (Action action : List.of(CLAIM, CHECK_BLIND, APPROVE, REQUEST_CORRECTION)) {
            assertThat(refusal(aReport().lockedOnBehalf(People.COORDINATOR).report(), action, coordinatorToo)
                            .code())
                    .isEqualTo("FOUR_EYES");
        }
        Report disputed = aReport().lockedOnBehalf(People.COORDINATOR).report();
        disputed.requestCorrection(People.FIRST, Map.of("suara_1", 91), "tampak 91", null, LATER, NOW);
        disputed.answerCorrection(People.OPERATOR, 1, Correction.Answer.DISPUTED, "tertulis 90", NOW);
        assertThat(refusal(disputed, DECIDE_CORRECTION, coordinatorToo).code()).isEqualTo("FOUR_EYES");
    }

    @Test
    void a_correction_of_such_a_report_is_answered_by_the_operator_or_by_who_entered_it_and_by_nobody_else() {
        Actor another = People.person("koordinator.dua", Role.COORDINATOR, STATION.village());
        for (Actor sender : List.of(People.COORDINATOR, People.SUPERVISOR)) {
            for (Actor answering : List.of(sender, People.OPERATOR)) {
                Report report = aReport().lockedOnBehalf(sender).report();
                report.requestCorrection(People.FIRST, Map.of("suara_1", 91), "tampak 91", null, LATER, NOW);
                assertThat(report.actionsFor(answering))
                        .contains(CONFIRM_CORRECTION, KEEP_AS_WRITTEN, DISPUTE_CORRECTION);
                assertThat(refusal(report, CONFIRM_CORRECTION, another).code()).isEqualTo("ROLE_MISSING");
                report.answerCorrection(answering, 1, Correction.Answer.CONFIRMED, null, NOW);
                assertThat(report.status()).isEqualTo(CORRECTION_CONFIRMED);
            }
        }
        Report ordinary = aReport().correctionRequested().report();
        assertThat(refusal(ordinary, CONFIRM_CORRECTION, People.COORDINATOR).code())
                .isEqualTo("ROLE_MISSING");
        Report moved = aReport().lockedOnBehalf(People.COORDINATOR).report();
        moved.requestCorrection(People.FIRST, Map.of("suara_1", 91), "tampak 91", null, LATER, NOW);
        Actor elsewhere = People.person("koordinator", Role.COORDINATOR, new RegionCode("980102"));
        assertThat(refusal(moved, CONFIRM_CORRECTION, elsewhere).code()).isEqualTo("REGION_FOREIGN");
    }

    @Test
    void photos_come_from_the_operator_and_from_who_enters_in_the_operators_place() {
        Report owed = aReport().report();
        assertThat(List.of(People.OPERATOR, People.COORDINATOR, People.SUPERVISOR))
                .allMatch(owed::takesPhotosFrom);
        assertThat(owed.takesPhotosFrom(People.FIRST)).isFalse();
        Report ordinary = aReport().locked().report();
        assertThat(ordinary.takesPhotosFrom(People.OPERATOR)).isTrue();
        assertThat(codeOf(() -> ordinary.requirePhotosFrom(People.COORDINATOR))).isEqualTo("ROLE_MISSING");
        Report substituted = aReport().lockedOnBehalf(People.COORDINATOR).report();
        assertThat(List.of(People.OPERATOR, People.COORDINATOR)).allMatch(substituted::takesPhotosFrom);
        assertThat(substituted.takesPhotosFrom(People.SUPERVISOR)).isFalse();
    }

    @Test
    void the_verifier_who_asked_cannot_answer_for_the_operator() {
        Actor both = new Actor(
                "verifikator.satu",
                "satu",
                Set.of(Role.OPERATOR, Role.VERIFIER),
                List.of(
                        new Actor.Scope(Role.OPERATOR, STATION.village()),
                        new Actor.Scope(Role.VERIFIER, STATION.village())));
        for (Action action : List.of(CONFIRM_CORRECTION, KEEP_AS_WRITTEN, DISPUTE_CORRECTION)) {
            assertThat(refusal(aReport().correctionRequested().report(), action, both)
                            .code())
                    .isEqualTo("FOUR_EYES");
        }
    }

    @Test
    void whoever_asked_for_a_correction_or_applied_it_cannot_check_the_result() {
        for (Action action : List.of(CLAIM, APPROVE, REQUEST_CORRECTION)) {
            for (Actor involved : List.of(People.FIRST, People.SECOND)) {
                Report report = aReport().correctionAppliedBy(People.SECOND).report();
                assertThat(refusal(report, action, involved).code()).isEqualTo("FOUR_EYES");
            }
        }
        Report report = aReport().correctionAppliedBy(People.SECOND).report();
        assertThat(report.verifiedBy()).containsExactly("verifikator.satu", "verifikator.dua");
        assertThat(report.approve(People.THIRD, NOW)).isTrue();
        assertThat(report.approvedBy()).isEqualTo("verifikator.tiga");
    }

    @Test
    void what_the_operator_says_stands_on_the_form_is_looked_at_by_another_verifier() {
        Report report = aReport().correctionRequested().report();
        report.answerCorrection(People.OPERATOR, 1, Correction.Answer.AS_WRITTEN, "C.Hasil memang begitu", NOW);
        assertThat(report.status()).isEqualTo(RECHECK);
        assertThat(refusal(report, APPROVE, People.FIRST).code()).isEqualTo("FOUR_EYES");
        assertThat(report.approve(People.SECOND, NOW)).isTrue();
        assertThat(report.current().tally().get("suara_1")).isEqualTo(90);
        assertThat(report.revision()).isEqualTo(1);
    }

    @Test
    void a_supervisor_decides_what_was_disputed() {
        Report upheld = aReport().correctionDisputed().report();
        upheld.decideCorrection(People.SUPERVISOR, 1, true, "foto jelas 91", NOW);
        assertThat(upheld.status()).isEqualTo(CORRECTION_CONFIRMED);
        assertThat(upheld.corrections().get(0).state()).isEqualTo(Correction.State.UPHELD);
        upheld.applyCorrection(People.FIRST, 1, List.of(), false, NOW);
        assertThat(upheld.current().tally().get("suara_1")).isEqualTo(91);
        assertThat(upheld.corrections().get(0)).satisfies(correction -> {
            assertThat(correction.answeredBy()).isEqualTo("melati");
            assertThat(correction.comment()).isEqualTo("tertulis 90");
            assertThat(correction.decidedBy()).isEqualTo("supervisor");
            assertThat(correction.decision()).isEqualTo("foto jelas 91");
        });

        Report rejected = aReport().correctionDisputed().report();
        rejected.decideCorrection(People.SUPERVISOR, 1, false, "foto jelas 90", NOW);
        assertThat(rejected.status()).isEqualTo(RECHECK);
        assertThat(refusal(rejected, APPROVE, People.FIRST).code()).isEqualTo("FOUR_EYES");
        assertThat(rejected.approve(People.SECOND, NOW)).isTrue();
        assertThat(rejected.revision()).isEqualTo(1);
    }

    @Test
    void a_supervisor_decides_what_was_not_answered_in_time() {
        Report report = aReport().correctionRequested().report();
        report.correctionOverdue(LATER);
        assertThat(report.status()).isEqualTo(DISPUTED);
        assertThat(report.corrections().get(0)).satisfies(correction -> {
            assertThat(correction.state()).isEqualTo(Correction.State.OVERDUE);
            assertThat(correction.answeredBy()).isNull();
            assertThat(correction.answeredAt()).isEqualTo(LATER);
        });
        assertThat(refusal(report, CONFIRM_CORRECTION, People.OPERATOR).code()).isEqualTo("NOT_NOW");
        report.decideCorrection(People.SUPERVISOR, 1, true, "foto jelas 91", LATER);
        assertThat(report.status()).isEqualTo(CORRECTION_CONFIRMED);
        assertThat(codeOf(() -> report.correctionOverdue(LATER))).isEqualTo("NOT_NOW");
    }

    @Test
    void nobody_settles_a_dispute_that_is_his_own() {
        for (String username : List.of("melati", "verifikator.satu")) {
            Actor both = People.person(username, Role.SUPERVISOR, STATION.village());
            assertThat(refusal(aReport().correctionDisputed().report(), DECIDE_CORRECTION, both)
                            .code())
                    .isEqualTo("FOUR_EYES");
        }
        Report decided = aReport().correctionDisputed().report();
        decided.decideCorrection(People.SUPERVISOR, 1, false, "tetap", NOW);
        Actor supervisorToo = People.person("supervisor", Role.VERIFIER, STATION.village());
        assertThat(refusal(decided, APPROVE, supervisorToo).code()).isEqualTo("FOUR_EYES");
    }

    @Test
    void the_figures_are_read_from_the_photo_before_they_are_judged() {
        Report report = aReport().blind().locked().report();
        assertThat(report.isVeiledFor(People.FIRST)).isTrue();
        assertThat(report.isVeiledFor(People.OPERATOR)).isFalse();
        assertThat(report.isVeiledFor(People.SUPERVISOR)).isFalse();
        assertThat(refusal(report, APPROVE, People.FIRST).code()).isEqualTo("BLIND_CHECK_MISSING");
        assertThat(refusal(report, REQUEST_CORRECTION, People.FIRST).code()).isEqualTo("BLIND_CHECK_MISSING");

        BlindCheck differing = report.checkBlind(
                People.FIRST,
                Map.of("suara_1", 91, "suara_2", 108, "suara_3", 10, "suara_sah", 208, "suara_tidak_sah", 2),
                NOW);
        assertThat(differing.agrees()).isFalse();
        assertThat(differing.differing()).containsExactly("suara_1");
        assertThat(report.holder()).isEqualTo("verifikator.satu");
        assertThat(report.isVeiledFor(People.FIRST)).isFalse();
        assertThat(report.actionsFor(People.FIRST)).contains(REQUEST_CORRECTION).doesNotContain(APPROVE);
        assertThat(refusal(report, APPROVE, People.FIRST).code()).isEqualTo("BLIND_CHECK_DIFFERS");

        assertThat(keyed(report, People.FIRST).agrees()).isTrue();
        assertThat(report.blindChecks()).hasSize(2);
        assertThat(report.approve(People.FIRST, NOW)).isTrue();
    }

    @Test
    void the_second_verifier_reads_the_photo_too_and_a_new_revision_is_read_anew() {
        Report report = aReport().blind().grave().locked().report();
        keyed(report, People.FIRST);
        report.approve(People.FIRST, NOW);
        assertThat(report.isVeiledFor(People.SECOND)).isTrue();
        assertThat(refusal(report, APPROVE, People.SECOND).code()).isEqualTo("BLIND_CHECK_MISSING");
        keyed(report, People.SECOND);
        report.requestCorrection(People.SECOND, Map.of("suara_1", 91), "tampak 91", null, LATER, NOW);
        report.answerCorrection(People.OPERATOR, 1, Correction.Answer.CONFIRMED, null, NOW);
        report.applyCorrection(People.SECOND, 1, List.of(), true, NOW);
        assertThat(refusal(report, APPROVE, People.FIRST).code()).isEqualTo("BLIND_CHECK_MISSING");
        assertThat(report.lastCheck(People.FIRST)).isEmpty();
        keyed(report, People.FIRST);
        assertThat(report.approve(People.FIRST, NOW)).isTrue();
    }

    @Test
    void an_approved_report_is_opened_again_by_two_people_and_closes_by_itself() {
        Report report = aReport().reopeningAsked().report();
        assertThat(refusal(report, REQUEST_REOPENING, People.FIRST).code()).isEqualTo("REOPENING_PENDING");
        Actor both = People.person("verifikator.dua", Role.SUPERVISOR, STATION.village());
        assertThat(refusal(report, DECIDE_REOPENING, both).code()).isEqualTo("FOUR_EYES");
        report.grantReopening(People.SUPERVISOR, "silakan", LATER, NOW);
        assertThat(report.status()).isEqualTo(REOPENED);
        assertThat(report.approvedBy()).isEqualTo("verifikator.satu");
        assertThat(report.reopenings().get(0).closesAt()).isEqualTo(LATER);

        report.reopeningEnded(LATER);
        assertThat(report.status()).isEqualTo(APPROVED);
        assertThat(report.approvedBy()).isEqualTo("verifikator.satu");
        assertThat(report.reopenings().get(0).state()).isEqualTo(Reopening.State.CLOSED);
        assertThat(codeOf(() -> report.reopeningEnded(LATER))).isEqualTo("NOT_NOW");
        assertThat(refusal(report, DECIDE_REOPENING, People.SUPERVISOR).code()).isEqualTo("REOPENING_NOT_ASKED");
    }

    @Test
    void a_reopened_report_is_corrected_like_any_other_and_both_revisions_stay() {
        Report report = aReport().reopened().report();
        report.requestCorrection(People.FIRST, Map.of("suara_1", 91), "terbaca 91", null, LATER, NOW);
        assertThat(report.approvedBy()).isNull();
        assertThat(report.reopenings().get(0).state()).isEqualTo(Reopening.State.USED);
        report.answerCorrection(People.OPERATOR, 1, Correction.Answer.CONFIRMED, null, NOW);
        report.applyCorrection(People.FIRST, 1, List.of(), false, NOW);
        assertThat(report.approve(People.SECOND, NOW)).isTrue();
        assertThat(report.revisions()).hasSize(2);
    }

    @Test
    void opening_again_needs_a_reason_and_so_does_refusing_to() {
        Report approved = aReport().approved().report();
        assertThat(codeOf(() -> approved.requestReopening(People.SECOND, Reopening.Cause.OTHER, " ", NOW)))
                .isEqualTo("REASON_MISSING");
        Report asked = aReport().reopeningAsked().report();
        assertThat(codeOf(() -> asked.refuseReopening(People.SUPERVISOR, "", NOW)))
                .isEqualTo("REASON_MISSING");
        asked.refuseReopening(People.SUPERVISOR, "foto jelas", NOW);
        assertThat(asked.status()).isEqualTo(APPROVED);
        assertThat(asked.isReopeningAsked()).isFalse();
        asked.requestReopening(People.SECOND, Reopening.Cause.ORDERED, "putusan Bawaslu", NOW);
        assertThat(asked.reopenings()).hasSize(2);
    }

    @Test
    void the_operator_is_told_how_far_the_locked_report_is() {
        assertThat(refusal(aReport().locked().report(), SUBMIT, People.OPERATOR).code())
                .isEqualTo("ALREADY_REPORTED");
        Report opened = aReport().locked().heldBy(People.FIRST).report();
        assertThat(refusal(opened, SUBMIT, People.OPERATOR).code()).isEqualTo("UNDER_REVIEW");
        opened.release(People.FIRST, NOW);
        assertThat(opened.hasBeenOpened()).isTrue();
        assertThat(refusal(opened, SUBMIT, People.OPERATOR).code()).isEqualTo("UNDER_REVIEW");
        assertThat(refusal(aReport().approved().report(), SUBMIT, People.OPERATOR)
                        .code())
                .isEqualTo("ALREADY_APPROVED");
    }

    @Test
    void a_report_that_breaks_a_rule_that_must_hold_stands_as_the_form_has_it() {
        assertThat(aReport().locked().report().isInconsistent()).isFalse();
        assertThat(aReport().grave().locked().report().isInconsistent()).isFalse(); // unusual, not impossible
        Finding broken = new Finding(
                id.deskpemilu.report.finding.FindingCode.H3,
                id.deskpemilu.report.finding.Severity.EXPLAIN,
                false,
                1,
                "90 + 108 + 10 = 208 ≠ 209",
                List.of("suara_sah"));
        Report report = Report.awaited(ReportMother.contest(), STATION);
        report.submit(People.OPERATOR, TallyMother.consistent(), List.of(broken), false, Map.of("H3", "begitu"), NOW);
        report.lock(NOW);
        report.approve(People.FIRST, NOW);
        assertThat(report.isInconsistent()).isTrue();
    }

    @Test
    void a_mark_on_a_photo_lies_inside_it() {
        for (int[] at : new int[][] {{-1, 0, 10, 10}, {0, 0, 0, 10}, {995, 0, 10, 10}, {0, 500, 10, 501}}) {
            Report report = aReport().locked().report();
            Correction.Spot spot = new Correction.Spot(new java.util.UUID(1, 1), at[0], at[1], at[2], at[3]);
            assertThat(codeOf(() -> report.requestCorrection(
                            People.FIRST, Map.of("suara_1", 91), "tampak 91", spot, LATER, NOW)))
                    .isEqualTo("SPOT_INVALID");
            assertThat(report.status()).isEqualTo(LOCKED);
        }
    }

    private static BlindCheck keyed(Report report, Actor verifier) {
        return report.checkBlind(verifier, decisive(report), NOW);
    }

    private static Map<String, Integer> decisive(Report report) {
        Map<String, Integer> figures = new java.util.TreeMap<>();
        BlindCheck.fields(FormMother.pilkada(), report.current().tally())
                .forEach(field -> figures.put(field, report.current().tally().get(field)));
        return figures;
    }

    @Test
    void a_grave_report_takes_two_verifiers() {
        Report report = aReport().grave().locked().report();
        assertThat(report.needsSecondLook()).isTrue();
        assertThat(report.approve(People.FIRST, NOW)).isFalse();
        assertThat(report.status()).isEqualTo(RECHECK);
        assertThat(report.approvedBy()).isNull();
        assertThat(refusal(report, APPROVE, People.FIRST).code()).isEqualTo("FOUR_EYES");
        assertThat(report.approve(People.SECOND, NOW)).isTrue();
        assertThat(report.status()).isEqualTo(APPROVED);
    }

    @Test
    void a_correction_during_the_second_look_goes_round_once_more() {
        Report report = aReport().checkedOnce().report();
        report.requestCorrection(People.SECOND, Map.of("suara_2", 107), "tampak 107", null, LATER, NOW);
        report.answerCorrection(People.OPERATOR, 1, Correction.Answer.CONFIRMED, "benar", NOW);
        report.applyCorrection(People.SECOND, 1, List.of(), false, NOW);
        assertThat(report.needsSecondLook()).isFalse();
        assertThat(refusal(report, APPROVE, People.SECOND).code()).isEqualTo("FOUR_EYES");
        assertThat(report.approve(People.FIRST, NOW)).isTrue();
    }

    @Test
    void what_a_colleague_holds_is_left_to_the_colleague() {
        for (Action action : List.of(CLAIM, APPROVE, REQUEST_CORRECTION)) {
            Report report = aReport().locked().heldBy(People.FIRST).report();
            Refusal refusal = refusal(report, action, People.SECOND);
            assertThat(refusal.code()).isEqualTo("HELD_BY_ANOTHER");
            assertThat(refusal.details())
                    .containsEntry("holder", "verifikator.satu")
                    .containsEntry("since", NOW);
        }
        Report confirmed = aReport().correctionConfirmed().heldBy(People.FIRST).report();
        assertThat(refusal(confirmed, APPLY_CORRECTION, People.SECOND).code()).isEqualTo("HELD_BY_ANOTHER");
    }

    @Test
    void only_the_holder_releases_and_only_a_held_report_is_taken_over() {
        assertThat(refusal(aReport().locked().report(), RELEASE, People.FIRST).code())
                .isEqualTo("NOT_HELD");
        assertThat(refusal(aReport().locked().heldBy(People.FIRST).report(), RELEASE, People.SECOND)
                        .code())
                .isEqualTo("NOT_HELD");
        assertThat(refusal(aReport().locked().report(), TAKE_OVER, People.FIRST).code())
                .isEqualTo("NOT_HELD");
        assertThat(refusal(aReport().locked().heldBy(People.FIRST).report(), TAKE_OVER, People.FIRST)
                        .code())
                .isEqualTo("NOT_HELD");
    }

    @Test
    void taking_over_changes_the_holder_and_claiming_twice_changes_nothing() {
        Report report = aReport().locked().heldBy(People.FIRST).report();
        report.claim(People.FIRST, NOW.plusSeconds(60));
        assertThat(report.heldSince()).isEqualTo(NOW);
        report.takeOver(People.SECOND, "rekan sakit", NOW.plusSeconds(90));
        assertThat(report.holder()).isEqualTo("verifikator.dua");
        assertThat(report.heldSince()).isEqualTo(NOW.plusSeconds(90));
    }

    @Test
    void a_decision_lets_the_report_go() {
        Report approved = aReport().locked().heldBy(People.FIRST).report();
        approved.approve(People.FIRST, NOW);
        Report checkedOnce = aReport().grave().locked().heldBy(People.FIRST).report();
        checkedOnce.approve(People.FIRST, NOW);
        Report asked = aReport().locked().heldBy(People.FIRST).report();
        asked.requestCorrection(People.FIRST, Map.of("suara_1", 91), "tampak 91", null, LATER, NOW);
        Report applied = aReport().correctionConfirmed().heldBy(People.FIRST).report();
        applied.applyCorrection(People.FIRST, 1, List.of(), false, NOW);
        assertThat(List.of(approved, checkedOnce, asked, applied)).allSatisfy(report -> {
            assertThat(report.holder()).isNull();
            assertThat(report.heldSince()).isNull();
        });
    }

    @Test
    void a_correction_keeps_every_earlier_state() {
        Report report = aReport().correctionAppliedBy(People.FIRST).report();
        assertThat(report.revision()).isEqualTo(2);
        assertThat(report.revisions())
                .extracting(Revision::origin)
                .containsExactly(Revision.Origin.SUBMISSION, Revision.Origin.CORRECTION);
        assertThat(report.revisions().get(0).tally().get("suara_1")).isEqualTo(90);
        assertThat(report.current().tally().get("suara_1")).isEqualTo(91);
        assertThat(report.current().tally().get("suara_2")).isEqualTo(108);
        assertThat(report.corrections()).singleElement().satisfies(correction -> {
            assertThat(correction.state()).isEqualTo(Correction.State.APPLIED);
            assertThat(correction.changes()).containsExactly(new Correction.Change("suara_1", 90, 91));
            assertThat(correction.requestedBy()).isEqualTo("verifikator.satu");
            assertThat(correction.answeredBy()).isEqualTo("melati");
            assertThat(correction.appliedBy()).isEqualTo("verifikator.satu");
        });
    }

    @Test
    void only_the_last_correction_can_be_answered_or_applied() {
        for (int number : new int[] {-1, 0, 2}) {
            Report asked = aReport().correctionRequested().report();
            assertThat(codeOf(() ->
                            asked.answerCorrection(People.OPERATOR, number, Correction.Answer.CONFIRMED, null, NOW)))
                    .isEqualTo("CORRECTION_UNKNOWN");
            assertThat(codeOf(() ->
                            asked.answerCorrection(People.OPERATOR, number, Correction.Answer.DISPUTED, "lain", NOW)))
                    .isEqualTo("CORRECTION_UNKNOWN");
            Report confirmed = aReport().correctionConfirmed().report();
            assertThat(codeOf(() -> confirmed.require(APPLY_CORRECTION, People.FIRST, number)))
                    .isEqualTo("CORRECTION_UNKNOWN");
        }
    }

    @Test
    void a_correction_needs_another_figure_and_a_reason_and_a_refusal_changes_nothing() {
        Report report = aReport().locked().report();
        assertThat(codeOf(
                        () -> report.requestCorrection(People.FIRST, Map.of("suara_1", 90), "sama", null, LATER, NOW)))
                .isEqualTo("CORRECTION_EMPTY");
        assertThat(codeOf(() -> report.requestCorrection(People.FIRST, Map.of(), "kosong", null, LATER, NOW)))
                .isEqualTo("CORRECTION_EMPTY");
        assertThat(codeOf(() -> report.requestCorrection(People.FIRST, Map.of("suara_1", 91), "  ", null, LATER, NOW)))
                .isEqualTo("REASON_MISSING");
        assertThat(codeOf(() -> report.requestCorrection(
                        People.FIRST, Map.of("suara_1", 91), "x".repeat(2001), null, LATER, NOW)))
                .isEqualTo("TEXT_TOO_LONG");
        assertThat(report.status()).isEqualTo(LOCKED);
        assertThat(report.corrections()).isEmpty();

        Report held = aReport().locked().heldBy(People.FIRST).report();
        assertThat(codeOf(() -> held.takeOver(People.SECOND, " ", NOW))).isEqualTo("REASON_MISSING");
        assertThat(held.holder()).isEqualTo("verifikator.satu");

        Report asked = aReport().correctionRequested().report();
        for (Correction.Answer answer : List.of(Correction.Answer.DISPUTED, Correction.Answer.AS_WRITTEN)) {
            assertThat(codeOf(() -> asked.answerCorrection(People.OPERATOR, 1, answer, "\t", NOW)))
                    .isEqualTo("COMMENT_MISSING");
        }
        Report disputed = aReport().correctionDisputed().report();
        assertThat(codeOf(() -> disputed.decideCorrection(People.SUPERVISOR, 1, true, " ", NOW)))
                .isEqualTo("REASON_MISSING");
        assertThat(disputed.status()).isEqualTo(DISPUTED);
        assertThat(asked.status()).isEqualTo(CORRECTION_REQUESTED);
    }

    @Test
    void a_page_that_shows_an_older_version_is_refused() {
        Report report = aReport().locked().report();
        assertThat(codeOf(() -> report.requireVersion(7))).isEqualTo("STALE");
        report.requireVersion(null);
        assertThat(report.status()).isEqualTo(LOCKED);
    }

    @Test
    void the_table_of_this_test_has_every_status_and_the_roles_of_the_code() {
        assertThat(TRANSITIONS).containsOnlyKeys(ReportStatus.values());
        assertThat(ROLES).containsOnlyKeys(Action.values());
        for (Action action : Action.values()) {
            assertThat(action.roles()).isEqualTo(ROLES.get(action));
            assertThat(action.from())
                    .containsExactlyInAnyOrderElementsOf(Stream.of(ReportStatus.values())
                            .filter(status -> TRANSITIONS.get(status).containsKey(action))
                            .toList());
        }
    }

    private static Actor right(Action action) {
        Set<Role> roles = ROLES.get(action);
        return roles.contains(Role.OPERATOR)
                ? People.OPERATOR
                : roles.contains(Role.COORDINATOR)
                        ? People.COORDINATOR
                        : roles.contains(Role.SUPERVISOR) ? People.SUPERVISOR : People.THIRD;
    }

    /** The code by which an operator is told that nothing can be sent any more. */
    private static String locked(ReportStatus status) {
        return switch (status) {
            case APPROVED, REOPENED -> "ALREADY_APPROVED";
            case SUBMITTED, LOCKED -> "ALREADY_REPORTED";
            default -> "UNDER_REVIEW";
        };
    }

    /** A report in the status, in the hand that the action needs where the status knows one. */
    private static Report prepared(ReportStatus status, Action action) {
        boolean holdable = TRANSITIONS.get(status).containsKey(CLAIM);
        Actor holder = !holdable
                ? null
                : switch (action) {
                    case RELEASE -> People.THIRD;
                    case TAKE_OVER -> People.SECOND;
                    default -> null;
                };
        if (status == APPROVED && action == DECIDE_REOPENING) {
            return aReport().reopeningAsked().report();
        }
        return aReport().in(status).heldBy(holder).report();
    }

    private static List<@Nullable Actor> holders(ReportStatus status) {
        return TRANSITIONS.get(status).containsKey(CLAIM)
                ? java.util.Arrays.asList(null, People.SECOND, People.THIRD)
                : java.util.Collections.singletonList(null);
    }

    private static void act(Report report, Action action, Actor actor) {
        switch (action) {
            case SUBMIT -> report.submit(actor, TallyMother.consistent(), List.of(), false, Map.of(), NOW);
            case SUBMIT_ON_BEHALF ->
                report.submitOnBehalf(
                        actor, "operator sakit", TallyMother.consistent(), List.of(), false, Map.of(), NOW);
            case CLAIM -> report.claim(actor, NOW);
            case RELEASE -> report.release(actor, NOW);
            case TAKE_OVER -> report.takeOver(actor, "rekan sakit", NOW);
            case APPROVE -> report.approve(actor, NOW);
            case REQUEST_CORRECTION ->
                report.requestCorrection(actor, Map.of("suara_2", 107), "tampak 107", null, LATER, NOW);
            case CHECK_BLIND -> report.checkBlind(actor, report.revision() == 0 ? Map.of() : decisive(report), NOW);
            case CONFIRM_CORRECTION -> report.answerCorrection(actor, 1, Correction.Answer.CONFIRMED, null, NOW);
            case KEEP_AS_WRITTEN -> report.answerCorrection(actor, 1, Correction.Answer.AS_WRITTEN, "begitu", NOW);
            case DISPUTE_CORRECTION ->
                report.answerCorrection(actor, 1, Correction.Answer.DISPUTED, "tertulis 90", NOW);
            case DECIDE_CORRECTION -> report.decideCorrection(actor, 1, true, "foto jelas 91", NOW);
            case REQUEST_REOPENING -> report.requestReopening(actor, Reopening.Cause.MISREAD, "terbaca 91", NOW);
            case DECIDE_REOPENING -> report.grantReopening(actor, null, LATER, NOW);
            case CLOSE_REOPENING -> report.closeReopening(actor, NOW);
            case APPLY_CORRECTION -> {
                report.require(APPLY_CORRECTION, actor, 1);
                report.applyCorrection(actor, 1, List.of(), false, NOW);
            }
        }
    }

    private static @Nullable Refusal attempt(Report report, Action action, Actor actor) {
        return catchThrowableOfType(Refusal.class, () -> act(report, action, actor));
    }

    private static Refusal refusal(Report report, Action action, Actor actor) {
        Refusal refusal = attempt(report, action, actor);
        assertThat(refusal)
                .as("%s by %s in %s", action, actor.username(), report.status())
                .isNotNull();
        return refusal;
    }

    private static String codeOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        return catchThrowableOfType(Refusal.class, act).code();
    }
}
