package id.deskpemilu.report.web;

import id.deskpemilu.audit.AuditEvent;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.identity.Account;
import id.deskpemilu.identity.Accounts;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Action;
import id.deskpemilu.report.BlindCheck;
import id.deskpemilu.report.Correction;
import id.deskpemilu.report.Reopening;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportThreads;
import id.deskpemilu.report.Revision;
import id.deskpemilu.report.TallyReader.FieldError;
import id.deskpemilu.report.usecase.ReadReport;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.web.Crumb;
import id.deskpemilu.shared.web.Problems;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;

/** Composes the page of a report: what the reader may see of it, in the words of the paper. */
@Component
class ReportView {

    private static final String ON_BEHALF = "onBehalf";

    private final ReadReport readReport;
    private final Regions regions;
    private final Accounts accounts;
    private final Zones zones;
    private final Problems problems;
    private final MessageSource messages;
    private final PhotoViews photos;
    private final ReportThreads threads;

    ReportView(
            ReadReport readReport,
            Regions regions,
            Accounts accounts,
            Zones zones,
            Problems problems,
            MessageSource messages,
            PhotoViews photos,
            ReportThreads threads) {
        this.readReport = readReport;
        this.regions = regions;
        this.accounts = accounts;
        this.zones = zones;
        this.problems = problems;
        this.messages = messages;
        this.photos = photos;
        this.threads = threads;
    }

    /** The address of the report's page. */
    static String base(ReportAddress address) {
        return "/reports/" + address.election() + "/" + address.contest() + "/" + address.station();
    }

    /** What is wrong with what was typed, in sentences. */
    List<String> errors(Refusal refusal) {
        List<String> errors = new ArrayList<>();
        if (refusal.details().get("errors") instanceof Collection<?> list) {
            for (Object error : list) {
                if (error instanceof FieldError wrong) {
                    errors.add(problems.reason(wrong.code()));
                }
            }
        }
        return errors.isEmpty()
                ? List.of(problems.reason(refusal.code(), refusal.arguments()))
                : errors.stream().distinct().toList();
    }

