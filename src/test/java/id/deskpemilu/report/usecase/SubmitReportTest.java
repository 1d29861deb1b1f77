package id.deskpemilu.report.usecase;

import static id.deskpemilu.report.ReportMother.STATION;
import static id.deskpemilu.report.ReportMother.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Draft;
import id.deskpemilu.report.OnBehalf;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportEvent;
import id.deskpemilu.report.ReportMother;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.report.TallyMother;
import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.report.finding.Severity;
import id.deskpemilu.report.usecase.SubmitReport.Command;
import id.deskpemilu.report.usecase.SubmitReport.Receipt;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.StationCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubmitReportTest implements InHandContract {

    private static final Map<String, Integer> VOTES = Map.of("1", 90, "2", 108, "3", 10);
    private static final String KEY = "kunci-1";

    private final ReportDesk desk = ready();

    @Override
    public ReportDesk ready() {
        return ReportDesk.with(aReport());
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.OPERATOR, Role.COORDINATOR, Role.SUPERVISOR);
    }

    @Override
    public void act(ReportDesk at, Actor actor, ReportAddress address, @Nullable Integer version) {
        useCase(at).execute(actor, address, KEY, consistent());
    }

    @Test
    void the_figures_are_locked_and_answered_with_a_receipt() {
        Receipt receipt = submit(People.OPERATOR, KEY, consistent());
        Report report = desk.report;
        assertThat(report.status()).isEqualTo(ReportStatus.LOCKED);
        assertThat(report.current().tally()).isEqualTo(TallyMother.consistent());
        assertThat(report.submittedBy()).isEqualTo("melati");
        assertThat(report.onBehalf()).isNull();
        assertThat(report.needsBlindCheck()).isFalse();
        assertThat(receipt)
                .isEqualTo(new Receipt(
                        Objects.requireNonNull(report.receipt()),
                        report.id().toString(),
                        1,
                        ReportDesk.LATER,
                        report.current().sha256(),
                        List.of()));
        assertThat(desk.process.told(report)).containsExactly("submitted");
        assertThat(desk.reports.eventTypes()).containsExactly("Submitted", "Locked");
    }

    @Test
    void what_anybody_had_typed_for_it_is_forgotten_and_other_drafts_stay() {
        for (Actor typist : List.of(People.OPERATOR, People.COORDINATOR)) {
            desk.drafts.put(draft(desk.report, typist));
        }
        Draft other = draft(aReport().report(), People.OPERATOR);
        desk.drafts.put(other);
        submit(People.OPERATOR, KEY, consistent());
        assertThat(desk.drafts.all()).containsExactly(other);
    }

    @Test
    void the_same_attempt_gives_the_same_receipt_and_changes_nothing() {
        Receipt first = submit(People.OPERATOR, KEY, consistent());
        int version = desk.report.version();
        Receipt again = submit(
                People.OPERATOR,
                KEY,
                new Command(new HashMap<>(TallyMother.consistentFigures()), new HashMap<>(VOTES), true, Map.of()));
        assertThat(again).isEqualTo(first);
        assertThat(desk.report.version()).isEqualTo(version);
        assertThat(desk.process.told(desk.report)).containsExactly("submitted");
        assertThat(desk.keys.count()).isEqualTo(1);
    }

    @Test
    void the_same_attempt_gives_its_receipt_even_after_the_contest_was_closed_and_the_report_approved() {
        Receipt first = submit(People.OPERATOR, KEY, consistent());
        desk.report.approve(People.FIRST, ReportDesk.LATER);
        desk.contest().close();
        assertThat(submit(People.OPERATOR, KEY, consistent())).isEqualTo(first);
    }

    @Test
    void a_key_is_not_used_for_other_figures() {
        submit(People.OPERATOR, KEY, consistent());
        refuses("KEY_REUSED", People.OPERATOR, KEY, with(TallyMother.figuresWith("ss_sisa", 85)));
    }

    @Test
    void a_key_is_not_used_for_another_station() {
        Report other = Report.awaited(desk.contest(), new StationCode("9801012001002"));
        desk.reports.save(other);
        submit(People.OPERATOR, KEY, consistent());
        desk.refuses(
                "KEY_REUSED",
                () -> useCase(desk)
                        .execute(
                                People.OPERATOR,
                                new ReportAddress("uji", "bupati", other.station()),
                                KEY,
                                consistent()));
        assertThat(other.status()).isEqualTo(ReportStatus.AWAITED);
    }

    @Test
    void the_key_of_somebody_else_is_another_key() {
        submit(People.OPERATOR, KEY, consistent());
        refuses("ALREADY_REPORTED", person("mawar", Role.OPERATOR), KEY, consistent());
    }

    @Test
    void a_key_is_not_blank_and_not_longer_than_it_is_kept() {
        refuses("KEY_INVALID", People.OPERATOR, " ", consistent());
        refuses("KEY_INVALID", People.OPERATOR, "k".repeat(101), consistent());
        submit(People.OPERATOR, "k".repeat(100), consistent());
    }

    @Test
    void what_was_sent_is_not_sent_again() {
        submit(People.OPERATOR, KEY, consistent());
        Refusal refusal = refuses("ALREADY_REPORTED", People.OPERATOR, "kunci-2", consistent());
        assertThat(refusal.details())
                .containsEntry("submittedBy", "melati")
                .containsEntry("lockedAt", ReportDesk.LATER);
        refuses("ALREADY_REPORTED", People.COORDINATOR, "kunci-2", onBehalf("operator sakit"));
    }

    @Test
    void whoever_comes_too_late_hears_so_before_the_figures_are_looked_at() {
        submit(People.OPERATOR, KEY, consistent());
        refuses("ALREADY_REPORTED", People.OPERATOR, "kunci-2", with(Map.of()));
        desk.severity = Severity.EXPLAIN;
        refuses("ALREADY_REPORTED", People.OPERATOR, "kunci-2", with(inconsistent()));
    }

    @Test
    void a_report_that_a_verifier_has_opened_is_under_review() {
        ReportDesk opened = ReportDesk.with(aReport().locked().heldBy(People.FIRST));
        opened.refuses(
                "UNDER_REVIEW", () -> useCase(opened).execute(People.OPERATOR, opened.address(), KEY, consistent()));
    }

    @Test
    void an_approved_report_is_not_sent_again_not_even_while_it_is_open() {
        for (ReportMother mother : List.of(aReport().approved(), aReport().reopened())) {
            ReportDesk approved = ReportDesk.with(mother);
            approved.refuses(
                    "ALREADY_APPROVED",
                    () -> useCase(approved).execute(People.OPERATOR, approved.address(), KEY, consistent()));
        }
    }

    @Test
    void a_closed_contest_takes_no_report() {
        desk.contest().close();
        refuses("CONTEST_CLOSED", People.OPERATOR, KEY, consistent());
    }

    @Test
    void what_was_sent_before_the_contest_was_closed_is_already_reported() {
        submit(People.OPERATOR, KEY, consistent());
        desk.contest().close();
        refuses("ALREADY_REPORTED", People.OPERATOR, "kunci-2", consistent());
    }

    @Test
    void a_contest_that_was_never_opened_takes_no_report_and_one_that_is_being_opened_does() {
        ReportDesk prepared = ReportDesk.prepared(aReport());
        prepared.refuses("CONTEST_NOT_OPEN", () -> act(prepared, People.OPERATOR, prepared.address(), null));
        prepared.contest().beginOpening();
        act(prepared, People.OPERATOR, prepared.address(), null);
        assertThat(prepared.report.status()).isEqualTo(ReportStatus.LOCKED);
    }

    @Test
    void figures_that_no_form_has_are_refused_with_every_error() {
        Map<String, Object> figures = new HashMap<>(TallyMother.consistentFigures());
        figures.put("ss_sisa", "1o8");
        figures.put("ss_rusak", -1);
        figures.remove("suara_sah");
        figures.put("suara_9", 3);
        Refusal refusal = refuses("FIGURES_INVALID", People.OPERATOR, KEY, with(figures));
        assertThat((List<?>) refusal.details().get("errors")).hasSize(4);
    }

    @Test
    void findings_that_weigh_ask_the_operator_to_confirm() {
        for (Severity severity : List.of(Severity.WARN, Severity.EXPLAIN)) {
            desk.severity = severity;
            Refusal refusal = refuses(
                    "CONFIRMATION_MISSING", People.OPERATOR, KEY, new Command(inconsistent(), VOTES, false, Map.of()));
            assertThat((List<?>) refusal.details().get("findings")).isNotEmpty();
        }
    }

    @Test
    void findings_that_weigh_nothing_ask_for_nothing() {
        desk.severity = Severity.INFO;
        Receipt receipt = submit(People.OPERATOR, KEY, new Command(inconsistent(), VOTES, false, Map.of()));
        assertThat(receipt.findings()).isNotEmpty();
    }

    @Test
    void a_warning_needs_to_be_confirmed_and_not_to_be_explained() {
        desk.severity = Severity.WARN;
        submit(People.OPERATOR, KEY, new Command(inconsistent(), VOTES, true, Map.of()));
        assertThat(desk.report.current().explanations()).isEmpty();
    }

    @Test
    void a_grave_finding_needs_a_reason_and_the_reason_is_kept() {
        desk.severity = Severity.EXPLAIN;
        Refusal refusal = refuses("EXPLANATION_MISSING", People.OPERATOR, KEY, with(inconsistent()));
        Set<?> missing = (Set<?>) refusal.details().get("missing");
        assertThat(missing).isNotEmpty();
        Map<String, String> reasons = new HashMap<>(
                missing.stream().collect(Collectors.toMap(Object::toString, code -> " tertulis begitu ")));
        reasons.put("H0", "tidak ditanya");
        submit(People.OPERATOR, KEY, new Command(inconsistent(), VOTES, true, reasons));
        assertThat(desk.report.current().explanations().keySet()).isEqualTo(missing);
        assertThat(desk.report.current().explanations().values()).containsOnly("tertulis begitu");
    }

    @Test
    void a_blank_reason_is_none_and_a_very_long_one_is_refused() {
        desk.severity = Severity.EXPLAIN;
        Set<?> missing = (Set<?>) refuses("EXPLANATION_MISSING", People.OPERATOR, KEY, with(inconsistent()))
                .details()
                .get("missing");
        refuses("EXPLANATION_MISSING", People.OPERATOR, KEY, explained(missing, "  "));
        refuses("TEXT_TOO_LONG", People.OPERATOR, KEY, explained(missing, "a".repeat(1001)));
        submit(People.OPERATOR, KEY, explained(missing, "a".repeat(1000)));
    }

    @Test
    void the_tables_say_who_looks_twice_and_who_reads_blind() {
        desk.secondLook = true;
        desk.blind = true;
        submit(People.OPERATOR, KEY, with(inconsistent()));
        assertThat(desk.report.needsSecondLook()).isTrue();
        assertThat(desk.report.needsBlindCheck()).isTrue();
        assertThat(desk.report.current().findings()).allMatch(Finding::secondLook);
    }

    @Test
    void a_coordinator_sends_them_for_an_operator_who_cannot_and_says_why() {
        submit(People.COORDINATOR, KEY, onBehalf(" operator sakit "));
        assertThat(desk.report.submittedBy()).isEqualTo("koordinator");
        assertThat(desk.report.onBehalf()).isEqualTo(new OnBehalf(Role.COORDINATOR, "operator sakit"));
        ReportEvent.Submitted submitted =
                (ReportEvent.Submitted) desk.reports.events().get(0);
        assertThat(submitted.onBehalf()).isEqualTo(desk.report.onBehalf());
    }

    @Test
    void a_supervisor_sends_them_as_a_supervisor() {
        submit(People.SUPERVISOR, KEY, onBehalf("operator sakit"));
        assertThat(desk.report.onBehalf()).isEqualTo(new OnBehalf(Role.SUPERVISOR, "operator sakit"));
    }

    @Test
    void whoever_sends_them_in_the_place_of_the_operator_says_why() {
        for (Actor sender : List.of(People.COORDINATOR, People.SUPERVISOR)) {
            refuses("ON_BEHALF_REASON_MISSING", sender, KEY, consistent());
            refuses("ON_BEHALF_REASON_MISSING", sender, KEY, onBehalf("  "));
            refuses("TEXT_TOO_LONG", sender, KEY, onBehalf("a".repeat(2001)));
        }
    }

    @Test
    void an_operator_sends_in_nobodys_place() {
        refuses("ROLE_MISSING", People.OPERATOR, KEY, onBehalf("operator sakit"));
    }

    @Test
    void whoever_is_the_operator_too_sends_as_the_operator() {
        submit(InHandContract.everybody(), KEY, consistent());
        assertThat(desk.report.onBehalf()).isNull();
    }

    private Receipt submit(Actor actor, String key, Command command) {
        return useCase(desk).execute(actor, desk.address(), key, command);
    }

    private Refusal refuses(String code, Actor actor, String key, Command command) {
        return desk.refuses(code, () -> submit(actor, key, command));
    }

    private static SubmitReport useCase(ReportDesk at) {
        return new SubmitReport(at.inHand, at.figures, at.keys, at.drafts, at.process, at.review);
    }

    private static Command consistent() {
        return with(TallyMother.consistentFigures());
    }

    private static Command with(Map<String, ?> figures) {
        return new Command(figures, VOTES, true, Map.of());
    }

    private static Command onBehalf(String reason) {
        return new Command(TallyMother.consistentFigures(), VOTES, true, Map.of(), reason);
    }

    private static Command explained(Set<?> codes, String reason) {
        return new Command(
                inconsistent(),
                VOTES,
                true,
                codes.stream().collect(Collectors.toMap(Object::toString, code -> reason)));
    }

    /** One ballot too many is said to be left. */
    private static Map<String, Integer> inconsistent() {
        return TallyMother.figuresWith("ss_sisa", 87);
    }

    private static Draft draft(Report report, Actor typist) {
        return Draft.begun(report.id(), typist, KEY, ReportMother.NOW)
                .with(Map.of("ss_sisa", "86"), Map.of(), Set.of("ss_sisa"), ReportMother.NOW);
    }

    private static Actor person(String username, Role role) {
        return People.person(username, role, STATION.village());
    }
}
