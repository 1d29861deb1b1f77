package id.deskpemilu.report.usecase;

import id.deskpemilu.election.Choice;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Forms;
import id.deskpemilu.election.Round;
import id.deskpemilu.election.RoundKind;
import id.deskpemilu.election.Rounds;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.report.usecase.RoundError.Code;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks orders for rounds and finds the stations that they name. */
@Component
class RoundPlans {

    private static final int LONGEST_REASON = 1000;
    private static final int LARGEST_NUMBER = 99;
    private static final int SMALLEST_BALLOT = 2;

    private final Forms forms;
    private final Rounds rounds;
    private final JdbcClient jdbc;

    RoundPlans(Forms forms, Rounds rounds, JdbcClient jdbc) {
        this.forms = forms;
        this.rounds = rounds;
        this.jdbc = jdbc;
    }

    /** A station of the contest with the report that counts. */
    private record Named(StationCode station, @Nullable ReportStatus status, int round) {}

    /**
     * Checks an order.
     *
     * @throws Refusal {@code ROUND_INVALID} with every error in the detail {@code errors}
     */
    RoundPlan check(Contest contest, RoundOrder order) {
        List<RoundError> errors = new ArrayList<>();
        checkWords(contest, order, errors);
        checkBallot(contest, order, errors);
        Map<StationCode, Named> named = stations(contest, order, errors);
        Set<Integer> ballots = ballots(contest, named.values());
        if (order.ballot().isEmpty() && ballots.size() > 1) {
            errors.add(new RoundError("ballot", "", Code.BALLOTS_DIFFER));
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid("ROUND_INVALID", errors.size()).with("errors", List.copyOf(errors));
        }
        return new RoundPlan(
                Objects.requireNonNull(order.kind()),
                Objects.requireNonNull(order.heldOn()),
                order.reason().strip(),
                List.copyOf(named.keySet()),
                count(named, ReportStatus::isReported),
                count(named, status -> status == ReportStatus.APPROVED),
                ballots.iterator().next());
    }

    private static int count(Map<StationCode, Named> named, java.util.function.Predicate<ReportStatus> counts) {
        return (int) named.values().stream()
                .map(Named::status)
                .filter(Objects::nonNull)
                .filter(counts)
                .count();
    }

    private static void checkWords(Contest contest, RoundOrder order, List<RoundError> errors) {
        RoundKind kind = order.kind();
        if (kind == null || !kind.isLater()) {
            errors.add(new RoundError("kind", kind == null ? "" : kind.name(), Code.KIND_MISSING));
        }
        LocalDate heldOn = order.heldOn();
        if (heldOn == null) {
            errors.add(new RoundError("heldOn", "", Code.DATE_MISSING));
        } else if (heldOn.isBefore(contest.election().heldOn())) {
            errors.add(new RoundError("heldOn", heldOn.toString(), Code.DATE_EARLY));
        }
        if (order.reason().isBlank()) {
            errors.add(new RoundError("reason", "", Code.REASON_MISSING));
        } else if (order.reason().strip().length() > LONGEST_REASON) {
            errors.add(new RoundError("reason", String.valueOf(LONGEST_REASON), Code.TEXT_TOO_LONG));
        }
    }

    private void checkBallot(Contest contest, RoundOrder order, List<RoundError> errors) {
        List<Choice> ballot = order.ballot();
        if (ballot.isEmpty()) {
            return;
        }
        if (order.kind() != null && order.kind().isLater() && !order.kind().mayChangeBallot()) {
            errors.add(new RoundError("ballot", order.kind().name(), Code.BALLOT_OF_RECOUNT));
        }
        if (forms.of(contest).hasLists()) {
            errors.add(new RoundError("ballot", contest.type().slug(), Code.BALLOT_OF_LISTS));
        }
        if (ballot.size() < SMALLEST_BALLOT) {
            errors.add(new RoundError("ballot", String.valueOf(ballot.size()), Code.BALLOT_TOO_SHORT));
        }
        Set<Integer> seen = new HashSet<>();
        for (Choice choice : ballot) {
            String number = String.valueOf(choice.number());
            if (choice.number() < 1 || choice.number() > LARGEST_NUMBER) {
                errors.add(new RoundError("ballot", number, Code.BALLOT_NUMBER_INVALID));
            } else if (!seen.add(choice.number())) {
                errors.add(new RoundError("ballot", number, Code.BALLOT_NUMBER_TWICE));
            }
            if (choice.name().isBlank()) {
                errors.add(new RoundError("ballot", number, Code.BALLOT_NAME_MISSING));
            }
        }
    }

