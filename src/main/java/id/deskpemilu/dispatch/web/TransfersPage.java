package id.deskpemilu.dispatch.web;

import id.deskpemilu.shared.web.Crumb;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a letter is, and what a person does where no road leads. POST {@code <base>/<receiver>/handover} with {@code act} and
 * {@code note}; {@code <base>/<receiver>/receipt} with {@code note} and {@code file}.
 *
 * @param base its address
 * @param letter the address of the letter
 * @param may whether the person may note something
 * @param wrong the row whose form was refused; null if none was
 * @param error why
 * @param note what was typed
 */
public record TransfersPage(
        String base,
        String letter,
        List<Crumb> crumbs,
        String number,
        String region,
        boolean may,
        List<Row> rows,
        @Nullable String wrong,
        @Nullable String error,
        String note,
        @Nullable String notice) {

    /**
     * A receiver.
     *
     * @param key the receiver's key
     * @param act message {@code transfer.act.<act>}
     * @param channel message {@code transfer.channel.<channel>}
     * @param state message {@code transfer.state.<state>}
     * @param next when it is tried next; null if nothing more is sent
     * @param error the code of the last failure; null if there was none
     * @param answer what the other side said
     * @param receiptBy who noted or sealed the receipt
     * @param receipt the address of the receipt as it came; null if there is none
     */
    public record Row(
            String key,
            String title,
            String act,
            String channel,
            String state,
            int attempts,
            @Nullable ZonedDateTime tried,
            @Nullable ZonedDateTime next,
            @Nullable String error,
            @Nullable String answer,
            @Nullable ZonedDateTime sent,
            @Nullable ZonedDateTime receipted,
            @Nullable String receiptBy,
            @Nullable String receiptNote,
            @Nullable String receipt) {

        /** What is unlike that of every other row. */
        public String id() {
            return key + "-" + act;
        }

        /** Whether a person has to hand it over. */
        public boolean byHand() {
            return state.equals("BY_HAND");
        }

        /** Whether a person may note its receipt. */
        public boolean toConfirm() {
            return state.equals("SENT") && act.equals("LETTER");
        }
    }
}