    /**
     * The page.
     *
     * @param form what was typed into a refused form; null if nothing was refused
     */
    ModelAndView page(Actor actor, ReportAddress address, ReportPage.@Nullable CorrectionForm form, Locale locale) {
        ReadReport.Dossier dossier = readReport.execute(actor, address);
        Report report = dossier.report();
        People people = new People(accounts.find(usernames(dossier)), zones.of(report.station()));
        Paper paper = new Paper(dossier.form(), dossier.ballot());
        @Nullable Revision current = report.revision() == 0 || dossier.veiled() ? null : report.current();
        List<Correction> all = dossier.veiled() ? List.of() : report.corrections();
        boolean underWay = !all.isEmpty() && isUnderWay(all.get(all.size() - 1));
        List<ReportPage.Correction> corrections = IntStream.range(0, all.size())
                .mapToObj(i -> correction(i + 1, all.get(i), paper, people))
                .toList();
        List<ReportPage.Correction> earlier =
                new ArrayList<>(underWay ? corrections.subList(0, corrections.size() - 1) : corrections);
        java.util.Collections.reverse(earlier);
        var page = new ModelAndView(
                "report/view",
                "page",
                new ReportPage(
                        Paper.station(dossier),
                        dossier.contest().type().slug(),
                        dossier.contest().election().code(),
                        base(address),
                        report.status().name(),
                        holder(report, actor, people),
                        report.version(),
                        report.receipt(),
                        report.submittedBy() == null || report.lockedAt() == null
                                ? null
                                : people.at(report.submittedBy(), report.lockedAt()),
                        current == null
                                ? List.of()
                                : paper.toRead(current.tally(), replaced(report), Paper.marked(current.findings())),
                        current == null
                                ? List.of()
                                : FindingView.of(
                                        dossier.form(),
                                        paper,
                                        current.tally(),
                                        current.findings(),
                                        current.explanations(),
                                        Map.of()),
                        dossier.actions().stream().map(Action::name).toList(),
                        blocked(actor, report),
                        underWay ? corrections.get(corrections.size() - 1) : null,
                        earlier,
                        dossier.veiled() ? List.of() : revisions(report, paper, people),
                        dossier.veiled()
                                ? List.of()
                                : dossier.history().stream()
                                        .filter(event -> !event.type().equals("Locked")) // one line with Submitted
                                        .map(event -> event(event, paper, people))
                                        .toList(),
                        review(actor, dossier, paper, people, form),
                        photos.of(report, actor),
                        dossier.step(),
                        dossier.step() == null ? null : messages.getMessage("step." + dossier.step(), null, locale),
                        crumbs(actor, dossier),
                        back(actor, report),
                        form,
                        ReportRounds.of(dossier, base(address), people.zone()),
                        ReportTalk.of(threads.of(actor, report), actor, people.zone()),
                        onBehalf(report, people)));
        if (form != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private static String back(Actor actor, Report report) {
        if (actor.may(Role.OPERATOR, report.station())) {
            return "/tasks";
        }
        boolean hasInbox =
                !actor.scopes(Role.VERIFIER, Role.SUPERVISOR, Role.AUDITOR).isEmpty();
        if (hasInbox) {
            return "/inbox";
        }
        return actor.scopes(Role.COORDINATOR).isEmpty() ? "/progress" : "/escalations";
    }

    private static ReportPage.@Nullable OnBehalf onBehalf(Report report, People people) {
        return report.onBehalf() == null || report.submittedBy() == null
                ? null
                : new ReportPage.OnBehalf(
                        report.onBehalf().as().realmName(),
                        people.name(report.submittedBy()),
                        report.onBehalf().reason());
    }

    private static boolean isUnderWay(Correction correction) {
        return switch (correction.state()) {
            case REQUESTED, CONFIRMED, DISPUTED, OVERDUE, UPHELD -> true;
            case AS_WRITTEN, REJECTED, APPLIED -> false;
        };
    }

    /** Why a verifier of the region cannot act on a report that waits for one. */
    private @Nullable String blocked(Actor actor, Report report) {
        if (!actor.may(Role.VERIFIER, report.station())
                || !Action.APPROVE.from().contains(report.status())) {
            return null;
        }
        boolean involved = Stream.concat(Stream.ofNullable(report.submittedBy()), report.verifiedBy().stream())
                .anyMatch(actor::is);
        return involved ? problems.reason("FOUR_EYES", actor.username()) : null;
    }

    private static ReportPage.@Nullable Holder holder(Report report, Actor actor, People people) {
        return report.holder() == null || report.heldSince() == null
                ? null
                : new ReportPage.Holder(
                        people.name(report.holder()),
                        report.heldSince().atZone(people.zone()),
                        actor.is(report.holder()));
    }

    /** The figures of the first revision where the one in force has others. */
    private static Map<String, Integer> replaced(Report report) {
        Map<String, Integer> first = report.revisions().get(0).tally().fields();
        Map<String, Integer> now = report.current().tally().fields();
        Map<String, Integer> replaced = new TreeMap<>(first);
        replaced.entrySet().removeIf(entry -> entry.getValue().equals(now.get(entry.getKey())));
        return replaced;
    }

    private static ReportPage.Correction correction(int number, Correction correction, Paper paper, People people) {
        return new ReportPage.Correction(
                number,
                correction.state().name(),
                correction.reason(),
                changes(correction.changes(), paper),
                spot(correction.spot()),
                people.at(correction.requestedBy(), correction.requestedAt()),
                correction.answerBy().atZone(people.zone()),
                people.act(correction.answeredBy(), correction.answeredAt()),
                correction.comment(),
                people.act(correction.decidedBy(), correction.decidedAt()),
                correction.decision(),
                people.act(correction.appliedBy(), correction.appliedAt()));
    }

    private static @Nullable String spot(Correction.@Nullable Spot spot) {
        return spot == null
                ? null
                : Stream.of(spot.photo(), spot.x(), spot.y(), spot.width(), spot.height())
                        .map(String::valueOf)
                        .collect(Collectors.joining(","));
    }

    private static ReportPage.Review review(
            Actor actor,
            ReadReport.Dossier dossier,
            Paper paper,
            People people,
            ReportPage.@Nullable CorrectionForm form) {
        Report report = dossier.report();
        return new ReportPage.Review(
                dossier.veiled(),
                dossier.actions().contains(Action.CHECK_BLIND) && report.needsBlindCheck()
                        ? paper.toKey(
                                BlindCheck.fields(
                                        dossier.form(), report.current().tally()),
                                form == null ? Map.of() : form.values())
                        : List.of(),
                report.lastCheck(actor)
                        .map(check -> check(check, report, paper))
                        .orElse(null),
                report.isInconsistent(),
                report.reopenings().stream()
                        .filter(Reopening::isPending)
                        .findFirst()
                        .map(reopening -> reopening(reopening, people))
                        .orElse(null),
                Stream.of(Reopening.Cause.values()).map(Enum::name).toList());
    }

    private static ReportPage.Check check(BlindCheck check, Report report, Paper paper) {
        return new ReportPage.Check(
                check.agrees(),
                check.differing().stream()
                        .map(field -> new ReportPage.Change(
                                field,
                                paper.place(field),
                                report.current().tally().get(field),
                                Objects.requireNonNull(check.keyed().get(field))))
                        .toList());
    }

    private static ReportPage.Reopening reopening(Reopening reopening, People people) {
        return new ReportPage.Reopening(
                reopening.state().name(),
                reopening.cause().name(),
                reopening.reason(),
                people.at(reopening.requestedBy(), reopening.requestedAt()),
                people.act(reopening.decidedBy(), reopening.decidedAt()),
                reopening.comment(),
                reopening.closesAt() == null ? null : reopening.closesAt().atZone(people.zone()),
                reopening.closedAt() == null ? null : reopening.closedAt().atZone(people.zone()));
    }

    private static List<ReportPage.Change> changes(List<Correction.Change> changes, Paper paper) {
        return changes.stream()
                .map(change ->
                        new ReportPage.Change(change.field(), paper.place(change.field()), change.from(), change.to()))
                .toList();
    }

    private static List<ReportPage.Revision> revisions(Report report, Paper paper, People people) {
        List<Revision> revisions = report.revisions();
        List<ReportPage.Revision> shown = new ArrayList<>();
        for (int i = 0; i < revisions.size(); i++) {
            Revision revision = revisions.get(i);
            List<ReportPage.Change> changes = new ArrayList<>();
            if (i > 0) {
                Map<String, Integer> before = revisions.get(i - 1).tally().fields();
                revision.tally().fields().forEach((field, value) -> {
                    int old = Objects.requireNonNull(before.get(field));
                    if (old != value) {
                        changes.add(new ReportPage.Change(field, paper.place(field), old, value));
                    }
                });
            }
            shown.add(new ReportPage.Revision(
                    i + 1,
                    i == 0 && report.onBehalf() != null
                            ? revision.origin().name() + ".onBehalf"
                            : revision.origin().name(),
                    people.at(revision.author(), revision.at()),
                    revision.sha256(),
                    changes));
        }
        return shown;
    }

    private static ReportPage.Event event(AuditEvent event, Paper paper, People people) {
        List<ReportPage.Change> changes = StreamSupport.stream(
                        event.data().path("changes").spliterator(), false)
                .map(change -> new ReportPage.Change(
                        change.path("field").asString(""),
                        paper.place(change.path("field").asString("")),
                        change.path("from").asInt(),
                        change.path("to").asInt()))
                .toList();
        boolean onBehalf = event.data().has(ON_BEHALF);
        JsonNode data = onBehalf ? event.data().path(ON_BEHALF) : event.data();
        String text = Stream.of("reason", "comment") // whichever the event has
                .map(data::path)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .findFirst()
                .orElse(null);
        return new ReportPage.Event(
                onBehalf ? event.type() + ".onBehalf" : event.type(),
                people.name(event.actor()),
                event.at().atZone(people.zone()),
                text,
                changes);
    }

    private List<Crumb> crumbs(Actor actor, ReadReport.Dossier dossier) {
        String query = "/progress?election=" + dossier.contest().election().code() + "&contest="
                + dossier.contest().type().slug() + "&region=";
        return regions.path(dossier.report().station().village()).stream()
                .filter(region -> region.code().level() != RegionCode.Level.PROVINCE)
                .filter(region -> actor.maySee(region.code()))
                .map((Region region) -> new Crumb(region.name(), query + region.code()))
                .toList();
    }

    private static Set<String> usernames(ReadReport.Dossier dossier) {
        Set<String> usernames = new HashSet<>();
        dossier.history().forEach(event -> usernames.add(event.actor()));
        if (dossier.report().holder() != null) {
            usernames.add(dossier.report().holder());
        }
        return usernames;
    }

    /** The names of those who had to do with a report, and its local time. */
    private record People(Map<String, Account> accounts, ZoneId zone) {

        String name(String username) {
            Account account = accounts.get(username);
            return account == null ? username : account.name();
        }

        ReportPage.Act at(String username, Instant at) {
            return new ReportPage.Act(name(username), at.atZone(zone));
        }

        /** Null if it has not happened; without a name if nobody did it but an hour had come. */
        ReportPage.@Nullable Act act(@Nullable String username, @Nullable Instant at) {
            return at == null ? null : new ReportPage.Act(username == null ? "" : name(username), at.atZone(zone));
        }
    }
}
