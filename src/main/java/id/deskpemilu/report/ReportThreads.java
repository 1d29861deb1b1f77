package id.deskpemilu.report;

import id.deskpemilu.identity.Actor;

/** What is said about reports; another module keeps it. */
public interface ReportThreads {

    /** The thread of the report as the reader may see it; the reader may see the station. */
    ReportThread of(Actor reader, Report report);
}
