package id.deskpemilu.upgrade;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.Action;
import id.deskpemilu.report.BlindCheck;
import id.deskpemilu.report.Tally;
import id.deskpemilu.report.usecase.ApproveReport;
import id.deskpemilu.report.usecase.CheckBlind;
import id.deskpemilu.report.usecase.ReadReport;
import id.deskpemilu.report.usecase.ReportAddress;
import java.util.Map;
import java.util.TreeMap;

/** What verifiers do. */
record Reports(Desk desk) {

    /** The name of the report that counts. */
    String id(ReportAddress report) {
        return desk.texts(
                        """
                        select r.id::text from desk.report r join desk.contest c on c.id = r.contest_id
                        join desk.election e on e.id = c.election_id
                        where e.code = ? and lower(replace(c.type, '_', '-')) = ? and r.station = ? and r.current
                        """,
                        report.election(),
                        report.contest(),
                        report.station().digits())
                .get(0);
    }

    /** Keys what the photo shows where that is asked for. */
    void read(Actor verifier, ReportAddress report) {
        ReadReport.Dossier seen = desk.bean(ReadReport.class).execute(verifier, report);
        if (!seen.veiled()) {
            return;
        }
        Tally tally = seen.report().current().tally();
        Map<String, Integer> keyed = new TreeMap<>();
        BlindCheck.fields(seen.form(), tally).forEach(field -> keyed.put(field, tally.get(field)));
        desk.bean(CheckBlind.class).execute(verifier, report, keyed, null);
    }

    /** Approves as the first verifier who may. */
    void approve(String regency, ReportAddress report) {
        for (String name : new String[] {"verifikator.satu", "verifikator.dua", "verifikator.tiga"}) {
            Actor verifier = Desk.actor(name, id.deskpemilu.identity.Role.VERIFIER, regency);
            read(verifier, report);
            if (desk.bean(ReadReport.class).execute(verifier, report).actions().contains(Action.APPROVE)) {
                desk.bean(ApproveReport.class).execute(verifier, report, null);
                return;
            }
        }
        throw new IllegalStateException("nobody may approve " + report);
    }
}
