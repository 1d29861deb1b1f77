package id.deskpemilu.report.web;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.ReportId;

/** Under which name a browser keeps what was typed and not yet sent: one for each report and person. */
public final class DraftKey {

    private DraftKey() {}

    /** The name for this report and person. */
    public static String of(ReportId report, Actor actor) {
        return "draft:" + report + ":" + actor.username();
    }
}
