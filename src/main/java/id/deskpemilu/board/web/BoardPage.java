package id.deskpemilu.board.web;

import id.deskpemilu.board.chart.Arrival;
import id.deskpemilu.board.chart.Band;
import id.deskpemilu.board.chart.Ring;
import id.deskpemilu.shared.web.Coverage;
import id.deskpemilu.shared.web.Crumb;
import id.deskpemilu.shared.web.Station;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The board: the evening at a glance, one region at a time.
 *
 * @param live how the page hears of changes
 * @param election code of the election
 * @param region name of the region shown
 * @param regionCode its code with dots
 * @param crumbs the way back up
 * @param contest slug of the contest whose regions and votes are shown; empty if none is open
 * @param contests every contest with its ring
 * @param stage the next stage; null if no stage lies ahead
 * @param arrival when the reports came, and when they were to
 * @param level what the parts are: {@code kabupaten}, {@code kecamatan}, {@code desa} or {@code tps}
 * @param map the map of the parts; null without one
 * @param parts the regions one level down; empty for a desa
 * @param stations the stations of a desa; empty above it
 * @param votes the votes so far
 * @param changes whether each contest can still change
 * @param silent the desa that owe a report although its hour is past, the longest first
 * @param chase whom to chase first
 * @param work what waits for verifiers and supervisors, by contest
 * @param escalations open escalations by stage
 * @param messages how the messages to people stand, by channel
 * @param coverage how far the votes may be trusted
 * @param mismatch how many sums the last recount found wrong; null if none
 * @param links where one goes from here
 */
