package id.deskpemilu.dispatch.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.dispatch.snapshot.RollUp.Problem;
import id.deskpemilu.dispatch.snapshot.RollUp.Received;
import id.deskpemilu.dispatch.snapshot.RollUp.Result;
import id.deskpemilu.dispatch.snapshot.RollUp.Trouble;
import id.deskpemilu.dispatch.snapshot.Snapshot.Figures;
import id.deskpemilu.dispatch.snapshot.Snapshot.OfContest;
import id.deskpemilu.dispatch.snapshot.Snapshot.OfElection;
import id.deskpemilu.dispatch.snapshot.Snapshot.Option;
import id.deskpemilu.dispatch.snapshot.Snapshot.Part;
import id.deskpemilu.dispatch.snapshot.Snapshot.Place;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.Region;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The snapshot of a province is the sum of its regencies' letters, whichever way they come. */
class RollUpTest {

    private static final UUID LETTER = new UUID(9, 9);
    private static final Instant NOW = SnapshotMother.AT.plus(Duration.ofHours(1));
    private static final OfElection ELECTION = SnapshotMother.regency().election();
    private static final Place PROVINCE = new Place(new RegionCode("98"), "PROVINSI UJI", Zone.WIB);

    private final SnapshotJson json = new SnapshotJson();

