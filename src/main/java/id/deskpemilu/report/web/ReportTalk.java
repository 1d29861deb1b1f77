package id.deskpemilu.report.web;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.ReportThread;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;

/**
 * What operator and desk say to each other about a report.
 *
 * @param veiled whether it is kept from the reader until the figures are keyed from the photo
 * @param open whether the reader may add to it
 * @param answers whether the reader may say that the last word needs no answer
 * @param remarks what was said, the first one first
 * @param key names the reader's next attempt to say something
 */
public record ReportTalk(boolean veiled, boolean open, boolean answers, List<Remark> remarks, String key) {

    /**
     * One thing that was said.
     *
     * @param role message {@code role.<role>}
     * @param mine whether the reader said it
     */
    public record Remark(String by, String role, ZonedDateTime at, String text, boolean mine) {}

    static ReportTalk of(ReportThread thread, Actor reader, ZoneId zone) {
        return new ReportTalk(
                thread.access() == ReportThread.Access.VEILED,
                thread.isOpen(),
                thread.access() == ReportThread.Access.ANSWER && thread.unanswered(),
                thread.remarks().stream()
                        .map(remark -> new Remark(
                                remark.name(),
                                remark.role().realmName(),
                                remark.at().atZone(zone),
                                remark.text(),
                                reader.is(remark.author())))
                        .toList(),
                UUID.randomUUID().toString());
    }
}