public record BoardPage(
        Live live,
        String election,
        String region,
        String regionCode,
        List<Crumb> crumbs,
        String contest,
        List<ContestRing> contests,
        @Nullable Stage stage,
        Arrival arrival,
        String level,
        @Nullable MapView map,
        List<Part> parts,
        List<StationRow> stations,
        Votes votes,
        List<Change> changes,
        List<Silent> silent,
        List<Chase> chase,
        List<Work> work,
        List<Escalated> escalations,
        List<Messages> messages,
        Coverage coverage,
        @Nullable Integer mismatch,
        Links links) {

    /** All parts together. */
    public Ring whole() {
        return contests.stream()
                .filter(ContestRing::shown)
                .findFirst()
                .map(ContestRing::ring)
                .orElse(new Ring(0, 0, 0));
    }

    /** Escalations that are open, all stages together. */
    public long escalated() {
        return escalations.stream().mapToLong(Escalated::open).sum();
    }

    /**
     * How the page hears of changes.
     *
     * @param version of what is shown
     * @param events address of the stream of events
     * @param poll address that answers with the version, for when the stream fails
     * @param at the time of the data, by the clock of the election in the zone of the region
     */
    public record Live(String version, String events, String poll, ZonedDateTime at) {}

    /**
     * A contest and how far it is.
     *
     * @param slug its slug
     * @param href the board with this contest
     * @param shown whether it is the one whose regions and votes are shown
     */
    public record ContestRing(String slug, String href, boolean shown, Ring ring) {}

    /**
     * The stage that comes next.
     *
     * @param name its name in the reader's language
     * @param at its hour by the clock of the election, in the zone of the region
     * @param seconds until then, by the clock of the election
     * @param speed how many times as fast as the real one that clock runs; 0: it stands still
     */
    public record Stage(String name, ZonedDateTime at, long seconds, double speed) {

        /** Hours, minutes and seconds that are left. */
        public String left() {
            long left = Math.max(0, seconds);
            return "%02d.%02d.%02d".formatted(left / 3600, left / 60 % 60, left % 60);
        }
    }

    /**
     * A region one level down.
     *
     * @param code its code with dots
     */
    public record Part(String name, String code, String href, Ring ring) {

        /** Its step on the map. */
        public Band band() {
            return Band.of(ring.reported(), ring.all());
        }
    }

    /**
     * The map.
     *
     * @param height of its box, which is 1000 wide
     * @param shapes the parts that have an outline
     * @param without names of the parts that have none
     */
    public record MapView(int height, List<Shape> shapes, List<String> without) {}

    /** A part on the map; the label stands at {@code x}, {@code y}. */
    public record Shape(Part part, String path, int x, int y) {}

    /**
     * A station of a desa.
     *
     * @param href its report; null while it has none
     */
    public record StationRow(
            Station station,
            String status,
            @Nullable String href,
            @Nullable ZonedDateTime sentAt) {}

    /**
     * Votes so far on the newest ballot.
     *
     * @param rows in the order of the ballot; empty while nothing is in
     * @param apart reports that are not counted until two have looked
     * @param severalBallots whether there are older ballots whose votes are not among these
     */
    public record Votes(List<Vote> rows, long valid, long invalid, int apart, boolean severalBallots) {}

    /**
     * The votes of a choice.
     *
     * @param share of the votes of all choices, 0–100
     */
    public record Vote(int number, String name, long votes, double share) {}

    /**
     * Whether a contest can still change.
     *
     * @param contest its slug
     * @param says {@code AHEAD NOT_EXCLUDED LEVEL NONE}: the most that one who is behind can still reach;
     *     {@code SEVERAL_BALLOTS} or {@code NOTHING} if nothing can be told
     * @param winner whether the most votes win here; else only the order in this region is told
     * @param first number of the one ahead
     * @param second number of the next
     * @param lead votes between them
     * @param open votes that can still come or change at most
     * @param missing those of stations without a report
     * @param held those of reports that may still change
     * @param unknownStations stations that count with the most that the law allows, as their DPT is not known
     */
    public record Change(
            String contest,
            String says,
            boolean winner,
            int first,
            int second,
            long lead,
            long open,
            long missing,
            long held,
            int unknownStations) {}

    /**
     * A desa that is silent.
     *
     * @param missing stations without a report
     * @param since the hour by which they were to report
     * @param contacts whom to call
     */
    public record Silent(
            String key,
            String name,
            String kecamatan,
            int missing,
            ZonedDateTime since,
            String href,
            List<Contact> contacts) {}

    /**
     * A desa to chase.
     *
     * @param key names the row, the same from one look to the next
     * @param votes votes outstanding at most, over its contests
     * @param owed what it owes, by contest
     * @param contacts whom to call
     */
    public record Chase(
            String key,
            String name,
            String kecamatan,
            long votes,
            List<Owed> owed,
            String href,
            List<Contact> contacts) {}

    /** Stations that a desa still owes in a contest. */
    public record Owed(String contest, int missing) {}

    /**
     * A person to call.
     *
     * @param role what the person is there, in the reader's language
     * @param phone as people write it
     * @param tel address for the telephone
     * @param chat address for WhatsApp
     */
    public record Contact(
            String name,
            String role,
            String phone,
            String tel,
            @Nullable String chat) {}

    /**
     * What waits in a contest.
     *
     * @param unverified reports that are not checked to the end
     * @param corrections reports that are being corrected
     * @param oldest station whose report has waited longest; null if none waits
     * @param since when it was sent
     * @param href that report
     */
    public record Work(
            String contest,
            int unverified,
            int corrections,
            int apart,
            @Nullable String oldest,
            @Nullable ZonedDateTime since,
            @Nullable String href) {}

    /**
     * Open escalations at a stage.
     *
     * @param level {@code RESPONSIBLE KECAMATAN KABUPATEN}
     * @param unreported because stations are silent
     * @param unverified because reports wait too long
     * @param unanswered because corrections are not answered
     * @param href the list; null if the reader has none
     */
    public record Escalated(
            String level,
            long unreported,
            long unverified,
            long unanswered,
            @Nullable String href) {

        /** All of them. */
        public long open() {
            return unreported + unverified + unanswered;
        }
    }

    /**
     * Messages by a channel.
     *
     * @param channel {@code PUSH EMAIL CHAT WEBHOOK}
     * @param waiting not sent yet
     * @param sent handed over or delivered
     * @param failed not handed over, tried again
     * @param givenUp not handed over, not tried again
     */
    public record Messages(String channel, long waiting, long sent, long failed, long givenUp) {}

    /**
     * Where one goes from here.
     *
     * @param progress the numbers of this region with all that was found
     * @param recap every contest by region
     * @param walls the links for beamers; null for whoever may make none
     * @param corrections what was corrected
     */
    public record Links(
            String progress, String recap, @Nullable String walls, String corrections) {}
}
