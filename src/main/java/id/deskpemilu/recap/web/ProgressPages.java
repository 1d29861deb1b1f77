package id.deskpemilu.recap.web;

import id.deskpemilu.election.Choice;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Forms;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.election.Round;
import id.deskpemilu.election.RoundName;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.recap.Progress;
import id.deskpemilu.recap.Recap;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import id.deskpemilu.shared.web.Coverage;
import id.deskpemilu.shared.web.Crumb;
import id.deskpemilu.shared.web.Station;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who has reported and who has not, region by region. */
@Controller
class ProgressPages {

    private final Elections elections;
    private final Forms forms;
    private final Contests contests;
    private final Regions regions;
    private final Recap recap;

    ProgressPages(Elections elections, Forms forms, Contests contests, Regions regions, Recap recap) {
        this.elections = elections;
        this.forms = forms;
        this.contests = contests;
        this.regions = regions;
        this.recap = recap;
    }

    @GetMapping("/progress")
    String progress(
            Actor actor,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String contest,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable Integer ballot,
            Model model) {
        List<Contest> open = contests.of(election(election).id());
        Contest shown = open.stream()
                .filter(candidate -> contest == null || candidate.type().slug().equals(contest))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("CONTEST_UNKNOWN", contest == null ? "" : contest));
        RegionCode code = region == null || region.isBlank() ? home(actor, shown) : RegionCode.of(region);
        model.addAttribute("page", page(actor, shown, open, code, ballot));
        return "recap/progress";
    }

    /** The election asked for; else the newest one that is running. */
    private Election election(@Nullable String code) {
        return elections.getOrRunning(code, election -> true);
    }

    private static RegionCode home(Actor actor, Contest contest) {
        return actor.scopes().stream()
                .map(scope -> scope.contains(contest.area()) ? contest.area() : scope)
                .filter(contest.area()::contains)
                .findFirst()
                .orElse(contest.area());
    }

    private ProgressPage page(
            Actor actor, Contest contest, List<Contest> all, RegionCode code, @Nullable Integer ballot) {
        List<Round> ballots = recap.ballots(contest);
        Round shown = ProgressApi.ballot(ballots, ballot);
        Progress progress = recap.progress(actor, contest, shown, code);
        Region region = regions.find(code).orElseThrow();
        ZoneId zone = region.zone().id();
        boolean village = code.level() == RegionCode.Level.VILLAGE;
        Progress.Count whole = progress.whole();
        return new ProgressPage(
                region.name(),
                code.dotted(),
                contest.election().name(),
                contest.type().slug(),
                all.stream()
                        .map(other -> new id.deskpemilu.shared.web.Choice(
                                other.type().slug(), address(other, code), null, other.equals(contest)))
                        .toList(),
                crumbs(actor, contest, code),
                level(code),
                counts(whole),
                progress.parts().stream()
                        .map(part -> new ProgressPage.Row(
                                part.name(), part.code().dotted(), address(contest, part.code()), counts(part.count())))
                        .toList(),
                village ? stations(actor, contest, region) : List.of(),
                recap.rounds(actor, contest, code).entrySet().stream()
                        .map(part ->
                                new ProgressPage.RoundPart(label(part.getKey().name()), part.getValue()))
                        .toList(),
                ballots.stream()
                        .map(one -> new ProgressPage.Ballot(
                                label(one.name()),
                                address(contest, code) + "&ballot=" + one.number(),
                                one.equals(shown)))
                        .toList(),
                votes(contest, recap.choices(contest, shown), whole, code),
                whole.valid(),
                whole.invalid(),
                whole.asWritten(),
                address("/corrections", contest, code),
                new Coverage(
                        progress.at().atZone(zone),
                        whole.reported(),
                        whole.all(),
                        whole.reported() == 0 ? 0 : 100.0 * whole.unverified() / whole.reported()),
                recap.apart(actor, contest, code).stream()
                        .map(grave -> new ProgressPage.Grave(
                                station(grave.station(), grave.villageName(), grave.districtName(), null),
                                grave.status().name(),
                                grave.formula(),
                                report(contest, grave.station())))
                        .toList());
    }

    private List<ProgressPage.StationRow> stations(Actor actor, Contest contest, Region village) {
        String district = regions.find(village.code().at(RegionCode.Level.DISTRICT))
                .map(Region::name)
                .orElse("");
        return recap.stations(actor, contest, village.code()).stream()
                .map(station -> new ProgressPage.StationRow(
                        station(station.station(), village.name(), district, station.round()),
                        station.status().name(),
                        station.hasCase() ? report(contest, station.station()) : null,
                        Optional.ofNullable(station.lockedAt())
                                .map(at -> at.atZone(village.zone().id()))
                                .orElse(null)))
                .toList();
    }

    private List<Crumb> crumbs(Actor actor, Contest contest, RegionCode code) {
        List<Crumb> crumbs = new ArrayList<>();
        for (Region region : regions.path(code)) {
            if (actor.maySee(region.code())) {
                crumbs.add(
                        new Crumb(region.name(), region.code().equals(code) ? null : address(contest, region.code())));
            }
        }
        return crumbs;
    }

    private List<ProgressPage.Votes> votes(
            Contest contest, List<Choice> ballot, Progress.Count count, RegionCode region) {
        if (count.votes().isEmpty()) {
            return List.of();
        }
        boolean hasLists = forms.of(contest).hasLists();
        long sum = count.votes().values().stream().mapToLong(Long::longValue).sum();
        return ballot.stream()
                .map((Choice choice) -> {
                    long votes = count.votes().getOrDefault(choice.number(), 0L);
                    return new ProgressPage.Votes(
                            choice.number(),
                            choice.name(),
                            votes,
                            sum == 0 ? 0 : 100.0 * votes / sum,
                            hasLists ? CandidatePages.address(contest, region, choice.number()) : null);
                })
                .toList();
    }

    private static ProgressPage.Counts counts(Progress.Count count) {
        return new ProgressPage.Counts(count.all(), count.reported(), count.approved());
    }

    private static String level(RegionCode code) {
        return switch (code.level()) {
            case PROVINCE -> "kabupaten";
            case REGENCY -> "kecamatan";
            case DISTRICT -> "desa";
            case VILLAGE -> "tps";
        };
    }

    private static Station station(StationCode code, String village, String district, @Nullable RoundName round) {
        return new Station(
                code.digits(),
                "%03d".formatted(code.number()),
                village,
                district,
                code.isSpecial(),
                round == null ? null : label(round));
    }

    private static id.deskpemilu.shared.web.Round label(RoundName round) {
        return new id.deskpemilu.shared.web.Round(round.number(), round.kind().name(), round.heldOn());
    }

    private static String report(Contest contest, StationCode station) {
        return "/reports/" + contest.election().code() + "/" + contest.type().slug() + "/" + station;
    }

    static String address(Contest contest, RegionCode region) {
        return address("/progress", contest, region);
    }

    private static String address(String page, Contest contest, RegionCode region) {
        return page + "?election=" + contest.election().code() + "&contest="
                + contest.type().slug() + "&region=" + region;
    }
}
