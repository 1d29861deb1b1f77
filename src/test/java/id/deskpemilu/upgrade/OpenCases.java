package id.deskpemilu.upgrade;

import static id.deskpemilu.upgrade.Desk.actor;
import static id.deskpemilu.upgrade.Desk.admin;
import static id.deskpemilu.upgrade.Desk.operator;
import static id.deskpemilu.upgrade.Desk.supervisor;
import static id.deskpemilu.upgrade.Desk.verifier;

import id.deskpemilu.TestElections;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.conversation.Audience;
import id.deskpemilu.conversation.BroadcastPlan;
import id.deskpemilu.conversation.usecase.SendBroadcast;
import id.deskpemilu.conversation.usecase.WriteComment;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.RoundKind;
import id.deskpemilu.election.usecase.SetRehearsalClock;
import id.deskpemilu.escalation.EscalationId;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.escalation.SilentDesa;
import id.deskpemilu.escalation.usecase.MarkUnreachable;
import id.deskpemilu.escalation.usecase.SnoozeEscalation;
import id.deskpemilu.identity.Role;
import id.deskpemilu.incident.IncidentKind;
import id.deskpemilu.incident.IncidentPlace;
import id.deskpemilu.incident.usecase.EnterIncident;
import id.deskpemilu.incident.usecase.IncidentOrder;
import id.deskpemilu.notification.Channel;
import id.deskpemilu.notification.NewNotice;
import id.deskpemilu.notification.Notices;
import id.deskpemilu.notification.Recipient;
import id.deskpemilu.report.Correction;
import id.deskpemilu.report.Reopening;
import id.deskpemilu.report.evidence.PhotoMother;
import id.deskpemilu.report.usecase.AddPhoto;
import id.deskpemilu.report.usecase.AnswerCorrection;
import id.deskpemilu.report.usecase.ClaimReport;
import id.deskpemilu.report.usecase.DecideReopening;
import id.deskpemilu.report.usecase.OpenContest;
import id.deskpemilu.report.usecase.OpenRound;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.report.usecase.RequestCorrection;
import id.deskpemilu.report.usecase.RequestReopening;
import id.deskpemilu.report.usecase.RoundOrder;
import id.deskpemilu.report.usecase.SaveDraft;
import id.deskpemilu.report.usecase.SubmitReport;
import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings a case to rest in every step of every model, and leaves everything else half done that can be. */
final class OpenCases {

    /** The hour at which the rehearsals' clocks stand: 14.00 and 15.00 WIB. */
    private static final Instant AFTERNOON = Instant.parse("2024-11-27T07:00:00Z");

    private static final Instant FIRST_STAGE = Instant.parse("2024-11-27T08:00:00Z");
    private static final String CONTEST = "bupati";

    private final Desk desk;
    private final TestElections elections;

    OpenCases(Desk desk) {
        this.desk = desk;
        this.elections = desk.bean(TestElections.class);
    }

    void make() {
        TestElection reports = opened(5);
        reports(reports);
        surroundings(reports);
        messages(reports);
        TestElection evening = opened(1);
        TestElection night = opened(1);
        TestElection late = opened(1);
        escalations(evening, night, late);
        new OpenLetters(desk).make(List.of(reports, evening, night, late));
    }

    private TestElection opened(int stationsPerVillage) {
        TestElection election = elections.rehearsal(ContestType.BUPATI, stationsPerVillage);
        elections.assign("operator.melati", "OPERATOR", election.village(1));
        elections.assign("operator.kenanga", "OPERATOR", election.village(2));
        elections.assign("verifikator.satu", "VERIFIER", election.regency());
        elections.assign("verifikator.dua", "VERIFIER", election.regency());
        elections.assign("koordinator", "COORDINATOR", election.district());
        elections.assign("supervisor", "SUPERVISOR", election.regency());
        elections.assign("admin", "ADMIN", election.regency());
        turn(election, AFTERNOON);
        desk.bean(OpenContest.class).execute(admin(election.regency()), election.code(), CONTEST);
        return election;
    }

    private void turn(TestElection election, Instant to) {
        desk.bean(SetRehearsalClock.class).execute(admin(election.regency()), election.code(), to, 0);
    }

    // ---- reports

    private void reports(TestElection election) {
        String regency = election.regency();
        ReportAddress awaited = address(election, 1, 1);
        desk.bean(SaveDraft.class)
                .execute(
                        operator(regency),
                        awaited,
                        new SaveDraft.Command("kunci-draf", Map.of("suara_1", "90", "suara_2", "1o8"), Map.of()));
        photo(election, awaited, 11);

        ReportAddress locked = address(election, 1, 2);
        send(election, locked);
        photo(election, locked, 12);
        desk.bean(ClaimReport.class).execute(verifier(regency), locked, null);
        desk.bean(WriteComment.class).execute(operator(regency), locked, "Halaman 2 menyusul.", "komentar-" + regency);

        corrected(election, 1, 3);
        answered(election, corrected(election, 1, 4), Correction.Answer.DISPUTED);
        answered(election, corrected(election, 1, 5), Correction.Answer.CONFIRMED);

        ReportAddress second = address(election, 2, 1);
        desk.bean(SubmitReport.class)
                .execute(
                        operator(regency),
                        second,
                        Submissions.INCONSISTENT + second.station().digits(),
                        Submissions.inconsistent());
        new Reports(desk).approve(regency, second);

        ReportAddress reopened = approved(election, 2, 2);
        reopening(election, reopened);
        desk.bean(DecideReopening.class).execute(supervisor(regency), reopened, true, null, null);
        reopening(election, approved(election, 2, 3));

        ReportAddress repeated = approved(election, 2, 4);
        desk.bean(OpenRound.class)
                .execute(
                        admin(regency),
                        election.code(),
                        CONTEST,
                        new RoundOrder(
                                RoundKind.PSU,
                                LocalDate.of(2024, 12, 5),
                                "Putusan uji",
                                List.of(repeated.station().digits()),
                                List.of(),
                                List.of()));

        ReportAddress overdue = corrected(election, 2, 5);
        desk.fire(new Reports(desk).id(overdue), "BoundaryEvent_CorrectionOverdue");
    }

