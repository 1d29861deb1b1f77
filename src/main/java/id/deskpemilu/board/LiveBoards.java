package id.deskpemilu.board;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.election.Round;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.recap.Progress;
import id.deskpemilu.recap.Recap;
import id.deskpemilu.shared.RegionCode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Stands in until the recap's reader is merged. */
@Component
public class LiveBoards {
    private final Elections elections;
    private final Contests contests;
    private final Regions regions;
    private final Recap recap;
    private final Clock clock;

    LiveBoards(Elections elections, Contests contests, Regions regions, Recap recap, Clock clock) {
        this.elections = elections;
        this.contests = contests;
        this.regions = regions;
        this.recap = recap;
        this.clock = clock;
    }

    public record View(String election, RegionCode region) {}

    public Board current(Actor actor, View view) {
        String code = view.election();
        RegionCode where = view.region();
        Election election = elections.get(code);
        List<Board.OfContest> all = new ArrayList<>();
        int hash = 7;
        for (Contest contest : contests.of(election.id())) {
            if (contest.state() == Contest.State.PREPARED) {
                continue;
            }
            Progress progress = recap.progress(actor, contest, where);
            List<Round> ballots = recap.ballots(contest);
            Round newest = ballots.get(ballots.size() - 1);
            List<Board.Chase> none = List.of();
            List<Outlook.Place> order = progress.whole().votes().entrySet().stream()
                    .map(entry -> new Outlook.Place(entry.getKey(), entry.getValue()))
                    .sorted((a, b) -> Long.compare(b.votes(), a.votes()))
                    .toList();
            List<Outlook.Pair> pairs = order.stream()
                    .skip(1)
                    .map(place -> new Outlook.Pair(
                            order.get(0).number(),
                            place.number(),
                            order.get(0).votes() - place.votes(),
                            Outlook.Chance.AHEAD))
                    .toList();
            hash = 31 * hash + progress.whole().hashCode() + none.size();
            all.add(new Board.OfContest(
                    contest.id(),
                    contest.type(),
                    contest.state(),
                    newest.number(),
                    ballots,
                    recap.choices(contest, newest),
                    progress.whole(),
                    progress.parts(),
                    where.level() == RegionCode.Level.VILLAGE ? recap.stations(actor, contest, where) : List.of(),
                    new Board.Arrivals(List.of(), List.of()),
                    null,
                    new Outlook(
                            Outlook.Kind.WINNER,
                            order,
                            pairs.isEmpty() ? 0 : pairs.get(0).lead(),
                            500,
                            20,
                            0,
                            0,
                            pairs,
                            pairs)));
        }
        Region region = regions.find(where)
                .orElseThrow(() -> id.deskpemilu.shared.Refusal.notFound("REGION_UNKNOWN", where.dotted()));
        if (!actor.maySee(where)) {
            throw id.deskpemilu.shared.Refusal.forbidden("REGION_FOREIGN", where.dotted());
        }
        return new Board(
                Integer.toHexString(hash),
                clock.instant(),
                clock.instant(),
                new Board.OfElection(election.id(), election.code(), election.name(), election.isSimulation()),
                new Board.Place(region.code(), region.name(), region.zone()),
                all,
                List.of(),
                null);
    }
}
