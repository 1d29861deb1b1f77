package id.deskpemilu.recap.web;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.recap.CandidateRecap;
import id.deskpemilu.recap.PartyVotes;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Coverage;
import id.deskpemilu.shared.web.Crumb;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The votes of a party's candidates, reached from the board. */
@Controller
class CandidatePages {

    private final Contests contests;
    private final Regions regions;
    private final CandidateRecap recap;

    CandidatePages(Contests contests, Regions regions, CandidateRecap recap) {
        this.contests = contests;
        this.regions = regions;
        this.recap = recap;
    }

    @GetMapping("/progress/candidates")
    String candidates(
            Actor actor,
            @RequestParam String election,
            @RequestParam String contest,
            @RequestParam String region,
            @RequestParam int party,
            Model model) {
        Contest shown = contests.get(election, contest);
        RegionCode code = RegionCode.of(region);
        PartyVotes votes = recap.of(actor, shown, code, party);
        Region where = regions.find(code).orElseThrow();
        model.addAttribute(
                "page",
                new CandidatesPage(
                        where.name(),
                        code.digits(),
                        election,
                        contest,
                        crumbs(actor, shown, where),
                        shown.choices().stream()
                                .map(choice -> new Choice(
                                        String.valueOf(choice.number()),
                                        choice.number() + " " + choice.name(),
                                        null,
                                        choice.number() == party))
                                .toList(),
                        party,
                        votes.party().name(),
                        votes.dapil().stream().map(CandidatePages::dapil).toList(),
                        new Coverage(
                                votes.at().atZone(where.zone().id()),
                                votes.reported(),
                                votes.all(),
                                votes.reported() == 0 ? 0 : 100.0 * votes.unverified() / votes.reported())));
        return "recap/candidates";
    }

    private static CandidatesPage.Dapil dapil(PartyVotes.Dapil dapil) {
        return new CandidatesPage.Dapil(
                dapil.code(),
                dapil.name(),
                dapil.reported(),
                dapil.all(),
                dapil.apart(),
                dapil.mark(),
                dapil.candidates().stream()
                        .map(row -> new CandidatesPage.Row(row.number(), row.name(), row.votes()))
                        .toList(),
                dapil.total());
    }

    private List<Crumb> crumbs(Actor actor, Contest contest, Region shown) {
        List<Crumb> crumbs = new ArrayList<>();
        for (Region region : regions.path(shown.code())) {
            if (actor.maySee(region.code())) {
                crumbs.add(new Crumb(region.name(), ProgressPages.address(contest, region.code())));
            }
        }
        return crumbs;
    }

    /** Where the votes of the party's candidates stand. */
    static String address(Contest contest, RegionCode region, int party) {
        return ProgressPages.address(contest, region).replaceFirst("/progress", "/progress/candidates") + "&party="
                + party;
    }
}
