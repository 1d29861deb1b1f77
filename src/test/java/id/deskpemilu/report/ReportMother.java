package id.deskpemilu.report;

import id.deskpemilu.election.Choice;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Phase;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.report.finding.FindingCode;
import id.deskpemilu.report.finding.Severity;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reports for tests, brought to where they are by the acts of the people of {@link People}. */
public final class ReportMother {

    /** The people around a report, one kecamatan wide. */
    public static final class People {

        private static final RegionCode DISTRICT = new RegionCode("980101");

        public static final Actor OPERATOR = person("melati", Role.OPERATOR, STATION.village());
        public static final Actor FIRST = person("verifikator.satu", Role.VERIFIER, DISTRICT);
        public static final Actor SECOND = person("verifikator.dua", Role.VERIFIER, DISTRICT);
        public static final Actor THIRD = person("verifikator.tiga", Role.VERIFIER, DISTRICT);
        public static final Actor COORDINATOR = person("koordinator", Role.COORDINATOR, DISTRICT);
        public static final Actor SUPERVISOR = person("supervisor", Role.SUPERVISOR, DISTRICT);

        /** A person that has one role for one region. */
        public static Actor person(String username, Role role, RegionCode region) {
            return new Actor(username, username, Set.of(role), List.of(new Actor.Scope(role, region)));
        }

        private People() {}
    }

    public static final StationCode STATION = new StationCode("9801012001001");
    public static final Instant NOW = Instant.parse("2024-11-27T08:00:00Z");
    public static final Instant LATER = NOW.plusSeconds(2700);
    public static final Finding GRAVE =
            new Finding(FindingCode.S2, Severity.EXPLAIN, true, 5, "302 > 289 + 2,5% = 297", List.of("suara_total"));

    private final Report report = Report.awaited(contest(), STATION);
    private List<Finding> findings = List.of();
    private Tally tally = TallyMother.consistent();
    private boolean blind;

    private ReportMother() {}

    /** A report that a station owes. */
    public static ReportMother aReport() {
        return new ReportMother();
    }

    /** A contest of three paslon in a running election. */
    public static Contest contest() {
        Election election = new Election("uji", "Pemilihan Uji", LocalDate.of(2024, 11, 27), Phase.ACTIVE);
        Contest contest = new Contest(election, ContestType.BUPATI, new RegionCode("9801"));
        contest.setBallot(
                new RegionCode("9801"),
                List.of(Choice.of(1, "Paslon 1"), Choice.of(2, "Paslon 2"), Choice.of(3, "Paslon 3")));
        return contest;
    }

    /** The figures that will be sent. */
    public ReportMother withTally(Tally other) {
        tally = other;
        return this;
    }

    /** With a finding that asks for two verifiers. */
    public ReportMother grave() {
        findings = List.of(GRAVE);
        return this;
    }

    /** To be keyed from the photo before it is seen. */
    public ReportMother blind() {
        blind = true;
        return this;
    }

    /** Sent, and not locked yet. */
    public ReportMother submitted() {
        report.submit(People.OPERATOR, tally, findings, blind, Map.of(), NOW);
        return this;
    }

    public ReportMother locked() {
        submitted();
        report.lock(NOW);
        return this;
    }

    /** Sent and locked by the person, since the operator is ill. */
    public ReportMother lockedOnBehalf(Actor sender) {
        report.submitOnBehalf(sender, "operator sakit", tally, findings, blind, Map.of(), NOW);
        report.lock(NOW);
        return this;
    }

    /** Locked; the first verifier asks for 91 votes of paslon 1. */
    public ReportMother correctionRequested() {
        locked();
        report.requestCorrection(People.FIRST, Map.of("suara_1", 91), "tampak 91", null, LATER, NOW);
        return this;
    }

    public ReportMother correctionConfirmed() {
        correctionRequested();
        report.answerCorrection(People.OPERATOR, 1, Correction.Answer.CONFIRMED, null, NOW);
        return this;
    }

    /** Before a supervisor, since the operator disputed what the first verifier asked for. */
    public ReportMother correctionDisputed() {
        correctionRequested();
        report.answerCorrection(People.OPERATOR, 1, Correction.Answer.DISPUTED, "tertulis 90", NOW);
        return this;
    }

    /** In recheck, since the person put the correction that the first verifier asked for into force. */
    public ReportMother correctionAppliedBy(Actor verifier) {
        correctionConfirmed();
        report.applyCorrection(verifier, 1, findings, blind, NOW);
        return this;
    }

    /** In recheck, since a grave report was agreed with by the first verifier. */
    public ReportMother checkedOnce() {
        grave().locked();
        report.approve(People.FIRST, NOW);
        return this;
    }

    public ReportMother approved() {
        locked();
        report.approve(People.FIRST, NOW);
        return this;
    }

    /** Approved, and the second verifier wants it opened again. */
    public ReportMother reopeningAsked() {
        approved();
        report.requestReopening(People.SECOND, Reopening.Cause.MISREAD, "terbaca 91", NOW);
        return this;
    }

    public ReportMother reopened() {
        reopeningAsked();
        report.grantReopening(People.SUPERVISOR, null, LATER, NOW);
        return this;
    }

    /** In the status, on the shortest way; rechecked by nobody yet. */
    public ReportMother in(ReportStatus status) {
        return switch (status) {
            case AWAITED -> this;
            case SUBMITTED -> submitted();
            case LOCKED -> locked();
            case CORRECTION_REQUESTED -> correctionRequested();
            case DISPUTED -> correctionDisputed();
            case CORRECTION_CONFIRMED -> correctionConfirmed();
            case RECHECK -> correctionAppliedBy(People.FIRST);
            case APPROVED -> approved();
            case REOPENED -> reopened();
        };
    }

    /** In the hand of the person, if it is not null. */
    public ReportMother heldBy(@Nullable Actor verifier) {
        if (verifier != null) {
            report.claim(verifier, NOW);
        }
        return this;
    }

    public Report report() {
        return report;
    }
}
