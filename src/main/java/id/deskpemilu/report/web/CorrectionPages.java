package id.deskpemilu.report.web;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.identity.Account;
import id.deskpemilu.identity.Accounts;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.Correction;
import id.deskpemilu.report.CorrectionList;
import id.deskpemilu.report.Figures;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import id.deskpemilu.shared.web.Crumb;
import id.deskpemilu.shared.web.Paging;
import id.deskpemilu.shared.web.Station;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The corrections in force in a region, on a page and in the API. */
@Controller
@Tag(name = "progress", description = "Papan: siapa sudah lapor, suara sejauh ini, koreksi")
class CorrectionPages {

    private final Contests contests;
    private final CorrectionList corrections;
    private final Figures figures;
    private final Regions regions;
    private final Accounts accounts;

    CorrectionPages(
            Contests contests, CorrectionList corrections, Figures figures, Regions regions, Accounts accounts) {
        this.contests = contests;
        this.corrections = corrections;
        this.figures = figures;
        this.regions = regions;
        this.accounts = accounts;
    }

    @GetMapping("/api/v1/elections/{election}/contests/{contest}/corrections")
    @ResponseBody
    @Operation(summary = "Corrections in force, the newest first")
    CorrectionList.Page find(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "0") int page) {
        Contest counted = contests.get(election, contest);
        RegionCode code = region == null || region.isBlank() ? counted.area() : RegionCode.of(region);
        return corrections.find(actor, counted, code, page);
    }

    @GetMapping("/corrections")
    String show(
            Actor actor,
            @RequestParam String election,
            @RequestParam String contest,
            @RequestParam String region,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Contest counted = contests.get(election, contest);
        Region place =
                regions.find(RegionCode.of(region)).orElseThrow(() -> Refusal.notFound("REGION_UNKNOWN", region));
        CorrectionList.Page found = corrections.find(actor, counted, place.code(), page);
        Names names = names(found);
        Map<BallotOf, Paper> papers = new HashMap<>();
        ZoneId zone = place.zone().id();
        model.addAttribute(
                "page",
                new CorrectionsPage(
                        place.name(),
                        counted.type().slug(),
                        address("/progress", counted, place.code()),
                        regions.path(place.code()).stream()
                                .filter(one -> actor.maySee(one.code()))
                                .map(one -> new Crumb(
                                        one.name(),
                                        one.code().equals(place.code())
                                                ? null
                                                : address("/corrections", counted, one.code())))
                                .toList(),
                        found.corrections().stream()
                                .map(row -> row(row, counted, paper(papers, counted, row), names, zone))
                                .toList(),
                        paging(found, address("/corrections", counted, place.code())),
                        corrections.asWritten(actor, counted, place.code()).stream()
                                .map(kept -> new CorrectionsPage.AsWritten(
                                        station(kept.tps(), kept.village(), kept.district()),
                                        report(counted, kept.tps()),
                                        kept.formula(),
                                        kept.explanation()))
                                .toList()));
        return "report/corrections";
    }

    private static CorrectionsPage.Row row(
            CorrectionList.Row row, Contest contest, Paper paper, Names names, ZoneId zone) {
        return new CorrectionsPage.Row(
                station(row.tps(), row.village(), row.district()),
                report(contest, row.tps()),
                row.changes().stream()
                        .map((Correction.Change change) -> new ReportPage.Change(
                                change.field(), paper.place(change.field()), change.from(), change.to()))
                        .toList(),
                row.reason(),
                Objects.requireNonNull(names.of(row.requestedBy())),
                names.of(row.answeredBy()),
                names.of(row.decidedBy()),
                Objects.requireNonNull(names.of(row.appliedBy())),
                row.appliedAt().atZone(zone));
    }

    /** The words of the form for a station; one for each desa, since a desa has one ballot. */
    private Paper paper(Map<BallotOf, Paper> papers, Contest contest, CorrectionList.Row row) {
        return papers.computeIfAbsent(
                new BallotOf(row.round(), row.tps().village()),
                of -> new Paper(figures.form(contest), figures.ballot(contest, of.round(), row.tps())));
    }

    /** What decides which ballot is meant. */
    private record BallotOf(int round, RegionCode village) {}

    private Names names(CorrectionList.Page found) {
        Set<String> usernames = new HashSet<>();
        found.corrections()
                .forEach(row -> Stream.of(row.requestedBy(), row.answeredBy(), row.decidedBy(), row.appliedBy())
                        .filter(Objects::nonNull)
                        .forEach(usernames::add));
        return new Names(accounts.find(usernames));
    }

    private record Names(Map<String, Account> accounts) {

        @Nullable
        String of(@Nullable String username) {
            Account account = username == null ? null : accounts.get(username);
            return account == null ? username : account.name();
        }
    }

    private static Paging paging(CorrectionList.Page page, String address) {
        int first = page.page() * page.pageSize();
        int last = first + page.corrections().size();
        return new Paging(
                page.corrections().isEmpty() ? 0 : first + 1,
                last,
                page.total(),
                page.page() == 0 ? null : address + "&page=" + (page.page() - 1),
                last < page.total() ? address + "&page=" + (page.page() + 1) : null);
    }

    private static Station station(StationCode code, String village, String district) {
        return new Station(code.digits(), "%03d".formatted(code.number()), village, district, code.isSpecial());
    }

    private static String report(Contest contest, StationCode station) {
        return "/reports/" + contest.election().code() + "/" + contest.type().slug() + "/" + station;
    }

    private static String address(String page, Contest contest, RegionCode region) {
        return page + "?election=" + contest.election().code() + "&contest="
                + contest.type().slug() + "&region=" + region;
    }
}
