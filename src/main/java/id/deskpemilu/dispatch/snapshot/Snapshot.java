package id.deskpemilu.dispatch.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.RoundKind;
import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.incident.IncidentKind;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import id.deskpemilu.shared.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says in figures, frozen in one moment. Its JSON is attached to the PDF, its SHA-256 printed on each page. No
 * name or number of a person of the desk is in it; the names of paslon are.
 *
 * @param format the version of this form, {@value #FORMAT}
 * @param letter the letter that it was frozen for
 * @param election the election
 * @param region the region that is reported
 * @param at when it was frozen, real time
 * @param shown what the clock of the election showed then
 * @param coverage how large the region is
 * @param contests the contests that are held there
 * @param incidents what happened on the day, the earliest first
 * @param unreported desa with stations that have not reported
 * @param corrections figures that were corrected
 * @param explained findings that stand with a reason
 * @param escalations what was escalated
 * @param sources the letters that this one was added up from; empty where it was read from reports
 * @param omitted what there is besides and is not listed
 */
public record Snapshot(
        int format,
        UUID letter,
        OfElection election,
        Place region,
        Instant at,
        Instant shown,
        Coverage coverage,
        List<OfContest> contests,
        List<Incident> incidents,
        List<Unreported> unreported,
        List<Correction> corrections,
        List<Explained> explained,
        List<Escalated> escalations,
        List<Source> sources,
        Omitted omitted) {

    /** The version of the form that this program writes. */
    public static final int FORMAT = 1;

    public Snapshot {
        contests = List.copyOf(contests);
        incidents = List.copyOf(incidents);
        unreported = List.copyOf(unreported);
        corrections = List.copyOf(corrections);
        explained = List.copyOf(explained);
        escalations = List.copyOf(escalations);
        sources = List.copyOf(sources);
    }

    /** One that leaves nothing out. */
    public Snapshot(
            int format,
            UUID letter,
            OfElection election,
            Place region,
            Instant at,
            Instant shown,
            Coverage coverage,
            List<OfContest> contests,
            List<Incident> incidents,
            List<Unreported> unreported,
            List<Correction> corrections,
            List<Explained> explained,
            List<Escalated> escalations,
            List<Source> sources) {
        this(
                format,
                letter,
                election,
                region,
                at,
                shown,
                coverage,
                contests,
                incidents,
                unreported,
                corrections,
                explained,
                escalations,
                sources,
                Omitted.NOTHING);
    }

    /**
     * The election.
     *
     * @param code the same in all desks of the election
     * @param rehearsal whether every page has to say SIMULASI
     */
    public record OfElection(String code, String name, LocalDate heldOn, boolean rehearsal) {}

    /**
     * A region.
     *
     * @param zone the time zone in which its hours are written
     */
    public record Place(RegionCode code, String name, Zone zone) {}

    /**
     * How large the region is.
     *
     * @param regencies kabupaten/kota; 1 below a province
     * @param districts kecamatan; 1 for one
     * @param villages desa and kelurahan with stations
     * @param stations polling stations
     * @param dpt voters in the DPT of all stations, as far as it is known for both sexes
     * @param unknownDpt stations whose DPT is not known
     * @param opened stations known to have opened
     */
    public record Coverage(
            int regencies, int districts, int villages, int stations, Sexes dpt, int unknownDpt, int opened) {}

    /**
     * People by sex.
     *
     * @param l men
     * @param p women
     * @param j both, as the forms have it: not always the sum
     */
    public record Sexes(long l, long p, long j) {

        public static final Sexes NONE = new Sexes(0, 0, 0);

        public Sexes plus(Sexes other) {
            return new Sexes(l + other.l, p + other.p, j + other.j);
        }
    }

    /**
     * A contest in the region.
     *
     * @param type its type
     * @param area where it is held
     * @param ballot the number of the round whose ballot the votes are given on
     * @param choices what the ballot has, in its order
     * @param whole the region as a whole
     * @param parts the regions one level down that have stations of the contest, in the order of their codes; the stations
     *     are not listed. Added up from letters: every regency that was expected, one that sent no letter with zeroes
     * @param details the regions two levels down likewise; empty below a kecamatan
     * @param rounds later rounds (PSU, PSS, PSL, PUSS)
     * @param arrivals how many stations had reported by when, the earliest first, by the clock of the election
     * @param revisions which revision of which report was counted, in the order of the stations; empty where the snapshot was
     *     added up from letters
     */
    public record OfContest(
            ContestType type,
            RegionCode area,
            int ballot,
            List<Option> choices,
            Figures whole,
            List<Part> parts,
            List<Part> details,
            List<Round> rounds,
            List<Arrived> arrivals,
            List<Counted> revisions) {

        public OfContest {
            choices = List.copyOf(choices);
            parts = List.copyOf(parts);
            details = List.copyOf(details);
            rounds = List.copyOf(rounds);
            arrivals = List.copyOf(arrivals);
            revisions = List.copyOf(revisions);
        }
    }

    /** A choice of the ballot: a paslon, a party, a candidate of the DPD, or the empty column. */
    public record Option(int number, String name, boolean emptyColumn) {}

    /** A part of the region. */
    public record Part(RegionCode code, String name, Figures figures) {}

    /**
     * The figures of a region in a contest.
     *
     * @param stations stations of the contest
     * @param reported those that have reported
     * @param verified those whose report was checked to the end
     * @param correcting those whose report is being corrected
     * @param apart reports held apart, whose votes are not in the sums
     * @param asWritten reports approved as the form has them though a rule that must hold is broken
     * @param inconsistent reports in force that break a rule that must hold
     * @param votes votes by ballot number; zero for each choice of the ballot that got none
     * @param valid valid votes on that ballot
     * @param invalid invalid votes, likewise
     * @param dpt voters in the DPT of all stations, as far as it is known
     * @param turnout who voted, by the forms that count on that ballot
     */
    public record Figures(
            int stations,
            int reported,
            int verified,
            int correcting,
            int apart,
            int asWritten,
            int inconsistent,
            SortedMap<Integer, Long> votes,
            long valid,
            long invalid,
            long dpt,
            Turnout turnout) {

        public static final Figures NONE =
                new Figures(0, 0, 0, 0, 0, 0, 0, Collections.emptySortedMap(), 0, 0, 0, Turnout.NONE);

        public Figures {
            votes = Collections.unmodifiableSortedMap(new TreeMap<>(votes));
        }

        /**
         * Votes of all choices together: what the share of a choice is a share of. It differs from {@link #valid} where forms
         * are counted whose votes do not add up to their valid votes.
         */
        public long given() {
            return votes.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Stations that have not reported. */
        public int missing() {
            return stations - reported;
        }

        /** The sums of both. */
        public Figures plus(Figures other) {
            SortedMap<Integer, Long> sums = new TreeMap<>(votes);
            other.votes.forEach((number, more) -> sums.merge(number, more, Long::sum));
            return new Figures(
                    stations + other.stations,
                    reported + other.reported,
                    verified + other.verified,
                    correcting + other.correcting,
                    apart + other.apart,
                    asWritten + other.asWritten,
                    inconsistent + other.inconsistent,
                    sums,
                    valid + other.valid,
                    invalid + other.invalid,
                    dpt + other.dpt,
                    turnout.plus(other.turnout));
        }
    }

    /**
     * Who voted.
     *
     * @param registered voters in the DPT as the forms that count have it
     * @param listed voted, from the DPT
     * @param moved voted, moved in from another TPS (Pemilu: DPTb, Pilkada: DPPh)
     * @param unlisted voted, on no list (Pemilu: DPK, Pilkada: DPTb)
     * @param voted all who voted
     * @param disabled voters with a disability who voted; zero where the form does not ask
     */
    public record Turnout(Sexes registered, Sexes listed, Sexes moved, Sexes unlisted, Sexes voted, Sexes disabled) {

        public static final Turnout NONE =
                new Turnout(Sexes.NONE, Sexes.NONE, Sexes.NONE, Sexes.NONE, Sexes.NONE, Sexes.NONE);

        public Turnout plus(Turnout other) {
            return new Turnout(
                    registered.plus(other.registered),
                    listed.plus(other.listed),
                    moved.plus(other.moved),
                    unlisted.plus(other.unlisted),
                    voted.plus(other.voted),
                    disabled.plus(other.disabled));
        }

        /** Who voted in per cent of the DPT of the same forms; null while no form is in. */
        public @Nullable Double percent() {
            return registered.j() == 0 ? null : 100.0 * voted.j() / registered.j();
        }
    }

    /** A later round of a contest: how many stations it has and how many of them have reported. */
    public record Round(int number, RoundKind kind, LocalDate heldOn, int stations, int reported) {}

    /** So many stations had reported at that moment. */
    public record Arrived(Instant at, int reported) {}

    /** The report of a station and the number of the revision that was counted. */
    public record Counted(StationCode station, UUID report, int revision) {}

    /**
     * Something that happened on the day.
     *
     * @param place the desa and kecamatan in words, with the TPS if it was one
     * @param at when, by the clock of the election
     * @param settled whether it is over
     */
    public record Incident(
            UUID id,
            IncidentKind kind,
            RegionCode region,
            @JsonSetter(nulls = Nulls.SET) @Nullable StationCode station,
            String place,
            Instant at,
            String text,
            @JsonSetter(nulls = Nulls.SET) @Nullable String followUp,
            boolean settled) {}

    /**
     * A desa with stations that have not reported a contest.
     *
     * @param stations which
     * @param told who was told when, the earliest first
     */
    public record Unreported(
            ContestType contest,
            RegionCode village,
            String name,
            String districtName,
            List<StationCode> stations,
            List<Told> told) {

        public Unreported {
            stations = List.copyOf(stations);
            told = List.copyOf(told);
        }
    }

    /** The level that was told, and when by the clock of the election. */
    public record Told(Level level, Instant at) {}

    /**
     * A correction that is in force.
     *
     * @param changes what was changed
     * @param at when it came into force, by the clock of the election
     */
    public record Correction(
            ContestType contest,
            StationCode station,
            String villageName,
            String districtName,
            List<Change> changes,
            String reason,
            Instant at) {

        public Correction {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A figure that was corrected.
     *
     * @param field its code on the form
     * @param label the row of the form, in the words of the paper
     */
    public record Change(String field, String label, int from, int to) {}

    /**
     * A finding of the revision in force that stands with a reason.
     *
     * @param code of the rule
     * @param formula the rule with the numbers
     * @param reason the operator's
     */
    public record Explained(
            ContestType contest,
            StationCode station,
            String villageName,
            String districtName,
            String code,
            String formula,
            String reason) {}

    /** How many escalations of a kind have come to a level: under way, and ended. */
    public record Escalated(EscalationKind kind, Level level, int open, int ended) {}

    /**
     * A letter that was added up.
     *
     * @param number its number on the paper
     * @param at what the clock of the election showed when its figures were frozen
     * @param sha256 of its snapshot
     * @param stations stations that it is about
     * @param reported those that had reported in its first contest
     */
    public record Source(
            RegionCode region,
            String name,
            UUID letter,
            String number,
            Instant at,
            String sha256,
            int stations,
            int reported) {}
    /**
     * What there is besides and is not listed, so that the letter of a province can be read; all zero and empty where
     * everything is listed.
     *
     * @param incidents incidents
     * @param unreported desa with stations that have not reported
     * @param corrections corrections
     * @param explained findings that stand with a reason
     * @param differing letters that are not in the sums of a contest
     */
    public record Omitted(int incidents, int unreported, int corrections, int explained, List<Differing> differing) {

        public static final Omitted NOTHING = new Omitted(0, 0, 0, 0, List.of());

        public Omitted {
            differing = List.copyOf(differing);
        }
    }

    /** The letter of a regency whose votes of a contest are in no sum, since its ballot is another one. */
    public record Differing(ContestType contest, RegionCode region, String name) {}
}
