package id.deskpemilu.report;

import static id.deskpemilu.report.ReportMother.NOW;
import static id.deskpemilu.report.ReportMother.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Anybody does anything at any time, 100,000 times: the report goes exactly where a second, independent description of its
 * life goes, and refuses exactly what that refuses.
 */
class ReportWalkTest {

    private static final int STEPS = 100_000;
    private static final int LONGEST_LIFE = 60;
    private static final RegionCode DISTRICT = new RegionCode("980101");

    /** People who have every role, so that only what they did before keeps them from acting; one has none here. */
    private static final List<Actor> PEOPLE = List.of(
            everything("melati"),
            everything("satu"),
            everything("dua"),
            everything("tiga"),
            everything("empat"),
            // no operator: only what was entered in the operator's place is this person's to answer for
            new Actor(
                    "koordinator",
                    "koordinator",
                    Set.of(Role.COORDINATOR, Role.VERIFIER, Role.SUPERVISOR),
                    List.of(
                            new Actor.Scope(Role.COORDINATOR, DISTRICT),
                            new Actor.Scope(Role.VERIFIER, DISTRICT),
                            new Actor.Scope(Role.SUPERVISOR, DISTRICT))),
            ReportMother.People.person("tetangga", Role.VERIFIER, new RegionCode("980102")));

    private static Actor everything(String username) {
        return new Actor(
                username,
                username,
                Set.of(Role.OPERATOR, Role.VERIFIER, Role.SUPERVISOR),
                List.of(
                        new Actor.Scope(Role.OPERATOR, STATION.village()),
                        new Actor.Scope(Role.VERIFIER, DISTRICT),
                        new Actor.Scope(Role.SUPERVISOR, DISTRICT)));
    }

    /** The acts of people, and of the clock. */
    private enum Act {
        SUBMIT,
        SUBMIT_FOR,
        CLAIM,
        RELEASE,
        TAKE_OVER,
        KEY_RIGHT,
        KEY_WRONG,
        APPROVE,
        REQUEST,
        CONFIRM,
        AS_WRITTEN,
        DISPUTE,
        UPHOLD,
        REJECT,
        APPLY,
        ASK_REOPENING,
        GRANT_REOPENING,
        REFUSE_REOPENING,
        CLOSE_REOPENING,
        OVERDUE,
        HOUR
    }

    /** The second description, in plain words: where the report is, who is out, and who has read what. */
    private static final class Model {
        String place = "owed";

        @Nullable
        String sender;

        @Nullable
        String holder;

        @Nullable
        String asker;

        @Nullable
        String answerer;

        @Nullable
        String decider;

        @Nullable
        String applier;

        @Nullable
        String reopener;

        boolean two;
        boolean blind;
        boolean inPlace;
        int revisions;
        int first;
        int asked;
        final Map<String, Boolean> read = new TreeMap<>();

        boolean mayAct(Act act, Actor actor) {
            String who = actor.username();
            if (act == Act.OVERDUE) {
                return place.equals("asked");
            }
            if (act == Act.HOUR) {
                return place.equals("open again");
            }
            if (who.equals("tetangga")) {
                return false;
            }
            boolean fresh = !List.of(String.valueOf(sender), "" + asker, "" + applier, "" + decider)
                    .contains(who);
            boolean mine = holder == null || holder.equals(who);
            boolean checking = place.equals("locked") || place.equals("second");
            boolean clear = place.equals("confirmed") ? !who.equals(sender) : fresh;
            boolean held = place.equals("locked")
                    || place.equals("second")
                    || place.equals("confirmed")
                    || place.equals("open again");
            boolean operator = !who.equals("koordinator");
            boolean answers = operator || inPlace && who.equals(sender);
            return switch (act) {
                case SUBMIT -> place.equals("owed") && operator;
                case SUBMIT_FOR -> place.equals("owed");
                case CLAIM -> held && clear && mine;
                case RELEASE -> held && who.equals(holder);
                case TAKE_OVER -> held && clear && holder != null && !mine;
                case KEY_RIGHT, KEY_WRONG -> checking && fresh && mine;
                case APPROVE -> checking && fresh && mine && (!blind || Boolean.TRUE.equals(read.get(who)));
                case REQUEST ->
                    (checking && (!blind || read.containsKey(who)) || place.equals("open again")) && fresh && mine;
                case CONFIRM, AS_WRITTEN, DISPUTE -> place.equals("asked") && answers && !who.equals(asker);
                case UPHOLD, REJECT ->
                    place.equals("disputed") && !who.equals(sender) && !who.equals(asker) && !who.equals(answerer);
                case APPLY -> place.equals("confirmed") && !who.equals(sender) && mine;
                case ASK_REOPENING -> place.equals("approved") && reopener == null && !who.equals(sender);
                case GRANT_REOPENING, REFUSE_REOPENING ->
                    place.equals("approved") && reopener != null && !who.equals(reopener) && !who.equals(sender);
                case CLOSE_REOPENING -> place.equals("open again") && fresh && mine;
                default -> throw new IllegalStateException(act.name());
            };
        }