    /** The stations that the order names, and an error for each code that names none. */
    private Map<StationCode, Named> stations(Contest contest, RoundOrder order, List<RoundError> errors) {
        Set<StationCode> codes = new TreeSet<>();
        for (String text : order.stations()) {
            if (!StationCode.isValid(text)) {
                errors.add(new RoundError("stations", text, Code.STATION_INVALID));
            } else if (!codes.add(StationCode.of(text))) {
                errors.add(new RoundError("stations", text, Code.STATION_TWICE));
            }
        }
        Set<RegionCode> regions = new TreeSet<>();
        for (String text : order.regions()) {
            if (RegionCode.isValid(text)) {
                regions.add(RegionCode.of(text));
            } else {
                errors.add(new RoundError("stations", text, Code.REGION_UNKNOWN));
            }
        }
        if (order.stations().isEmpty() && order.regions().isEmpty()) {
            errors.add(new RoundError("stations", "", Code.STATIONS_MISSING));
        }
        Map<StationCode, Named> found = find(contest, codes, regions);
        codes.stream()
                .filter(code -> !found.containsKey(code))
                .forEach(code -> errors.add(new RoundError("stations", code.digits(), Code.STATION_UNKNOWN)));
        regions.stream()
                .filter(region -> found.keySet().stream().noneMatch(region::contains))
                .forEach(region -> errors.add(new RoundError("stations", region.digits(), Code.REGION_UNKNOWN)));
        found.values().stream()
                .filter(station -> station.status() == null)
                .forEach(station ->
                        errors.add(new RoundError("stations", station.station().digits(), Code.STATION_WITHOUT_CASE)));
        return found;
    }

    private Map<StationCode, Named> find(Contest contest, Set<StationCode> codes, Set<RegionCode> regions) {
        return jdbc
                .sql("""
                        select s.code, r.status, coalesce(r.round, 1) round from desk.station s
                        left join desk.report r on r.contest_id = :contest and r.station = s.code and r.current
                        where s.election_id = :election and s.code like :area
                          and (s.code = any (:codes) or s.code like any (:regions))
                        """)
                .param("contest", contest.id())
                .param("election", contest.election().id())
                .param("area", contest.area().digits() + "%")
                .param("codes", codes.stream().map(StationCode::digits).toArray(String[]::new))
                .param(
                        "regions",
                        regions.stream().map(region -> region.digits() + "%").toArray(String[]::new))
                .query((row, n) -> new Named(
                        new StationCode(row.getString("code")),
                        row.getString("status") == null ? null : ReportStatus.valueOf(row.getString("status")),
                        row.getInt("round")))
                .list()
                .stream()
                .collect(Collectors.toMap(Named::station, station -> station, (a, b) -> a, TreeMap::new));
    }

    /** The rounds whose ballots the stations have voted on last. */
    private Set<Integer> ballots(Contest contest, Collection<Named> stations) {
        Map<Integer, Integer> ballotOf =
                rounds.of(contest).stream().collect(Collectors.toMap(Round::number, Round::ballot));
        return Stream.concat(
                        stations.stream().map(station -> Objects.requireNonNull(ballotOf.get(station.round()))),
                        stations.isEmpty() ? Stream.of(Round.FIRST) : Stream.of())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
