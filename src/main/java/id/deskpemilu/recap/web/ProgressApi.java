package id.deskpemilu.recap.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpemilu.election.Choice;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Round;
import id.deskpemilu.election.RoundKind;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.recap.CandidateRecap;
import id.deskpemilu.recap.PartyVotes;
import id.deskpemilu.recap.Progress;
import id.deskpemilu.recap.Recap;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Progress and recap in the API. */
@RestController
@RequestMapping("/api/v1/elections/{election}/contests/{contest}")
@Tag(name = "progress", description = "Siapa sudah lapor, dan suara sementara")
class ProgressApi {

    private static final String DISCLAIMER =
            "Hasil sementara pemantauan Desk, bukan hasil resmi. Hasil resmi ditetapkan oleh KPU.";

    private final Contests contests;
    private final Recap recap;
    private final CandidateRecap candidateRecap;

    ProgressApi(Contests contests, Recap recap, CandidateRecap candidateRecap) {
        this.contests = contests;
        this.recap = recap;
        this.candidateRecap = candidateRecap;
    }

    /** Who has reported; {@code reported + missing = all}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reporting(
            String region, @Nullable String name, int all, int reported, int missing, int approved, int corrections) {

        static Reporting of(String region, @Nullable String name, Progress.Count count) {
            return new Reporting(
                    region,
                    name,
                    count.all(),
                    count.reported(),
                    count.missing(),
                    count.approved(),
                    count.corrections());
        }
    }

    record ProgressResource(Instant at, String disclaimer, Reporting whole, List<Reporting> parts) {}

    /** Votes so far; those of reports held apart are not among them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Votes(
            String region,
            @Nullable String name,
            int all,
            int reported,
            int unverified,
            int asWritten,
            Map<Integer, Long> votes,
            long valid,
            long invalid,
            Apart apart) {

        static Votes of(String region, @Nullable String name, Progress.Count count) {
            return new Votes(
                    region,
                    name,
                    count.all(),
                    count.reported(),
                    count.unverified(),
                    count.asWritten(),
                    count.votes(),
                    count.valid(),
                    count.invalid(),
                    new Apart(count.apart(), count.apartVotes()));
        }
    }

    /** Reports with more votes than the station can have ballots, until two verifiers have looked. */
    record Apart(int reports, long votes) {}

    /** A round whose ballot the votes were given on; a contest has one unless a round was held with another. */
    record BallotResource(int round, RoundKind kind, LocalDate heldOn) {

        static BallotResource of(Round round) {
            return new BallotResource(round.number(), round.kind(), round.heldOn());
        }
    }

    record RecapResource(
            Instant at,
            String disclaimer,
            BallotResource ballot,
            List<BallotResource> ballots,
            List<Choice> choices,
            Votes whole,
            List<Votes> parts) {}

    @GetMapping("/progress")
    @Operation(summary = "Who has reported, one level down")
    ProgressResource progress(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @RequestParam(required = false) @Nullable String region) {
        Contest counted = contests.get(election, contest);
        Progress progress = recap.progress(actor, counted, region(actor, counted, region));
        return new ProgressResource(
                progress.at(),
                DISCLAIMER,
                Reporting.of(progress.region().digits(), null, progress.whole()),
                progress.parts().stream()
                        .map(part -> Reporting.of(part.code().digits(), part.name(), part.count()))
                        .toList());
    }

    @GetMapping("/recap")
    @Operation(summary = "Votes so far, one level down; those on different ballots are never added up")
    RecapResource recap(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable Integer ballot) {
        Contest counted = contests.get(election, contest);
        List<Round> ballots = recap.ballots(counted);
        Round shown = ballot(ballots, ballot);
        Progress progress = recap.progress(actor, counted, shown, region(actor, counted, region));
        return new RecapResource(
                progress.at(),
                DISCLAIMER,
                BallotResource.of(shown),
                ballots.stream().map(BallotResource::of).toList(),
                recap.choices(counted, shown),
                Votes.of(progress.region().digits(), null, progress.whole()),
                progress.parts().stream()
                        .map(part -> Votes.of(part.code().digits(), part.name(), part.count()))
                        .toList());
    }

    record CandidatesResource(
            Instant at, String disclaimer, String region, Choice party, List<PartyVotes.Dapil> dapil) {}

    @GetMapping("/recap/candidates")
    @Operation(summary = "Votes of a party's candidates so far, dapil by dapil")
    CandidatesResource candidates(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam int party) {
        Contest counted = contests.get(election, contest);
        PartyVotes votes = candidateRecap.of(actor, counted, region(actor, counted, region), party);
        return new CandidatesResource(votes.at(), DISCLAIMER, votes.region().digits(), votes.party(), votes.dapil());
    }

    /** The ballot of the round asked for; else the newest. */
    static Round ballot(List<Round> ballots, @Nullable Integer round) {
        return round == null
                ? ballots.get(ballots.size() - 1)
                : ballots.stream()
                        .filter(ballot -> ballot.number() == round)
                        .findFirst()
                        .orElseThrow(() -> Refusal.notFound("ROUND_UNKNOWN", round));
    }

    private static RegionCode region(Actor actor, Contest contest, @Nullable String region) {
        return region == null || region.isBlank()
                ? actor.scopes().stream()
                        .filter(contest.area()::contains)
                        .findFirst()
                        .orElse(contest.area())
                : RegionCode.of(region);
    }
}
