package id.deskpemilu.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stages of the elections. One that was withdrawn is kept for what was flagged at it. */
@Repository
public class Stages {

    private final JdbcClient jdbc;
    private final EscalationSettings settings;

    Stages(JdbcClient jdbc, EscalationSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Those of the election, in their order. */
    public List<Stage> of(long electionId) {
        return jdbc.sql("""
                        select id, at, next_day, kind from desk.stage
                        where election_id = ? and not withdrawn order by next_day, at
                        """).param(electionId).query(Stages::read).list();
    }

    /** Gives an election that never had stages those of the settings. */
    public void provide(long electionId) {
        boolean has = jdbc.sql("select exists (select from desk.stage where election_id = ?)")
                .param(electionId)
                .query(Boolean.class)
                .single();
        if (!has) {
            settings.firstStages().forEach(stage -> add(electionId, stage));
        }
    }

    /** Adds a stage, unless there is one at that hour; another contest may be opened at the same moment. */
    public void add(long electionId, Stage stage) {
        jdbc.sql("""
                        insert into desk.stage (election_id, at, next_day, kind) values (?, ?, ?, ?)
                        on conflict (election_id, next_day, at) where not withdrawn do nothing
                        """)
                .params(electionId, stage.at(), stage.nextDay(), stage.kind().name())
                .update();
    }

    /** Withdraws a stage. */
    public void withdraw(Stage stage) {
        jdbc.sql("update desk.stage set withdrawn = true where id = ?")
                .param(stage.id())
                .update();
    }

    static Stage read(ResultSet row, int n) throws SQLException {
        return new Stage(
                row.getLong("id"),
                row.getObject("at", LocalTime.class),
                row.getBoolean("next_day"),
                Stage.Kind.valueOf(row.getString("kind")));
    }
}