    @Provide
    Arbitrary<List<Snapshot>> regencies() {
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            return IntStream.range(0, random.nextInt(5))
                    .mapToObj(n -> SnapshotMother.regency(
                            random, "980" + (n + 1), 1 + random.nextInt(2), 1 + random.nextInt(3)))
                    .toList();
        });
    }

    @Property(tries = 200)
    void the_province_is_the_sum_of_the_regencies(@ForAll("regencies") List<Snapshot> regencies) {
        Result result = rollUp(regencies);
        assertThat(result.problems()).isEmpty();
        Snapshot province = result.snapshot();
        assertThat(json.read(json.freeze(province).json())).isEqualTo(province);
        assertThat(result.missing()).hasSize(5 - regencies.size());
        assertThat(province.coverage().regencies()).isEqualTo(5);
        assertThat(province.coverage().stations())
                .isEqualTo(regencies.stream()
                        .mapToInt(one -> one.coverage().stations())
                        .sum());
        assertThat(province.sources())
                .extracting(Snapshot.Source::sha256)
                .containsExactlyElementsOf(
                        regencies.stream().map(one -> json.freeze(one).sha256()).toList());
        if (regencies.isEmpty()) {
            assertThat(province.contests()).isEmpty();
            return;
        }
        assertThat(province.contests()).hasSize(1 + regencies.size());
        OfContest gubernur = province.contests().get(0);
        assertThat(gubernur.area()).isEqualTo(PROVINCE.code());
        assertThat(gubernur.whole())
                .isEqualTo(regencies.stream()
                        .map(one -> one.contests().get(0).whole())
                        .reduce(Figures.NONE, Figures::plus));
        assertThat(gubernur.parts()).hasSize(5);
        assertThat(gubernur.details())
                .containsExactlyElementsOf(regencies.stream()
                        .flatMap(one -> one.contests().get(0).parts().stream())
                        .toList());
        assertThat(gubernur.revisions()).isEmpty();
        assertThat(gubernur.arrivals().get(gubernur.arrivals().size() - 1).reported())
                .isEqualTo(gubernur.whole().reported());
        for (int n = 0; n < regencies.size(); n++) {
            OfContest theirs = regencies.get(n).contests().get(1);
            OfContest bupati = province.contests().get(1 + n);
            assertThat(gubernur.parts().get(n).figures())
                    .isEqualTo(regencies.get(n).contests().get(0).whole());
            assertThat(bupati.area()).isEqualTo(theirs.area());
            assertThat(bupati.whole()).isEqualTo(theirs.whole());
            assertThat(bupati.parts())
                    .containsExactly(
                            new Part(theirs.area(), regencies.get(n).region().name(), theirs.whole()));
            assertThat(bupati.details()).isEqualTo(theirs.parts());
        }
    }

    @Property(tries = 100)
    void in_which_order_they_come_makes_no_difference(
            @ForAll("regencies") List<Snapshot> regencies, @ForAll Random random) {
        List<Snapshot> mixed = new ArrayList<>(regencies);
        regencies.forEach(one -> mixed.add(earlier(one)));
        List<Snapshot> otherwise = new ArrayList<>(mixed);
        Collections.shuffle(otherwise, random);
        assertThat(rollUp(otherwise)).isEqualTo(rollUp(mixed)).isEqualTo(rollUp(regencies));
    }

    @Property(tries = 100)
    void a_later_letter_takes_the_place_of_the_earlier_and_counts_once(
            @ForAll("regencies") List<Snapshot> regencies, @ForAll long seed) {
        Snapshot late = SnapshotMother.regency(new Random(seed), "9801");
        List<Snapshot> both = new ArrayList<>(List.of(late, late));
        regencies.forEach(one -> both.add(earlier(one)));
        Snapshot province = rollUp(both).snapshot();
        assertThat(province.sources().stream()
                        .filter(source -> source.region().equals(late.region().code())))
                .hasSize(1)
                .allMatch(source -> source.letter().equals(late.letter()));
        assertThat(province.contests().get(0).parts().get(0).figures())
                .isEqualTo(late.contests().get(0).whole());
    }

    @Example
    void a_regency_that_sent_nothing_stands_with_zeroes() {
        Result result = rollUp(List.of(SnapshotMother.regency(new Random(3), "9802")));
        OfContest gubernur = result.snapshot().contests().get(0);
        Figures silent = gubernur.parts().get(0).figures();
        assertThat(silent.stations()).isZero();
        assertThat(silent.votes()).containsOnlyKeys(1, 2, 3).containsValue(0L);
        assertThat(gubernur.parts().get(0).name()).isEqualTo("KABUPATEN 9801");
        assertThat(result.missing())
                .extracting(region -> region.code().digits())
                .containsExactly("9801", "9803", "9804", "9805");
    }

    @Example
    void what_belongs_elsewhere_is_left_out_and_named() {
        Snapshot good = SnapshotMother.regency(new Random(3), "9801");
        Snapshot foreign = SnapshotMother.regency(new Random(4), "9701");
        Snapshot lent = SnapshotMother.regency(new Random(5), "9802");
        Snapshot other = with(
                SnapshotMother.regency(new Random(6), "9803"),
                new OfElection("uji-2029", "Pilkada", ELECTION.heldOn(), true));
        Snapshot earnest = with(
                SnapshotMother.regency(new Random(7), "9804"),
                new OfElection(ELECTION.code(), ELECTION.name(), ELECTION.heldOn(), false));
        List<Received> received =
                new ArrayList<>(List.of(received(good), received(foreign), received(other), received(earnest)));
        received.add(new Received(json.freeze(lent), "3", new RegionCode("9805")));
        Result result = RollUp.of(LETTER, ELECTION, PROVINCE, NOW, NOW, received, expected());
        assertThat(result.problems())
                .containsExactly(
                        new Problem(Trouble.REGION_DIFFERS, foreign.letter(), new RegionCode("9701"), null),
                        new Problem(Trouble.ELECTION_DIFFERS, other.letter(), new RegionCode("9803"), null),
                        new Problem(Trouble.REHEARSAL_DIFFERS, earnest.letter(), new RegionCode("9804"), null),
                        new Problem(Trouble.REGION_DIFFERS, lent.letter(), new RegionCode("9805"), null));
        assertThat(result.snapshot().contests().get(0).whole())
                .isEqualTo(good.contests().get(0).whole());
        assertThat(result.snapshot().sources()).hasSize(1);
        assertThat(result.missing()).hasSize(4);
    }

    @Example
    void votes_on_another_ballot_are_never_added() {
        List<Option> usual = SnapshotMother.paslon(3);
        List<Option> another = new ArrayList<>(usual);
        another.set(1, new Option(2, "Paslon Pengganti", false));
        Snapshot first = SnapshotMother.regency(new Random(1), "9801", ContestType.GUBERNUR, another);
        Snapshot second = SnapshotMother.regency(new Random(2), "9802", ContestType.GUBERNUR, usual);
        Snapshot third = SnapshotMother.regency(new Random(3), "9803", ContestType.GUBERNUR, usual);
        Result result = rollUp(List.of(first, second, third));
        OfContest gubernur = result.snapshot().contests().get(0);
        assertThat(gubernur.choices()).isEqualTo(usual);
        assertThat(gubernur.whole())
                .isEqualTo(second.contests()
                        .get(0)
                        .whole()
                        .plus(third.contests().get(0).whole()));
        assertThat(result.problems())
                .containsExactly(new Problem(
                        Trouble.BALLOT_DIFFERS, first.letter(), new RegionCode("9801"), ContestType.GUBERNUR));
        assertThat(result.snapshot().omitted().differing())
                .containsExactly(new Snapshot.Differing(
                        ContestType.GUBERNUR,
                        new RegionCode("9801"),
                        first.region().name()));
        assertThat(result.snapshot().unreported())
                .noneMatch(desa -> first.region().code().contains(desa.village()));
        // of two the one of the lower code, whichever comes first
        assertThat(rollUp(List.of(second, first)).snapshot().contests().get(0).choices())
                .isEqualTo(another);
    }

    @Example
    void what_is_listed_is_carried_over_up_to_a_limit_and_the_rest_is_counted() {
        List<Snapshot> regencies = IntStream.rangeClosed(1, 5)
                .mapToObj(n -> SnapshotMother.regency(new Random(n), "980" + n, 10, 20))
                .toList();
        int silent = regencies.stream().mapToInt(one -> one.unreported().size()).sum();
        Snapshot province = rollUp(regencies).snapshot();
        assertThat(silent).isGreaterThan(RollUp.MOST_LINES);
        assertThat(province.unreported()).hasSize(RollUp.MOST_LINES);
        assertThat(province.omitted().unreported()).isEqualTo(silent - RollUp.MOST_LINES);
        int fewest = province.unreported().stream()
                .mapToInt(desa -> desa.stations().size())
                .min()
                .orElseThrow();
        long more = regencies.stream()
                .flatMap(one -> one.unreported().stream())
                .filter(desa -> desa.stations().size() > fewest)
                .count();
        assertThat(more).isLessThanOrEqualTo(RollUp.MOST_LINES);
        assertThat(province.incidents()).hasSize(10);
        assertThat(province.corrections()).hasSize(5);
        assertThat(province.explained()).hasSize(5);
        assertThat(province.omitted().incidents()).isZero();
        assertThat(province.escalations())
                .extracting(Snapshot.Escalated::open, Snapshot.Escalated::ended)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(10, 5), org.assertj.core.groups.Tuple.tuple(0, 15));
        assertThat(province.contests().get(0).rounds()).hasSize(1);
        assertThat(province.contests().get(0).rounds().get(0).stations()).isEqualTo(10);
    }

    private Result rollUp(List<Snapshot> snapshots) {
        return RollUp.of(
                LETTER,
                ELECTION,
                PROVINCE,
                NOW,
                NOW,
                snapshots.stream().map(this::received).toList(),
                expected());
    }

    private Received received(Snapshot snapshot) {
        return new Received(
                json.freeze(snapshot), "200.2.1/1", snapshot.region().code());
    }

    private static List<Region> expected() {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(n -> new Region(new RegionCode("980" + n), "KABUPATEN 980" + n, Zone.WITA))
                .toList();
    }

    /** The same regency an hour before, with other figures. */
    private static Snapshot earlier(Snapshot later) {
        Snapshot drawn = SnapshotMother.regency(
                new Random(later.letter().getMostSignificantBits()),
                later.region().code().digits());
        return at(drawn, later.at().minus(Duration.ofHours(1)));
    }

    private static Snapshot at(Snapshot one, Instant at) {
        return new Snapshot(
                one.format(),
                one.letter(),
                one.election(),
                one.region(),
                at,
                at,
                one.coverage(),
                one.contests(),
                one.incidents(),
                one.unreported(),
                one.corrections(),
                one.explained(),
                one.escalations(),
                one.sources());
    }

    private static Snapshot with(Snapshot one, OfElection election) {
        return new Snapshot(
                one.format(),
                one.letter(),
                election,
                one.region(),
                one.at(),
                one.shown(),
                one.coverage(),
                one.contests(),
                one.incidents(),
                one.unreported(),
                one.corrections(),
                one.explained(),
                one.escalations(),
                one.sources());
    }
}