    private static ReportAddress address(TestElection election, int village, int station) {
        return ReportAddress.of(election.code(), CONTEST, election.station(village, station));
    }

    private void send(TestElection election, ReportAddress report) {
        Submissions.send(
                desk,
                election.regency(),
                report,
                Submissions.CONSISTENT + report.station().digits());
    }

    private ReportAddress approved(TestElection election, int village, int station) {
        ReportAddress report = address(election, village, station);
        send(election, report);
        new Reports(desk).approve(election.regency(), report);
        return report;
    }

    private ReportAddress corrected(TestElection election, int village, int station) {
        ReportAddress report = address(election, village, station);
        send(election, report);
        new Reports(desk).read(verifier(election.regency()), report);
        desk.bean(RequestCorrection.class)
                .execute(verifier(election.regency()), report, Map.of("suara_1", 91), "tampak 91", null, null);
        return report;
    }

    private void answered(TestElection election, ReportAddress report, Correction.Answer answer) {
        desk.bean(AnswerCorrection.class)
                .execute(operator(election.regency()), report, 1, answer, "di formulir tertulis 90", null);
    }

    private void reopening(TestElection election, ReportAddress report) {
        desk.bean(RequestReopening.class)
                .execute(
                        actor("verifikator.dua", Role.VERIFIER, election.regency()),
                        report,
                        Reopening.Cause.MISREAD,
                        "terbaca 91",
                        null);
    }

    private void photo(TestElection election, ReportAddress report, int seed) {
        desk.bean(AddPhoto.class).execute(operator(election.regency()), report, 1, PhotoMother.jpeg(seed, 300, 400));
    }

    // ---- what lies around them

    private void surroundings(TestElection election) {
        desk.bean(EnterIncident.class)
                .execute(
                        operator(election.regency()),
                        new IncidentOrder(
                                election.code(),
                                IncidentKind.DISASTER,
                                IncidentPlace.of(election.station(1, 1)),
                                null,
                                "Banjir di halaman TPS"),
                        "kejadian-" + election.regency());
        desk.bean(SendBroadcast.class)
                .execute(
                        supervisor(election.regency()),
                        new BroadcastPlan(
                                election.code(),
                                RegionCode.of(election.regency()),
                                Audience.ALL,
                                null,
                                "Mohon laporan segera dikirim.",
                                false),
                        "siaran-" + election.regency());
    }

    /** Another program of the agency is told of something; no table names its channel, so that it is asked for here. */
    void messages(TestElection election) {
        long of = desk.count("select id from desk.election where code = ?", election.code());
        for (int village = 1; village <= 2; village++) {
            NewNotice notice = new NewNotice(
                    "uji:" + election.village(village),
                    of,
                    RegionCode.of(election.village(village)),
                    "REPORTS_MISSING",
                    List.of("Bupati", "2", "Desa Uji"),
                    "/tasks",
                    new Recipient("operator.melati", "Melati Uji", null, null),
                    Set.of(Channel.IN_APP, Channel.WEBHOOK));
            desk.inTransaction(() -> desk.bean(Notices.class).post(notice));
        }
    }

    // ---- escalations

    private void escalations(TestElection evening, TestElection night, TestElection late) {
        // the stage finds both desa silent; one of them is brought up a level
        turn(evening, FIRST_STAGE);
        String calendar = desk.texts("select id::text from desk.deadline where district = ?", evening.district())
                .get(0);
        for (int hour = 0; hour < 2; hour++) { // what is overdue is looked for first
            desk.fire(calendar, "IntermediateEvent_TimeCame");
        }
        SilentDesa.at(desk.context(), evening, CONTEST, 2, Level.KECAMATAN);

        EscalationId snoozed = SilentDesa.at(desk.context(), night, CONTEST, 1, Level.KECAMATAN);
        desk.bean(SnoozeEscalation.class)
                .execute(actor("koordinator", Role.COORDINATOR, night.district()), snoozed, 30, "operator di jalan");
        SilentDesa.at(desk.context(), night, CONTEST, 2, Level.KABUPATEN);

        EscalationId again = SilentDesa.at(desk.context(), late, CONTEST, 1, Level.KABUPATEN);
        desk.bean(SnoozeEscalation.class).execute(supervisor(late.regency()), again, 30, "menunggu kabar");
        EscalationId parked = SilentDesa.at(desk.context(), late, CONTEST, 2, Level.KABUPATEN);
        desk.bean(MarkUnreachable.class).execute(supervisor(late.regency()), parked, "jalan putus");
    }
}
