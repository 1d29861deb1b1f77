package id.deskpemilu.dispatch.web;

import id.deskpemilu.shared.web.Coverage;
import id.deskpemilu.shared.web.Crumb;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A letter: how far it is, what its figures say, what the supervisor writes in it. POST {@code <base>/prose} with
 * {@code version}, {@code situation}, {@code problems} and {@code suggestions}; {@code <base>/refreeze} with {@code version};
 * {@code <base>/withdrawal} with {@code reason}; {@code <base>/resend}.
 *
 * @param base its address
 * @param kind {@code FULL} or {@code FLASH}
 * @param cutAt the hour of its data
 * @param status message {@code letter.status.<status>}
 * @param standing message {@code letter.standing.<standing>}
 * @param number on the paper; null before it has one
 * @param signedBy who signed it, with the office; null before
 * @param supersededBy the letter that took its place; null if none did
 * @param withdrawn why it was withdrawn; null if it was not
 * @param freezing whether its hour has come and its figures are being frozen: the page asks again by itself
 * @param road from the cut to the receipt
 * @param figures what its snapshot says; null before it is frozen
 * @param version of the letter, for forms
 * @param prose what the supervisor writes
 * @param transfers where it was sent, and what became of it
 * @param history what happened to it, the earliest first
 * @param actions what the person may do with it now: {@code EDIT REFREEZE SIGN WITHDRAW RESEND}
 * @param wrong the form that was refused: {@code prose} or {@code withdrawal}; null if none was
 * @param error why, in the reader's language
 * @param reason for a withdrawal, as it was typed
 * @param changes what the figures have changed by taking them anew; null if they were not taken anew just now
 */
public record LetterPage(
        String base,
        List<Crumb> crumbs,
        String region,
        String kind,
        ZonedDateTime cutAt,
        String status,
        String standing,
        @Nullable String number,
        @Nullable String signedBy,
        @Nullable Other supersededBy,
        @Nullable String withdrawn,
        boolean freezing,
        List<Step> road,
        @Nullable Summary figures,
        int version,
        Prose prose,
        List<Transfer> transfers,
        List<Event> history,
        Set<String> actions,
        @Nullable String wrong,
        @Nullable String error,
        String reason,
        @Nullable List<Change> changes,
        @Nullable String notice) {

    /** Whether the person may do it now. */
    public boolean may(String action) {
        return actions.contains(action);
    }

    /** Whether something is refused in this form. */
    public boolean refused(String form) {
        return form.equals(wrong);
    }

    /** Another letter: how it is called and its address. */
    public record Other(String number, String href) {}

    /**
     * A step of the road.
     *
     * @param key {@code CUT DRAFT SIGN SEND RECEIPT}; message {@code letter.step.<key>}
     * @param state {@code DONE}, {@code NOW} or {@code NEXT}; message {@code letter.step.state.<state>}
     * @param at when it was done; null before
     */
    public record Step(String key, String state, @Nullable ZonedDateTime at) {}

    /**
     * What a snapshot says, in short.
     *
     * @param at when it was frozen
     * @param hash its SHA-256
     * @param incidents how many
     * @param unreported desa with TPS that have not reported
     * @param corrections how many are in force
     * @param explained findings that stand with a reason
     * @param escalations escalations, under way or ended
     * @param sources letters that were added up
     */
    public record Summary(
            ZonedDateTime at,
            String hash,
            int districts,
            int villages,
            int stations,
            long dptMen,
            long dptWomen,
            long dpt,
            int incidents,
            int unreported,
            int corrections,
            int explained,
            int escalations,
            int sources,
            List<Contest> contests) {}

    /**
     * The figures of a contest over the whole region.
     *
     * @param slug message {@code contest.<slug>}
     * @param coverage how far one may trust them
     * @param turnout in per cent of the DPT; null while no form is in
     */
    public record Contest(
            String slug,
            Coverage coverage,
            int correcting,
            List<Votes> votes,
            long valid,
            long invalid,
            @Nullable Double turnout) {}

    /** A choice of the ballot and its votes; the share is in per cent of the valid votes. */
    public record Votes(int number, String name, long votes, double percent) {}

    /**
     * What the supervisor writes.
     *
     * @param stale whether somebody else has written meanwhile: then both texts are shown
     */
    public record Prose(boolean editable, boolean stale, List<Text> texts) {}

    /**
     * One of the texts.
     *
     * @param name {@code situation}, {@code problems} or {@code suggestions}; message {@code letter.prose.<name>}
     * @param text what is shown in its box
     * @param kept what the desk has meanwhile; null where it is the same
     * @param longest letters at most
     */
    public record Text(String name, String text, @Nullable String kept, int longest) {}

    /**
     * A letter on its way to a receiver.
     *
     * @param channel message {@code transfer.channel.<channel>}
     * @param withdrawal whether it is not the letter itself that is sent, but that it does not hold
     * @param state message {@code transfer.state.<state>}
     * @param at when that was
     * @param problem why the last attempt failed: the words of the other side, else a code; null if it did not
     */
    public record Transfer(
            String receiver,
            String channel,
            boolean withdrawal,
            String state,
            @Nullable ZonedDateTime at,
            @Nullable String problem) {}

    /** Something that happened to the letter; message {@code letter.event.<kind>}. */
    public record Event(
            String kind,
            ZonedDateTime at,
            String by,
            @Nullable String text) {}

    /**
     * A figure that changed.
     *
     * @param slug of the contest
     * @param what message {@code letter.change.<what>}: {@code STATIONS REPORTED VERIFIED VALID INVALID}
     */
    public record Change(String slug, String what, long from, long to) {}
}
