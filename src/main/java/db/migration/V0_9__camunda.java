package db.migration;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * The engine's own tables, made by the scripts that the engine ships, in a schema of their own. The scripts know no table
 * prefix, therefore the search path; see {@code src/docs/adr/0003-two-schemas.md}.
 */
public class V0_9__camunda extends BaseJavaMigration {

    private static final String[] PARTS = {
        "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history"
    };

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("set local search_path to camunda");
            for (String part : PARTS) {
                statement.execute(script(part));
            }
            // the engine has no index for its search for due jobs
            statement.execute("create index desk_job_due on act_ru_job (type_ desc, duedate_ asc)");
            statement.execute("set local search_path to desk");
        }
    }

    private static String script(String part) throws IOException {
        String name = "/org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql";
        try (InputStream in = V0_9__camunda.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
