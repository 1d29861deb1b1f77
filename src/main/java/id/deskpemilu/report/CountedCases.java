package id.deskpemilu.report;

import id.deskpemilu.election.CaseCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the module of the elections how many cases a contest has. */
@Component
class CountedCases implements CaseCount {

    private final JdbcClient jdbc;

    CountedCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int of(long contestId) {
        return jdbc.sql("select count(*) from desk.report where contest_id = ? and current")
                .param(contestId)
                .query(Integer.class)
                .single();
    }
}