        void did(Act act, String who) {
            switch (act) {
                case SUBMIT, SUBMIT_FOR -> {
                    inPlace = act == Act.SUBMIT_FOR;
                    sender = who;
                    place = "locked";
                    revisions = 1;
                    first = 90;
                }
                case CLAIM -> holder = who;
                case TAKE_OVER -> holder = who;
                case RELEASE -> holder = null;
                case KEY_RIGHT, KEY_WRONG -> {
                    read.put(who, act == Act.KEY_RIGHT);
                    holder = who;
                }
                case APPROVE -> {
                    holder = null;
                    if (place.equals("locked") && two) {
                        place = "second";
                        asker = who;
                        applier = null;
                    } else {
                        place = "approved";
                    }
                }
                case REQUEST -> {
                    holder = null;
                    place = "asked";
                    asker = who;
                    applier = null;
                    decider = null;
                    answerer = null;
                    asked = first + 1;
                }
                case CONFIRM -> {
                    place = "confirmed";
                    answerer = who;
                }
                case AS_WRITTEN -> {
                    place = "second";
                    answerer = who;
                }
                case DISPUTE -> {
                    place = "disputed";
                    answerer = who;
                }
                case OVERDUE -> place = "disputed";
                case UPHOLD -> {
                    place = "confirmed";
                    decider = who;
                }
                case REJECT -> {
                    place = "second";
                    decider = who;
                }
                case APPLY -> {
                    place = "second";
                    applier = who;
                    holder = null;
                    revisions++;
                    first = asked;
                    read.clear();
                }
                case ASK_REOPENING -> reopener = who;
                case REFUSE_REOPENING -> reopener = null;
                case GRANT_REOPENING -> {
                    reopener = null;
                    place = "open again";
                    asker = null;
                    applier = null;
                }
                case CLOSE_REOPENING, HOUR -> {
                    place = "approved";
                    holder = null;
                }
            }
        }
    }

    private static final Map<String, ReportStatus> PLACES = Map.of(
            "owed", ReportStatus.AWAITED,
            "locked", ReportStatus.LOCKED,
            "asked", ReportStatus.CORRECTION_REQUESTED,
            "disputed", ReportStatus.DISPUTED,
            "confirmed", ReportStatus.CORRECTION_CONFIRMED,
            "second", ReportStatus.RECHECK,
            "approved", ReportStatus.APPROVED,
            "open again", ReportStatus.REOPENED);

