package id.deskpemilu.election;

import id.deskpemilu.shared.StationCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The rounds of one contest, without a database. */
public final class RoundsInMemory extends Rounds {

    private record Named(Round round, List<StationCode> stations, List<Choice> ballot) {}

    private final List<Named> later = new ArrayList<>();

    public RoundsInMemory() {
        super(null, null);
    }

    @Override
    public List<Round> of(Contest contest) {
        List<Round> rounds = new ArrayList<>(List.of(Round.first(contest)));
        later.forEach(one -> rounds.add(one.round()));
        return rounds;
    }

    @Override
    public List<Round> of(Contest contest, StationCode station) {
        List<Round> rounds = new ArrayList<>(List.of(Round.first(contest)));
        later.stream().filter(one -> one.stations().contains(station)).forEach(one -> rounds.add(one.round()));
        return rounds;
    }

    @Override
    public List<Choice> choices(Contest contest, int number) {
        int ballot = number == Round.FIRST ? Round.FIRST : get(contest, number).ballot();
        return ballot == Round.FIRST ? contest.choices() : later.get(ballot - 2).ballot();
    }

    @Override
    public List<StationCode> stations(Contest contest, int number) {
        return later.get(number - 2).stations();
    }

    @Override
    public Round add(
            Contest contest,
            RoundKind kind,
            LocalDate heldOn,
            String reason,
            Collection<StationCode> stations,
            List<Choice> ballot,
            int earlierBallot,
            String by,
            Instant at) {
        int number = later.size() + 2;
        var round = new Round(number, kind, heldOn, ballot.isEmpty() ? earlierBallot : number, reason, by, at, false);
        later.add(new Named(round, stations.stream().sorted().toList(), ballot));
        return round;
    }
}