    @Test
    void the_report_lives_as_the_second_description_says() {
        Random random = new Random(20241127);
        Map<ReportStatus, Integer> seen = new EnumMap<>(ReportStatus.class);
        Set<Act> done = new HashSet<>();
        Report report = ReportMother.aReport().report();
        Model model = new Model();
        List<String> life = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            if (life.size() == LONGEST_LIFE) {
                report = ReportMother.aReport().report();
                model = new Model();
                life.clear();
            }
            if (model.place.equals("owed")) {
                model.two = random.nextBoolean();
                model.blind = random.nextBoolean();
            }
            Act act = Act.values()[random.nextInt(Act.values().length)];
            Actor actor = PEOPLE.get(random.nextInt(PEOPLE.size()));
            boolean may = model.mayAct(act, actor);
            boolean was = attempt(report, model, act, actor);
            assertThat(was).as("%s by %s after %s", act, actor.username(), life).isEqualTo(may);
            if (was) {
                model.did(act, actor.username());
                life.add(act + " " + actor.username());
                done.add(act);
            }
            assertThat(report.status()).as("after %s", life).isEqualTo(PLACES.get(model.place));
            assertThat(report.holder()).as("after %s", life).isEqualTo(model.holder);
            assertThat(report.revision()).isEqualTo(model.revisions);
            assertThat(report.onBehalf() != null).isEqualTo(model.inPlace);
            if (model.revisions > 0) {
                assertThat(report.current().tally().get("suara_1")).isEqualTo(model.first);
                everybodyIsAnother(report);
            }
            seen.merge(report.status(), 1, Integer::sum);
        }
        assertThat(seen.keySet()).containsAll(PLACES.values());
        assertThat(done).containsExactlyInAnyOrder(Act.values());
    }

    /** The four eyes that the database demands too. */
    private static void everybodyIsAnother(Report report) {
        if (report.approvedBy() != null) {
            assertThat(report.approvedBy()).isNotEqualTo(report.submittedBy()).isNotIn(report.verifiedBy());
        }
        assertThat(report.verifiedBy()).doesNotContain(Objects.requireNonNull(report.submittedBy()));
        report.corrections()
                .forEach(correction -> assertThat(correction.requestedBy())
                        .isNotEqualTo(correction.answeredBy())
                        .isNotEqualTo(correction.decidedBy()));
        report.reopenings()
                .forEach(reopening -> assertThat(reopening.requestedBy()).isNotEqualTo(reopening.decidedBy()));
    }

    private static boolean attempt(Report report, Model model, Act act, Actor actor) {
        try {
            act(report, model, act, actor);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private static void act(Report report, Model model, Act act, Actor actor) {
        int last = report.corrections().size();
        Instant later = NOW.plusSeconds(60);
        List<Finding> found = model.two ? List.of(ReportMother.GRAVE) : List.of();
        switch (act) {
            case SUBMIT -> {
                report.submit(actor, TallyMother.consistent(), found, model.blind, Map.of("S2", "begitu"), NOW);
                report.lock(NOW);
            }
            case SUBMIT_FOR -> {
                report.submitOnBehalf(
                        actor,
                        "operator sakit",
                        TallyMother.consistent(),
                        found,
                        model.blind,
                        Map.of("S2", "begitu"),
                        NOW);
                report.lock(NOW);
            }
            case CLAIM -> report.claim(actor, NOW);
            case RELEASE -> report.release(actor, NOW);
            case TAKE_OVER -> report.takeOver(actor, "rekan sakit", NOW);
            case KEY_RIGHT -> report.checkBlind(actor, keyed(model.first), NOW);
            case KEY_WRONG -> report.checkBlind(actor, keyed(model.first + 5), NOW);
            case APPROVE -> report.approve(actor, NOW);
            case REQUEST ->
                report.requestCorrection(actor, Map.of("suara_1", model.first + 1), "tampak lain", null, later, NOW);
            case CONFIRM -> report.answerCorrection(actor, last, Correction.Answer.CONFIRMED, null, NOW);
            case AS_WRITTEN -> report.answerCorrection(actor, last, Correction.Answer.AS_WRITTEN, "begitu", NOW);
            case DISPUTE -> report.answerCorrection(actor, last, Correction.Answer.DISPUTED, "bukan", NOW);
            case UPHOLD -> report.decideCorrection(actor, last, true, "foto jelas", NOW);
            case REJECT -> report.decideCorrection(actor, last, false, "foto jelas", NOW);
            case APPLY -> {
                report.require(Action.APPLY_CORRECTION, actor, last);
                report.applyCorrection(actor, last, found, model.blind, NOW);
            }
            case ASK_REOPENING -> report.requestReopening(actor, Reopening.Cause.MISREAD, "terbaca lain", NOW);
            case GRANT_REOPENING -> report.grantReopening(actor, null, later, NOW);
            case REFUSE_REOPENING -> report.refuseReopening(actor, "foto jelas", NOW);
            case CLOSE_REOPENING -> report.closeReopening(actor, NOW);
            case OVERDUE -> report.correctionOverdue(NOW);
            case HOUR -> report.reopeningEnded(NOW);
        }
    }

    private static Map<String, Integer> keyed(int first) {
        return Map.of("suara_1", first, "suara_2", 108, "suara_3", 10, "suara_sah", 208, "suara_tidak_sah", 2);
    }
}
